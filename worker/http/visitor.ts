/** What a request tells about its visitor: language, time zone, and the cookies that the page sets. */
import { arePreviewsOffIn, isWelcomedIn, themeIn } from "../../src/shared/cookies";
import type { PageData } from "../../src/shared/page";
import { localeFor } from "../../src/shared/languages";
import { cleanName, nameProblem } from "../../src/shared/text";
import { arePreviewsOn, type Env } from "../env";
import { acceptedTags, languageOf } from "./language";

/** The part of the page's data that does not depend on the channel. */
export function visitorOf(
  request: Request,
  env: Env,
): Pick<PageData, "language" | "locale" | "timeZone" | "theme" | "isWelcomed" | "previews"> {
  const cookies = request.headers.get("Cookie") ?? "";
  const language = languageOf(request);
  return {
    language,
    locale: localeFor(language, acceptedTags(request)),
    timeZone: (request.cf?.timezone as string | undefined) ?? "UTC",
    theme: themeIn(cookies),
    isWelcomed: isWelcomedIn(cookies),
    previews: !arePreviewsOn(env) ? "none" : arePreviewsOffIn(cookies) ? "off" : "on",
  };
}

/** The cleaned name; `undefined` if there is none or it is not valid. */
export function validName(raw: string | null | undefined): string | undefined {
  const name = cleanName(raw ?? "");
  return nameProblem(name) ? undefined : name;
}
