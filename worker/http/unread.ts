/** `GET /api/unread`: how many messages of others came after the last one that the visitor has read, in several channels. */
import { decodeQuestions, encodeCounts } from "../../src/shared/unread";
import type { Env } from "../env";
import { logError } from "../log";

/** `userIn` gives the visitor's public id in a channel. A channel that cannot be reached is left out of the answer. */
export async function unread(request: Request, env: Env, userIn: (channel: string) => Promise<string>): Promise<Response> {
  const questions = decodeQuestions(new URL(request.url).searchParams);
  const counts = await Promise.all(
    questions.map(async ({ channel, epoch, id }): Promise<[string, number][]> => {
      try {
        const { n } = await env.CHANNEL.getByName(channel).unread(await userIn(channel), epoch, id);
        return [[channel, n]];
      } catch (error) {
        logError("unread", error);
        return [];
      }
    }),
  );
  return Response.json(encodeCounts(counts.flat()), { headers: { "Cache-Control": "private, no-store" } });
}
