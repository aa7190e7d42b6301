/** Takes messages off the page that the channel deletes without an event (W24). */
import type { Channel } from "./create-channel";
import type { Timeline } from "./timeline";

/** Removes the messages from before `at` (Unix ms). If none is left of a place in the past, the list shows the latest messages. */
export function removeBefore({ latest, setLatest, past, setPast }: Channel, at: number): void {
  setLatest(withoutBefore(latest(), at));
  const place = past() && withoutBefore(past()!, at);
  setPast(place?.messages.length ? place : undefined);
}

/** The timeline without the messages from before `at` (Unix ms), and without older ones. */
function withoutBefore(timeline: Timeline, at: number): Timeline {
  const messages = timeline.messages.filter((message) => message.at >= at);
  return messages.length < timeline.messages.length ? { ...timeline, messages, more: false, skipped: false } : timeline;
}
