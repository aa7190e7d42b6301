/** The client's list of messages: a pure fold of the channel's events. First load, resume and live events share it. */
import type { Message, Page, PagePlace, Quote, ServerEvent, Snapshot } from "~/shared/protocol";

export type Quotes = ReadonlyMap<number, Quote>;

export interface Timeline {
  epoch: string;
  /** A section of the channel's messages without a gap, sorted by id. */
  messages: readonly Message[];
  /** Messages that are answered here and may not be loaded, by id. Absent if there are none. */
  quotes?: Quotes | undefined;
  /** Whether older messages exist. */
  more: boolean;
  /** Whether newer messages exist that are not loaded: this is a place in the past (W31). */
  newer?: boolean | undefined;
  /** Whether there is a gap before these messages: after a long absence, only the latest ones came. */
  skipped: boolean;
}

export function timelineOf({ epoch, messages, more, newer, quotes }: Page & Pick<Snapshot, "epoch">): Timeline {
  return { epoch, messages, more, newer, skipped: false, quotes: withQuotes(undefined, quotes) };
}

/** Before the channel has answered for the first time. */
export const EMPTY = timelineOf({ epoch: "", messages: [], more: false });

/** Messages in memory while the reader is at the end. Older ones are loaded again by scrolling up. */
export const MAX_MESSAGES_AT_END = 2_000;
/** Nothing above a reader who has scrolled up is removed, until a page that is left alone there has to stop growing. */
export const MAX_MESSAGES_SCROLLED_UP = 10_000;

/** The timeline after `event`. The same object if the event changes nothing. */
export function fold(timeline: Timeline, event: ServerEvent): Timeline {
  return foldAll(timeline, [event]);
}

/** The timeline after `events`: see `TimelineFold`. */
export function foldAll(timeline: Timeline, events: readonly ServerEvent[], maxMessages = Infinity): Timeline {
  const fold = new TimelineFold(timeline, maxMessages);
  for (const event of events) fold.receive(event);
  return fold.result();
}

/**
 * Folds the events of one frame with a single copy of the list. If new messages make it longer than `maxMessages`, the oldest
 * are removed; scrolling up loads them again.
 */
export class TimelineFold {
  #timeline: Timeline;
  #states: Message[] = []; // not merged yet
  readonly #maxMessages: number;

  constructor(timeline: Timeline, maxMessages: number) {
    this.#timeline = timeline;
    this.#maxMessages = maxMessages;
  }

  receive(event: ServerEvent): void {
    if (event.t === "chat") {
      const { ref: _ref, quote, ...message } = event.d; // the ref is that of a question (W14)
      this.#add([message], quote && [quote]);
    } else if (event.t === "welcome" && !event.d.resumed) this.#timeline = replace(this.result(), event.d);
    else if (event.t === "page") this.#receivePage(event.d);
    else if (event.t === "welcome") this.#add(event.d.messages, event.d.quotes);
  }

  /** Another page than the next one brings the loaded messages among its own up to date. */
  #receivePage(page: PagePlace & Page): void {
    const timeline = this.result();
    const extended = extend(timeline, page);
    if (extended) this.#timeline = extended;
    else this.#add(page.messages.filter(({ id }) => messageOf(timeline, id)));
  }

  /** The timeline after all events so far. */
  result(): Timeline {
    this.#timeline = merge(this.#timeline, this.#states, this.#maxMessages);
    this.#states = [];
    return this.#timeline;
  }

  #add(states: readonly Message[], quotes?: readonly Quote[]): void {
    this.#states.push(...states);
    const known = this.#timeline.quotes;
    const changed = known && states.filter(({ id }) => known.has(id));
    if (quotes || changed?.length) this.#timeline = { ...this.#timeline, quotes: withQuotes(known, quotes, changed) };
  }
}

function replace(timeline: Timeline, latest: Snapshot): Timeline {
  return { ...timelineOf(latest), skipped: isFarBehind(timeline, latest) };
}

/** The timeline with a page at one of its ends; undefined if the page is of another place, or was requested before the list was replaced. */
function extend(timeline: Timeline, { before, after, messages, more, newer, quotes }: PagePlace & Page): Timeline | undefined {
  const all = withQuotes(timeline.quotes, quotes);
  if (before !== undefined && before === timeline.messages[0]?.id)
    return { ...timeline, messages: [...messages, ...timeline.messages], more, skipped: false, quotes: all };
  if (timeline.newer && after !== undefined && after === timeline.messages.at(-1)?.id)
    return { ...timeline, messages: [...timeline.messages, ...messages], newer, quotes: all };
  return undefined;
}

/** All of these quotes; undefined if there are none. */
export function withQuotes(known: Quotes | undefined, ...lists: (readonly Quote[] | undefined)[]): Quotes | undefined {
  const quotes = lists.flatMap((list) => list ?? []);
  return quotes.length > 0 ? new Map([...(known ?? []), ...quotes.map((quote) => [quote.id, quote] as const)]) : known;
}

/** Puts each state in its place, unless the list has a state as new (W6), or the place is among messages that are not loaded. */
function merge(timeline: Timeline, states: readonly Message[], maxMessages: number): Timeline {
  let messages: Message[] | undefined; // a copy, made at the first change
  for (const state of states) {
    const current = messages ?? timeline.messages;
    const index = indexOf(current, state.id);
    const known = current[index];
    const isKnown = known?.id === state.id;
    if (isKnown ? known.seq >= state.seq : index === 0 ? timeline.more : index === current.length && timeline.newer) continue;
    messages ??= [...current];
    messages.splice(index, isKnown ? 1 : 0, state);
  }
  if (!messages) return timeline;
  const removed = messages.splice(0, messages.length - Math.min(messages.length, maxMessages));
  if (removed.length === 0) return { ...timeline, messages };
  const answered = new Set(messages.map(({ reply }) => reply));
  const quotes = [...(timeline.quotes?.values() ?? []), ...removed].filter(({ id }) => answered.has(id));
  return { ...timeline, messages, more: true, quotes: withQuotes(undefined, quotes) };
}

/** The message `id` as its answers quote it, if it is known. */
export function quoteOf(timeline: Timeline, id: number): Quote | undefined {
  return messageOf(timeline, id) ?? timeline.quotes?.get(id);
}

/** The message `id`, if it is loaded. */
export function messageOf({ messages }: Timeline, id: number): Message | undefined {
  const found = messages[indexOf(messages, id)];
  return found?.id === id ? found : undefined;
}

/** The index of the message `id`, or the one at which it would be inserted. Searches from the end, where nearly all are. */
function indexOf(messages: readonly Message[], id: number): number {
  return messages.findLastIndex((message) => message.id < id) + 1;
}

function isFarBehind({ epoch, messages }: Timeline, latest: Snapshot): boolean {
  const last = messages.at(-1)?.id ?? 0; // a reader who saw the channel empty can have missed messages, too
  const first = latest.messages[0];
  return epoch === latest.epoch && first !== undefined && latest.more && last + 1 < first.id;
}
