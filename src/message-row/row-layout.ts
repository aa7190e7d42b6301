/** What a message's row begins: a day, a group of one author's messages, or the unread messages. */
import type { Clock } from "~/ui/clock";
import type { TimelineItem } from "./items";

/** Messages of one author within this time form a group under one name. */
const GROUP_WITHIN = 5 * 60_000; // ms

export interface RowLayout {
  item: TimelineItem;
  /** The first row of a group, with the author's name. */
  startsGroup: boolean;
  startsDay: boolean;
  /** The first unread message since the reader's last visit. */
  startsUnread: boolean;
}

/** Layouts that were made before. An unchanged one is the same object, so that its row is not rendered again. */
export type KnownLayouts = WeakMap<TimelineItem, RowLayout>;

/** `previous` is the item above the first one, if there is one. `firstUnread` is a message id. */
export function layoutsOf(
  items: readonly TimelineItem[],
  previous: TimelineItem | undefined,
  firstUnread: number | undefined,
  { day }: Clock,
  known: KnownLayouts = new WeakMap(),
): RowLayout[] {
  return items.map((item, index) => {
    const above = index === 0 ? previous : items[index - 1];
    const startsDay = above === undefined || day(above.at) !== day(item.at);
    const layout = {
      item,
      startsDay,
      startsUnread: firstUnread !== undefined && item.message?.id === firstUnread,
      startsGroup: startsDay || !isSameGroup(above, item),
    };
    const before = known.get(item);
    if (before && isEqual(before, layout)) return before;
    known.set(item, layout);
    return layout;
  });
}

function isSameGroup(above: TimelineItem, item: TimelineItem): boolean {
  return (
    above.user.id === item.user.id &&
    above.user.name === item.user.name &&
    item.at - above.at <= GROUP_WITHIN &&
    item.reply === undefined // above a reply stands the quoted message, so the reply needs its author's name
  );
}

function isEqual(a: RowLayout, b: RowLayout): boolean {
  return a.startsGroup === b.startsGroup && a.startsDay === b.startsDay && a.startsUnread === b.startsUnread;
}
