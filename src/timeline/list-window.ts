/**
 * Which items of the list have rows in the document: at first all of them, or 200 while the reader is at the end of the list; later those
 * in the virtual window. That is loaded when the page is idle and the list can be scrolled, when the list outgrows a first page, or when
 * the reader scrolls up.
 */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createMemo, createSignal, onMount, untrack, type Accessor } from "solid-js";
import type { TimelineItem } from "~/message-row/items";
import { PAGE_SIZE } from "~/shared/protocol";
import { whenIdle } from "~/ui/WhenIdle";
import type { VirtualWindow } from "./virtual-window";

/** Rows while the reader is at the end and the virtual window is loading. More are slow to create. */
const MAX_ROWS_AT_END = 4 * PAGE_SIZE;
/** A reader this close to the end counts as at the end, and new messages scroll in. */
const AT_END_WITHIN = 32; // px

export interface Elements {
  /** It runs from the bottom up (`flex-direction: column-reverse`): its origin is the end of the list, so that changes above the reader shift nothing. */
  scroller: HTMLElement;
  list: HTMLElement;
}

/** The rows of these items, and of those between them, stay in the document. Empty if nothing is kept. */
export type KeptItems = readonly (TimelineItem | undefined)[];

/** `isInPast`: whether the items end before the newest message. */
export function createListWindow(
  items: Accessor<readonly TimelineItem[]>,
  elements: () => Elements,
  isInPast: Accessor<boolean>,
) {
  const [virtual, setVirtual] = createSignal<VirtualWindow>();
  const [atEnd, setAtEnd] = createSignal(!isInPast());
  /** At the end of the past, what comes must not move the reader: until they scroll where it has met the newest messages. */
  let isHeld = isInPast();
  const [kept, setKept] = createSignal<KeptItems>([], { equals: isSameRange });
  const [isScrollable, setScrollable] = createSignal(false);
  const scroller = () => elements().scroller;

  const isAtEnd = () => {
    isHeld ||= untrack(isInPast);
    return !isHeld && (untrack(virtual)?.offset() ?? -scroller().scrollTop) <= AT_END_WITHIN;
  };
  const onScroll = () => {
    isHeld = false;
    setAtEnd(isAtEnd());
  };

  onMount(() => makeEventListener(scroller(), "scroll", () => void (virtual() ?? onScroll()), { passive: true }));
  // Until the virtual window is there, the browser keeps the place of a reader who has scrolled up, if it has scroll anchoring
  createEffect(() => (scroller().style.overflowAnchor = virtual() || atEnd() ? "" : "auto"));
  whenIdle(() => {
    onScroll(); // the reader may have scrolled before the script ran
    setScrollable(scroller().scrollHeight > scroller().clientHeight);
  });

  const shown = createMemo(() => virtual()?.items() ?? (atEnd() ? items().slice(-MAX_ROWS_AT_END) : items()));

  return {
    /** Whether the virtual window is needed; it stays so. */
    needsVirtual: createMemo((was: boolean) => was || isScrollable() || items().length > PAGE_SIZE || !atEnd(), false),
    setVirtual,
    /** The items that have rows in the document. */
    items: shown,
    /** The item above the first of `items`. */
    previous: () => (virtual() ? virtual()!.previous() : items().at(-1 - shown().length)),
    /** The place of the item at `index` in `items`, counted from the end of the list: 0 is the newest one. */
    placeOf: (index: number) => (virtual()?.below() ?? 0) + shown().length - 1 - index,
    kept,
    /** Keeps the rows from `first` to `last` in the document, also outside of the window; without arguments, none. */
    keep: (first?: TimelineItem, last?: TimelineItem) => void setKept([first, last]),
    /** Runs `change`, which makes a row higher, and scrolls so that its top stays in place: the list grows upwards. */
    grow(row: HTMLLIElement, change: () => void): void {
      const { top } = row.getBoundingClientRect();
      change();
      virtual()?.resize(row);
      scroller().scrollBy({ top: row.getBoundingClientRect().top - top });
    },
    /** Call it when the virtual window has followed the scroller. */
    onScroll,
    isAtEnd,
    /** The same, as a signal. */
    atEnd,
    scrollToEnd(): void {
      isHeld = false;
      scroller().scrollTo({ top: 0 });
      onScroll(); // it may be there already
    },
    /** Scrolls the item at `index` of the whole list to the middle of the screen. */
    scrollToIndex(index: number): void {
      const place = items().length - 1 - index;
      if (virtual()) return virtual()!.scrollTo(place);
      setAtEnd(false); // so that all items have rows
      queueMicrotask(() => {
        elements().list.querySelector(`[data-index="${place}"]`)?.scrollIntoView({ block: "center" });
        onScroll();
      });
    },
  };
}

function isSameRange([a, b]: KeptItems, [c, d]: KeptItems): boolean {
  return a?.key === c?.key && b?.key === d?.key;
}
