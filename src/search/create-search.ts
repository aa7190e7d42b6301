/** A search in the channel (W33): what is searched for, and what was found. */
import { createSignal, onCleanup } from "solid-js";
import { ask, type RefusedError } from "~/channel/ask";
import type { Channel } from "~/channel/create-channel";
import type { Found } from "~/shared/protocol";

/** While the channel makes its index, the search is repeated: as often as its rate limit allows for long. */
const REPEAT_AFTER = 1_000; // ms
const MAX_REPEATS = 60;

export type Search = ReturnType<typeof createSearch>;

export function createSearch(channel: Pick<Channel, "send" | "listen">) {
  const [text, setText] = createSignal("");
  const [from, setFrom] = createSignal("");
  const [found, setFound] = createSignal<Found>();
  const [refusal, setRefusal] = createSignal<RefusedError>();
  let searches = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  async function search(before?: number, repeats = 0): Promise<void> {
    clearTimeout(timer);
    const number = ++searches;
    const question = { text: text().trim(), limit: 20, ...(from() && { from: from() }), ...(before !== undefined && { before }) };
    if (question.text === "") return;
    setRefusal(undefined);
    try {
      const page = await ask(channel, { t: "search", d: question });
      const earlier = before === undefined ? [] : (found()?.messages ?? []);
      if (number !== searches) return;
      setFound({ ...page, messages: [...earlier, ...page.messages] });
      if (!page.complete && before === undefined && repeats < MAX_REPEATS)
        timer = setTimeout(() => void search(undefined, repeats + 1), REPEAT_AFTER);
    } catch (why) {
      if (number === searches) setRefusal(why as RefusedError);
    }
  }

  return {
    /** What is written in the box. */
    text,
    setText,
    /** The id of the user whose messages are searched; empty for those of everyone. */
    from,
    setFrom,
    found,
    /** Why the latest search was refused, if it was. */
    refusal,
    /** Searches for the text in the box. */
    search: () => search(),
    /** Adds older messages to those that were found. */
    more: () => search(found()?.messages.at(-1)?.id),
  };
}
