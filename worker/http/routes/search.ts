/** `GET /api/search`: a search of several channels at once, such as those that a browser has visited. Only our own pages use it. */
import { decodeSearchQuery, FOUND_PER_CHANNEL, type SearchedChannel } from "../../../src/shared/visited-search";
import type { Found } from "../../../src/shared/protocol";
import { refusalOf } from "../../../src/shared/refusal-messages";
import type { Env } from "../../env";
import { isHost } from "../../identity/host";
import { identify } from "../../identity/identify";
import { publicId } from "../../identity/public-id";
import { logError } from "../../log";
import { isOneTooMany, isOverOwnLimit } from "../rate-limit";
import { noIdentity, refuseWrite, tooManyRequests } from "../refusals";

/** Channels that the visitor may not read, and those that cannot be reached, are left out. */
export async function search(request: Request, { searchParams }: URL, env: Env): Promise<Response> {
  const refusal = refuseWrite(request);
  if (refusal) return refusal;
  const query = decodeSearchQuery(searchParams);
  if (!query) return Response.json(refusalOf("invalid", "bad_search"), { status: 400 });
  const person = await identify(request, env, searchParams.get("identity") ?? undefined);
  if (!person) return noIdentity(request);
  if ((await isOneTooMany(person, request, env)) || (await isOverOwnLimit(person, env, env.SEARCHES)))
    return tooManyRequests(request, "tooManyQuestions");
  const found = await Promise.all(
    query.channels.map((channel) => find(channel, query.text, person.secret, isHost(request, env), env)),
  );
  const answer = Object.fromEntries(found.filter((entry) => entry !== undefined));
  return Response.json(answer, { headers: { "Cache-Control": "private, no-store" } });
}

async function find(
  { channel, before }: SearchedChannel,
  text: string,
  secret: string,
  isHost: boolean,
  env: Env,
): Promise<[channel: string, found: Found] | undefined> {
  try {
    const visitor = { user: publicId(secret, channel), isHost };
    const found = await env.CHANNEL.getByName(channel).search(visitor, { text, before, limit: FOUND_PER_CHANNEL });
    return "refusal" in found ? undefined : [channel, found];
  } catch (error) {
    logError("search", error);
    return undefined;
  }
}
