/** Finds the place of a date in the history, by bisection over message ids. */
import { ask, type RefusedError } from "~/channel/ask";
import type { Channel } from "~/channel/create-channel";
import type { Message } from "~/shared/protocol";

/**
 * The id of the first message from `at` (Unix ms) on, or `newest` if there is none. `firstAfter` reads the first message after an id. It
 * is called once for each halving of the ids: 17 times in 100,000 messages.
 */
export async function findDate(
  newest: number,
  at: number,
  firstAfter: (id: number) => Promise<Pick<Message, "id" | "at"> | undefined>,
): Promise<number> {
  let found = newest;
  for (let low = 0, high = newest; low < high;) {
    const middle = Math.floor((low + high) / 2);
    const message = await firstAfter(middle);
    if (message && message.at < at) low = message.id;
    else {
      found = message?.id ?? found;
      high = middle;
    }
  }
  return found;
}

/** Reads the first message after an id from the channel, and waits where its rate limit says so. Rejects with a `RefusedError`. */
export function reader(channel: Pick<Channel, "send" | "listen">): (id: number) => Promise<Message | undefined> {
  const read = async (id: number): Promise<Message | undefined> => {
    try {
      return (await ask(channel, { t: "history", d: { after: id, limit: 1 } })).messages[0];
    } catch (why) {
      const { retryAfter } = why as RefusedError;
      if (retryAfter === undefined) throw why;
      await new Promise((resolve) => setTimeout(resolve, retryAfter));
      return read(id);
    }
  };
  return read;
}
