/** A search in the channel (W33): what is searched for, and what was found. */
import { createSignal, onCleanup } from "solid-js";
import { ask, type RefusedError } from "~/channel/ask";
import type { Channel } from "~/channel/create-channel";
import type { ClientEvent, Found } from "~/shared/protocol";

/** While the channel makes its index, the search is repeated: as often as its rate limit allows for long. */
const REPEAT_AFTER = 1_000; // ms
const MAX_REPEATS = 60;

const PAGE = 20; // messages

type Question = Extract<ClientEvent, { t: "search" }>["d"];

export type Search = ReturnType<typeof createSearch>;

export function createSearch(channel: Pick<Channel, "send" | "listen">) {
  const [text, setText] = createSignal("");
  const [from, setFrom] = createSignal("");
  const [found, setFound] = createSignal<Found>();
  const [refusal, setRefusal] = createSignal<RefusedError>();
  let shown: Question | undefined; // what `found` answers; other words may be in the box by now
  let searches = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  async function find(question: Question, repeats = 0): Promise<void> {
    clearTimeout(timer);
    const number = ++searches;
    setRefusal(undefined);
    try {
      const page = await ask(channel, { t: "search", d: question });
      if (number !== searches) return;
      const earlier = question.before === undefined ? [] : (found()?.messages ?? []);
      setFound({ ...page, messages: [...earlier, ...page.messages] });
      shown = question;
      if (!page.complete && question.before === undefined && repeats < MAX_REPEATS)
        timer = setTimeout(() => void find(question, repeats + 1), REPEAT_AFTER);
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
    /** Searches for the text in the box, if there is one. */
    search: async () => {
      if (text().trim() !== "") await find({ text: text().trim(), limit: PAGE, ...(from() && { from: from() }) });
    },
    /** Adds older messages to those that were found. */
    more: async () => {
      if (shown) await find({ ...shown, before: found()!.messages.at(-1)!.id });
    },
  };
}
