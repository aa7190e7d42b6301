/** The client's list of messages: a pure fold of what the channel says. First load, resume and live events are one thing. */
import type { Message, ServerEvent, Snapshot } from "~/shared/protocol";

export interface Timeline {
  epoch: string;
  /** A stretch of the channel's messages without a hole, by id. */
  messages: readonly Message[];
  /** Whether older ones exist. */
  more: boolean;
  /** Whether the reader has missed messages that are older than these: away for too long, only the latest came. */
  skipped: boolean;
}

export function timelineOf({ epoch, messages, more }: Pick<Snapshot, "epoch" | "messages" | "more">): Timeline {
  return { epoch, messages, more, skipped: false };
}

/** Of a channel that has not said anything yet, not even that it is empty. */
export const EMPTY = timelineOf({ epoch: "", messages: [], more: false });

/** What a timeline holds while its reader is at the end: what they may scroll back to without a page. */
export const MOST = 2_000; // messages
/** Nothing goes from under a reader further up, until even a page that is left alone there must stop growing. */
export const MOST_SCROLLED_UP = 10_000; // messages

/** The timeline after `event`. The same object where the event changes nothing. */
export function fold(timeline: Timeline, event: ServerEvent): Timeline {
  return foldAll(timeline, [event]);
}

/**
 * The timeline after all `events` of a frame, for one copy of the list. If messages that they bring make it longer than
 * `most`, its oldest go; they come back by paging.
 */
export function foldAll(timeline: Timeline, events: readonly ServerEvent[], most = Infinity): Timeline {
  let after = timeline;
  let states: Message[] = []; // not yet merged
  for (const event of events) {
    if (event.t === "chat") states.push(event.d);
    else if (event.t === "welcome" && event.d.resumed) states.push(...event.d.messages);
    else if (event.t === "welcome" || event.t === "page") {
      after = replace(merge(after, states, most), event);
      states = [];
    }
  }
  return merge(after, states, most);
}

function replace(timeline: Timeline, event: Extract<ServerEvent, { t: "welcome" | "page" }>): Timeline {
  if (event.t === "welcome") return { ...timelineOf(event.d), skipped: isFarBehind(timeline, event.d) };
  // a page that was asked for before the list was replaced would leave a hole
  if (event.d.before !== timeline.messages[0]?.id) return timeline;
  return { ...timeline, messages: [...event.d.messages, ...timeline.messages], more: event.d.more, skipped: false };
}

/** Puts each state in its place, unless a state as new is there (W6), or its place is among the older ones not loaded. */
function merge(timeline: Timeline, states: readonly Message[], most: number): Timeline {
  let messages: Message[] | undefined; // a copy, once there is something to change
  for (const state of states) {
    const now = messages ?? timeline.messages;
    const index = indexOf(now, state.id);
    const there = now[index];
    const isThere = there?.id === state.id;
    if (isThere ? there.seq >= state.seq : index === 0 && timeline.more) continue;
    messages ??= [...now];
    messages.splice(index, isThere ? 1 : 0, state);
  }
  if (!messages) return timeline;
  const gone = messages.splice(0, messages.length - Math.min(messages.length, most));
  return { ...timeline, messages, more: timeline.more || gone.length > 0 };
}

/** The message `id`, if it is among those here. */
export function messageOf({ messages }: Timeline, id: number): Message | undefined {
  const found = messages[indexOf(messages, id)];
  return found?.id === id ? found : undefined;
}

/** Where the message `id` is in the list, or would be; found from the end, where nearly all are. */
function indexOf(messages: readonly Message[], id: number): number {
  return messages.findLastIndex((message) => message.id < id) + 1;
}

function isFarBehind({ epoch, messages }: Timeline, latest: Snapshot): boolean {
  const last = messages.at(-1)?.id ?? 0; // who saw the channel empty can have missed something too
  const first = latest.messages[0];
  return epoch === latest.epoch && first !== undefined && latest.more && last + 1 < first.id;
}
