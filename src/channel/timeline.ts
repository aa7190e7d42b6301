/** The client's list of messages: a pure fold of the channel's events. First load, resume and live events share it. */
import type { Message, Ref, ServerEvent, Snapshot } from "~/shared/protocol";

export interface Timeline {
  epoch: string;
  /** A section of the channel's messages without a gap, sorted by id. */
  messages: readonly Message[];
  /** Whether older messages exist. */
  more: boolean;
  /** Whether there is a gap before these messages: after a long absence, only the latest ones came. */
  skipped: boolean;
}

export function timelineOf({ epoch, messages, more }: Pick<Snapshot, "epoch" | "messages" | "more">): Timeline {
  return { epoch, messages, more, skipped: false };
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
    if (event.t === "chat") this.#states.push(messageIn(event.d));
    else if (event.t === "welcome" && event.d.resumed) this.#states.push(...event.d.messages);
    else if (event.t === "welcome" || event.t === "page") this.#timeline = replace(this.result(), event);
  }

  /** The timeline after all events so far. */
  result(): Timeline {
    this.#timeline = merge(this.#timeline, this.#states, this.#maxMessages);
    this.#states = [];
    return this.#timeline;
  }
}

/** The message alone: the answer to a repeat has the `ref` of its question beside it (W14). */
function messageIn(d: Message & Ref): Message {
  if (!("ref" in d)) return d;
  const { ref: _ref, ...message } = d;
  return message;
}

function replace(timeline: Timeline, event: Extract<ServerEvent, { t: "welcome" | "page" }>): Timeline {
  if (event.t === "welcome") return { ...timelineOf(event.d), skipped: isFarBehind(timeline, event.d) };
  // A page that was requested before the list was replaced would leave a gap
  if (event.d.before !== timeline.messages[0]?.id) return timeline;
  return { ...timeline, messages: [...event.d.messages, ...timeline.messages], more: event.d.more, skipped: false };
}

/** Puts each state in its place, unless the list has a state as new (W6), or the place is among older messages that are not loaded. */
function merge(timeline: Timeline, states: readonly Message[], maxMessages: number): Timeline {
  let messages: Message[] | undefined; // a copy, made at the first change
  for (const state of states) {
    const current = messages ?? timeline.messages;
    const index = indexOf(current, state.id);
    const known = current[index];
    const isKnown = known?.id === state.id;
    if (isKnown ? known.seq >= state.seq : index === 0 && timeline.more) continue;
    messages ??= [...current];
    messages.splice(index, isKnown ? 1 : 0, state);
  }
  if (!messages) return timeline;
  const removed = messages.splice(0, messages.length - Math.min(messages.length, maxMessages));
  return { ...timeline, messages, more: timeline.more || removed.length > 0 };
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
