/**
 * A place in the past (W31): the list shows one continuous section of the history, live messages are kept aside. It ends where it meets
 * the latest messages, and with its history.
 */
import { batch } from "solid-js";
import { ask } from "~/channel/ask";
import type { Channel } from "~/channel/create-channel";
import { TimelineFold, timelineOf, withQuotes, type Timeline } from "~/channel/timeline";
import { MAX_PAGE, type Page, type ServerEvent } from "~/shared/protocol";

type PastChannel = Pick<Channel, "send" | "listen" | "latest" | "setLatest" | "past" | "setPast">;

/** Follows the channel until `stop` is called. */
export function createPast(channel: PastChannel) {
  function show(place: Timeline): void {
    const { epoch } = channel.latest();
    const isOver = epoch !== "" && place.epoch !== epoch;
    const all = joined(place, channel.latest());
    batch(() => {
      channel.setPast(isOver || all ? undefined : place);
      if (all) channel.setLatest(all);
    });
  }

  function receive(events: readonly ServerEvent[]): void {
    const place = channel.past();
    if (!place) return;
    const fold = new TimelineFold(place, Infinity);
    for (const event of events) if (event.t !== "welcome" || event.d.resumed) fold.receive(event);
    show(fold.result());
    if (events.some((event) => event.t === "welcome" && !event.d.resumed)) refresh();
  }

  /** Asks for the loaded messages again: no event has told of the changes that the socket missed. If that fails, the next welcome asks again. */
  function refresh(): void {
    const place = channel.past();
    if (place) void refreshFrom(place.messages[0]!.id - 1, place.messages.at(-1)!.id).catch(() => undefined);
  }

  async function refreshFrom(after: number, last: number): Promise<void> {
    while (after < last) {
      const { messages } = await ask(channel, { t: "history", d: { after, limit: MAX_PAGE } });
      after = messages.at(-1)?.id ?? last;
    }
  }

  const stop = channel.listen(receive);
  refresh(); // the page may have been open for a while
  return {
    /** Shows a page, or, if it overlaps the latest messages, all of them. */
    showPage: (page: Page): void => show(timelineOf({ ...page, epoch: channel.latest().epoch })),
    stop,
  };
}

/** One timeline of a place in the past and the latest messages; undefined as long as there is a gap between them. */
function joined(past: Timeline, latest: Timeline): Timeline | undefined {
  const first = latest.messages[0]?.id ?? Infinity;
  if (past.epoch !== latest.epoch || (past.newer && past.messages.at(-1)!.id + 1 < first)) return undefined;
  const messages = [...past.messages.filter(({ id }) => id < first), ...latest.messages];
  return {
    ...latest,
    messages,
    more: past.more,
    skipped: false,
    quotes: withQuotes(past.quotes, [...(latest.quotes?.values() ?? [])]),
  };
}
