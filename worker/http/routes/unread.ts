/** `GET /api/unread`: how many messages of other users came after the last one read, per channel. Only our own pages use it. */
import { nameIn } from "../../../src/shared/cookies";
import { chosenName } from "../../../src/shared/guest-name";
import { decodeUnreadQuery, encodeUnreadAnswer, type Unread, type UnreadRequest } from "../../../src/shared/unread";
import type { Env } from "../../env";
import { isHost } from "../../identity/host";
import { identify } from "../../identity/identify";
import { publicId } from "../../identity/public-id";
import { logError } from "../../log";
import { isOverLimit } from "../rate-limit";
import { validName } from "../visitor";
import { noIdentity, notFound, refuseWrite, tooManyRequests } from "../refusals";

/** Answers per channel. Malformed queries and channels that cannot be reached are left out. */
export async function unread(request: Request, { pathname, searchParams }: URL, env: Env): Promise<Response> {
  if (pathname !== "/api/unread") return notFound(request);
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  if (await isOverLimit(request, env, env.UNREAD)) return tooManyRequests(request, "tooManyQuestions");
  const person = await identify(request, env);
  if (!person) return noIdentity(request);
  const name = chosenName(validName(nameIn(request.headers.get("Cookie") ?? "")));
  const counts = await Promise.all(
    decodeUnreadQuery(searchParams).map((query) => countUnread(query, person.secret, isHost(request, env), name, env)),
  );
  const known = new Map(counts.filter((count) => count !== undefined));
  // Pages from before `details` read numbers alone
  const numbers = () => Object.fromEntries(Array.from(known, ([channel, { n }]) => [channel, n]));
  return Response.json(searchParams.has("details") ? encodeUnreadAnswer(known) : numbers(), {
    headers: { "Cache-Control": "private, no-store" },
  });
}

async function countUnread(
  { channel, epoch, id }: UnreadRequest,
  secret: string,
  isHost: boolean,
  name: string | undefined,
  env: Env,
): Promise<[channel: string, unread: Unread] | undefined> {
  try {
    return [channel, await env.CHANNEL.getByName(channel).unread(publicId(secret, channel), epoch, id, isHost, name)];
  } catch (error) {
    logError("unread", error);
    return undefined;
  }
}
