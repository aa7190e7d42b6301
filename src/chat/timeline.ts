/** The client's list of messages: a pure fold of what the channel says. First load, resume and live events are one thing. */
import type { Message, ServerEvent, Snapshot } from "../protocol";

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

export const EMPTY = timelineOf({ epoch: "", messages: [], more: false });

/** The timeline after `event`. The same object where the event changes nothing. */
export function fold(timeline: Timeline, event: ServerEvent): Timeline {
  switch (event.t) {
    case "welcome":
      if (event.d.resumed) return event.d.messages.reduce(merge, timeline);
      return { ...timelineOf(event.d), skipped: isFarBehind(timeline, event.d) };
    case "chat":
      return merge(timeline, event.d);
    case "page":
      // a page that was asked for before the list was replaced would leave a hole
      if (event.d.before !== timeline.messages[0]?.id) return timeline;
      return { ...timeline, messages: [...event.d.messages, ...timeline.messages], more: event.d.more, skipped: false };
    default:
      return timeline;
  }
}

/** Puts a message's state in its place, unless a state as new is there (W6), or its place is among the older ones not loaded. */
function merge(timeline: Timeline, message: Message): Timeline {
  const { messages, more } = timeline;
  const index = indexOf(messages, message.id);
  const there = messages[index];
  if (there?.id === message.id) {
    if (there.seq >= message.seq) return timeline;
    return { ...timeline, messages: messages.with(index, message) };
  }
  if (index === 0 && more) return timeline;
  return { ...timeline, messages: messages.toSpliced(index, 0, message) };
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
