/** Plain text responses that refuse a request. The text is one line, in the visitor's language: why, and what to do. */
import type { PageData } from "../../src/shared/page";
import type { Refusal } from "../../src/shared/protocol";
import { STRINGS } from "../strings/all";
import type { WorkerStrings } from "../strings/en";
import { languageOf } from "./language";
import { isOwnOrigin } from "./origin";

/** The sentences that are a line by themselves. */
type Sentence = { [Key in keyof WorkerStrings]: WorkerStrings[Key] extends string ? Key : never }[keyof WorkerStrings];

export function refuse(request: Request, status: number, sentence: Sentence, headers?: Record<string, string>): Response {
  const language = languageOf(request);
  return new Response(`${STRINGS[language][sentence]}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Content-Language": language, ...headers },
  });
}

export function notFound(request: Request): Response {
  return refuse(request, 404, "nothingHere");
}

/** Refuses every method except GET and HEAD; `undefined` for these two. */
export function refuseWrite(request: Request): Response | undefined {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  return refuse(request, 405, "readOnly", { Allow: "GET, HEAD" });
}

/** Refuses every method except POST, and pages of other sites; `undefined` for the rest. */
export function refuseForeignPost(request: Request, url: URL): Response | undefined {
  if (request.method !== "POST") return refuse(request, 405, "onlyPost", { Allow: "POST" });
  return isOwnOrigin(request, url) ? undefined : refuse(request, 403, "otherSitePosts");
}

/** For an address that is over a rate limit; all limits count one minute. */
export function tooManyRequests(request: Request, sentence: Sentence = "tooManyRequests"): Response {
  return refuse(request, 429, sentence, { "Retry-After": "60" });
}

/** For a person who may not read the channel: the details of an `error` event (W29). */
export function forbidden(refusal: Refusal): Response {
  return Response.json(refusal, { status: 403, headers: { "Cache-Control": "private, no-store" } });
}

/** For a time when no signing key is known, so that no cookie can be checked (W17). */
export function noIdentity(request: Request): Response {
  return refuse(request, 503, "noIdentity", { "Retry-After": "5" });
}

/** Why a visitor may not read a channel, in their language. */
export function refusalSentence(
  { until }: Refusal,
  { language, locale, timeZone }: Pick<PageData, "language" | "locale" | "timeZone">,
) {
  const { banned, membersOnly } = STRINGS[language];
  if (until === undefined) return membersOnly;
  return banned(new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(until));
}
