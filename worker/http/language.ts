/** The language of a response: the one that the visitor has chosen in a cookie, or the first that Accept-Language names and that there is. */
import Negotiator from "negotiator";
import { languageIn } from "../../src/shared/cookies";
import { DEFAULT_LANGUAGE, type Language, languageFor } from "../../src/shared/languages";

/** UTF-16 units. A browser with ten languages sends a hundred; what is longer is ignored. */
const MAX_HEADER = 1_000;

export function languageOf(request: Request): Language {
  const chosen = languageIn(request.headers.get("Cookie") ?? "");
  return (
    chosen ??
    acceptedTags(request)
      .map(languageFor)
      .find((language) => language !== undefined) ??
    DEFAULT_LANGUAGE
  );
}

/** The valid language tags in Accept-Language, canonical, the best first (RFC 9110, section 12.5.4). */
export function acceptedTags(request: Request): string[] {
  const header = request.headers.get("Accept-Language") ?? "";
  if (header.length > MAX_HEADER) return [];
  return new Negotiator({ headers: { "accept-language": header } }).languages().flatMap((tag) => {
    try {
      return Intl.getCanonicalLocales(tag);
    } catch {
      return []; // `*`, or not a language tag
    }
  });
}
