/** `POST /api/files/<channel>`: uploads a file, which a message can then name (W37). */
import { canonical, isCanonical, pathOf } from "../../../src/shared/channel-name";
import { MAX_ALT, MAX_PREVIEW, type ErrorCode, type Reason, type Refusal } from "../../../src/shared/protocol";
import { refusalOf } from "../../../src/shared/refusal-messages";
import { cleanText } from "../../../src/shared/text";
import { areFilesOff, type Env, fileQuotas } from "../../env";
import { isHost } from "../../identity/host";
import { identify } from "../../identity/identify";
import { loadKeys } from "../../identity/keys";
import { placeOf } from "../../identity/place";
import { publicId } from "../../identity/public-id";
import { STRINGS } from "../../strings/all";
import { clientNetwork } from "../address";
import { languageOf } from "../language";
import { isOwnOrigin } from "../origin";
import { redirect } from "../redirect";
import { noIdentity, refuse } from "../refusals";
import { setCookies } from "../response-headers";

/** As https://github.com/woltapp/blurhash encodes a picture. */
const BLUR_HASH = new RegExp(`^[0-9A-Za-z#$%*+,.:;=?@[\\]^_{|}~-]{0,${MAX_PREVIEW}}$`);

export async function upload(request: Request, url: URL, env: Env): Promise<Response> {
  const words = STRINGS[languageOf(request)];
  if (request.method !== "POST") return refuse(request, 405, "onlyPost", { Allow: "POST" });
  if (!isOwnOrigin(request, url)) return responseOf({ code: "forbidden", message: words.otherSitePosts });
  const path = url.pathname.slice("/api/files".length);
  const channel = canonical(path);
  if (channel === undefined) return responseOf({ code: "not_found", message: words.notAName });
  if (!isCanonical(path, channel)) return redirect(`/api/files${pathOf(channel)}${url.search}`);
  if (areFilesOff(env)) return refused("forbidden", "no_files");
  const person = await identify(request, env, url.searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity(request);
  if (person.isNew) return refused("forbidden", "no_cookie");
  const described = descriptionIn(request.headers);
  if (!described) return refused("invalid", "bad_file");
  const size = request.headers.get("Content-Length");
  if (!request.body || size === "0") return refused("empty", "empty_file");
  if (Number(size) > fileQuotas(env).file) return refused("too_long", "large_file");
  const placeKey = (await loadKeys(env.KEYRING))?.place;
  const place = placeKey && placeOf(channel, clientNetwork(request), placeKey);
  const user = publicId(person.secret, channel);
  const notAllowed = await env.CHANNEL.getByName(channel).uploadRefusal({ user, place, isHost: isHost(request, env) });
  const answer =
    notAllowed ?? (await env.FILE_STORE.getByName(channel).upload({ channel, user, place, ...described }, request.body));
  const response =
    "refusal" in answer
      ? responseOf(answer.refusal)
      : Response.json(answer, { status: 201, headers: { "Cache-Control": "private, no-store" } });
  return setCookies(response, person.cookie);
}

/** What the headers say of the file. Undefined if the name is missing, or one of them is not as it should be. */
function descriptionIn(headers: Headers): { name: string; alt: string; preview: string } | undefined {
  const [name, alt, preview] = ["X-Name", "X-Alt", "X-Preview"].map((header) => decoded(headers.get(header)));
  if (!name || alt === undefined || preview === undefined) return undefined;
  const isValid = alt.length <= MAX_ALT && BLUR_HASH.test(preview);
  return isValid ? { name, alt: cleanText(alt).trim(), preview } : undefined;
}

/** Of percent-encoded UTF-8; "" for none. Undefined if it is not. */
function decoded(header: string | null): string | undefined {
  try {
    return decodeURIComponent(header ?? "");
  } catch {
    return undefined;
  }
}

const STATUS: Record<ErrorCode, number> = {
  bad_frame: 400,
  unknown_type: 400,
  invalid: 400,
  empty: 400,
  forbidden: 403,
  not_found: 404,
  too_long: 413,
  rate_limited: 429,
  storage: 503,
};

function refused(code: ErrorCode, reason?: Reason): Response {
  return responseOf(refusalOf(code, reason));
}

function responseOf(refusal: Refusal): Response {
  const status = refusal.reason === "bad_picture" ? 415 : STATUS[refusal.code];
  const seconds = refusal.retryAfter && Math.ceil(refusal.retryAfter / 1000);
  const headers = { "Cache-Control": "private, no-store", ...(seconds && { "Retry-After": String(seconds) }) };
  return Response.json(refusal, { status, headers });
}
