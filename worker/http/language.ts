/** The language of a response: the one that the visitor has chosen in a cookie, or else the best one in Accept-Language that Edgewise has. */
import { languageIn } from "../../src/shared/cookies";
import { DEFAULT_LANGUAGE, type Language, languageFor } from "../../src/shared/languages";

/** UTF-16 units. A browser with ten languages sends a hundred; what is longer is ignored. */
const MAX_HEADER = 1_000;

/** `de-AT;q=0.8` between commas. `*`, any language, is left out, so that it gets English. */
const RANGE = /(?<=^|,)\s*([a-z]{1,8}(?:-[a-z\d]{1,8})*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?(?=,|$)/gi;

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
  return Array.from(header.matchAll(RANGE), ([, tag, q = "1"]) => ({ tag: tag!, q: Number(q) }))
    .filter(({ tag, q }) => q > 0 && isTag(tag))
    .sort((a, b) => b.q - a.q)
    .flatMap(({ tag }) => Intl.getCanonicalLocales(tag));
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
