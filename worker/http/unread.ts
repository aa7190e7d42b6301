/** `GET /api/unread`: how many messages of other users came after the last one read, per channel. Only our own pages use it. */
import { decodeUnreadQuery, encodeUnreadAnswer, type UnreadRequest } from "../../src/shared/unread";
import type { Env } from "../env";
import { isHost } from "../identity/host";
import { identify } from "../identity/identify";
import { publicId } from "../identity/public-id";
import { logError } from "../log";
import { isOverLimit } from "./rate-limit";
import { noIdentity, notFound, refuseWrite, tooManyRequests } from "./refusals";

/** Answers with the count per channel. Malformed queries and channels that cannot be reached are left out. */
export async function unread(request: Request, { pathname, searchParams }: URL, env: Env): Promise<Response> {
  if (pathname !== "/api/unread") return notFound(request);
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  if (await isOverLimit(request, env, env.UNREAD)) return tooManyRequests(request, "tooManyQuestions");
  const person = await identify(request, env);
  if (!person) return noIdentity(request);
  const counts = await Promise.all(
    decodeUnreadQuery(searchParams).map((query) => countUnread(query, person.secret, isHost(request, env), env)),
  );
  const answer = encodeUnreadAnswer(new Map(counts.filter((count) => count !== undefined)));
  return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
}

async function countUnread(
  { channel, epoch, id }: UnreadRequest,
  secret: string,
  isHost: boolean,
  env: Env,
): Promise<[channel: string, count: number] | undefined> {
  try {
    const { n } = await env.CHANNEL.getByName(channel).unread(publicId(secret, channel), epoch, id, isHost);
    return [channel, n];
  } catch (error) {
    logError("unread", error);
    return undefined;
  }
}
