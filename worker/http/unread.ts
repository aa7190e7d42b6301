/** `GET /api/unread?c=<channel>~<epoch>~<id>&c=…`: how many messages of others came after the last one read, a channel. For our pages alone. */
import { canonical } from "../../src/shared/channel-name";
import type { Env } from "../env";
import { logError } from "../log";

/** Each may wake an object. */
const MOST_ASKED = 20;

/** What a visitor has read of a channel. */
interface Asked {
  channel: string;
  epoch: string;
  id: number;
}

/** Answers with `{ "team/design": 3 }`; what is asked wrongly, or of a channel that cannot be reached, is left out. */
export async function unread(request: Request, env: Env, userIn: (channel: string) => Promise<string>): Promise<Response> {
  const asked = new URL(request.url).searchParams.getAll("c").slice(0, MOST_ASKED).flatMap(askedIn);
  const counts = await Promise.all(
    asked.map(async ({ channel, epoch, id }) => {
      try {
        const { n } = await env.CHANNEL.getByName(channel).unread(await userIn(channel), epoch, id);
        return [[channel, n]];
      } catch (error) {
        logError("unread", error);
        return [];
      }
    }),
  );
  return Response.json(Object.fromEntries(counts.flat()), { headers: { "Cache-Control": "private, no-store" } });
}

function askedIn(written: string): Asked[] {
  const [channel = "", epoch = "", id = ""] = written.split("~");
  return canonical(channel) === channel && epoch !== "" && /^\d{1,15}$/.test(id) ? [{ channel, epoch, id: Number(id) }] : [];
}
