/** The virtual window: which items of the list have rows in the document. Padding above and below stands for the others. */
import { observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from "solid-js";
import { PAGE_SIZE } from "~/shared/protocol";
import type { TimelineItem } from "./items";

/** Rows above and below the screen, for keyboards, fast wheels, screen readers and the browser's search. More are slow to move. */
const OVERSCAN = 30;
/**
 * The height of a row that was never measured: the lowest possible one. If the row is higher, the scroller moves on, which is always
 * possible. If it was lower, the scroller would have to move back from the beginning of the list, where the browser had stopped it.
 */
const ESTIMATED_HEIGHT = 28; // px
/** A reader this close to the end counts as at the end, and new messages scroll in. */
const AT_END_WITHIN = 32; // px

interface Elements {
  scroller: HTMLElement;
  /** Its padding is as high as the rows that are not in the document. A spacer element before the list would shift the list. */
  list: HTMLElement;
}

/**
 * The scroller runs from the bottom up (`flex-direction: column-reverse`): its origin is the end of the list, so that changes above
 * the reader shift nothing. The virtualizer counts from the end as well: index 0 is the newest item, offsets are distances from the end.
 * If the reader has scrolled up, the virtualizer keeps their row in place while others come below. At the end, new rows scroll in.
 */
export function createVirtualWindow(items: Accessor<readonly TimelineItem[]>, elements: () => Elements) {
  const scroller = () => elements().scroller;
  const [scrolled, setScrolled] = createSignal(undefined, { equals: false });
  const [isLive, setLive] = createSignal(false); // before that, the rows are those that the server rendered
  const [atEnd, setAtEnd] = createSignal(true);
  const [kept, setKept] = createSignal<readonly (TimelineItem | undefined)[]>([], { equals: isSameRange });
  const virtualizer = new Virtualizer<HTMLElement, HTMLLIElement>(optionsFor([]));
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item) => item.end <= (virtualizer.scrollOffset ?? 0);

  const unmeasured: HTMLLIElement[] = [];

  function optionsFor(list: readonly TimelineItem[]) {
    return {
      count: list.length,
      getItemKey: (index: number) => list.at(-1 - index)!.key,
      estimateSize: () => ESTIMATED_HEIGHT,
      overscan: OVERSCAN,
      getScrollElement: scroller,
      initialOffset: () => -scroller().scrollTop,
      observeElementRect,
      observeElementOffset: ((instance, report) =>
        observeElementOffset(instance, (top, isScrolling) => {
          report(-top, isScrolling);
          setAtEnd(isAtEnd());
        })) satisfies typeof observeElementOffset,
      scrollToFn: (offset: number, { adjustments = 0 }) => scroller().scrollTo({ top: -(offset + adjustments) }),
      measureElement: sizeOf,
      anchorTo: isAtEnd() ? ("start" as const) : ("end" as const),
      scrollEndThreshold: -1, // its end is our beginning, where the view must not stick
      onChange: () => setScrolled(),
    };
  }

  function isAtEnd(): boolean {
    return !isLive() || (virtualizer.scrollOffset ?? 0) <= AT_END_WITHIN;
  }

  const list = createMemo(() => {
    const list = items();
    virtualizer.setOptions(optionsFor(list));
    evictSizes(virtualizer.itemSizeCache, list);
    return list;
  });

  const span = createMemo(
    () => {
      scrolled();
      const { length } = list();
      const visible = isLive() ? virtualizer.getVirtualItems() : [];
      const [newest, oldest] = [visible[0], visible.at(-1)];
      if (!newest || !oldest) return { from: Math.max(0, length - PAGE_SIZE), to: length, above: 0, below: 0 };
      const keptAt = kept().flatMap((item) => (item ? indexOf(list(), item) : []));
      const from = Math.min(length - 1 - oldest.index, ...keptAt);
      const to = Math.max(length - newest.index, ...keptAt.map((index) => index + 1));
      const { measurementsCache } = virtualizer;
      const above = virtualizer.getTotalSize() - measurementsCache[length - 1 - from]!.end;
      return { from, to, above, below: measurementsCache[length - to]!.start };
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to && a.above === b.above && a.below === b.below },
  );

  createEffect(() => {
    list();
    elements().list.style.paddingBlock = `${span().above}px ${span().below}px`; // not in JSX: the CSP forbids inline styles from the server
    // oxlint-disable-next-line no-underscore-dangle -- the library's framework adapters call it, too
    virtualizer._willUpdate(); // attaches the first time, scrolls later: when the rows are in place
    // Measured now: the observer may report a row one frame too late, and that frame would jump
    for (const row of unmeasured.splice(0))
      if (row.isConnected) virtualizer.resizeItem(virtualizer.indexFromElement(row), sizeOf(row, undefined));
    virtualizer.measureElement(null); // forgets removed rows
    setLive(true);
  });
  // oxlint-disable-next-line no-underscore-dangle -- see above
  onCleanup(virtualizer._didMount());

  return {
    /** The items that have rows in the document. */
    items: createMemo(() => list().slice(span().from, span().to)),
    /** The virtualizer's index of the item at `index` in `items`. */
    virtualIndexOf: (index: number) => list().length - 1 - span().from - index,
    measure(row: HTMLLIElement): void {
      virtualizer.measureElement(row); // observes it; it is not in the document yet
      unmeasured.push(row);
    },
    /** Keeps the rows from `first` to `last` in the document, also outside of the window; without arguments, none. */
    keep: (first?: TimelineItem, last?: TimelineItem) => void setKept([first, last]),
    /**
     * Runs `change`, which makes a row higher, and scrolls so that its top stays in place: the list grows upwards. The virtualizer has to
     * know the new height before it knows the new position, or it takes the row for one below the screen.
     */
    grow(row: HTMLLIElement, change: () => void): void {
      const { top } = row.getBoundingClientRect();
      change();
      virtualizer.resizeItem(virtualizer.indexFromElement(row), sizeOf(row, undefined));
      scroller().scrollBy({ top: row.getBoundingClientRect().top - top });
    },
    isAtEnd,
    /** The same, as a signal. */
    atEnd,
    /** The item above the first of `items`. */
    previous: () => list()[span().from - 1],
    scrollToEnd: () => scroller().scrollTo({ top: 0 }),
    /** Scrolls the item at `index` of the whole list to the middle of the screen. */
    scrollToIndex: (index: number) => virtualizer.scrollToIndex(list().length - 1 - index, { align: "center" }),
  };
}

/** The index of an item; none if it is not listed any more. The key survives edits. */
function indexOf(list: readonly TimelineItem[], { key }: TimelineItem): number[] {
  const index = list.findIndex((item) => item.key === key);
  return index < 0 ? [] : [index];
}

function isSameRange([a, b]: readonly (TimelineItem | undefined)[], [c, d]: readonly (TimelineItem | undefined)[]): boolean {
  return a?.key === c?.key && b?.key === d?.key;
}

/** The height of a row (px), with the margin above it. */
function sizeOf(row: HTMLLIElement, entry: ResizeObserverEntry | undefined): number {
  const height = entry?.borderBoxSize[0]?.blockSize ?? row.getBoundingClientRect().height;
  return height + parseFloat(getComputedStyle(row).marginTop);
}

/** On a page that is open for long, the sizes of removed items would pile up. */
function evictSizes(sizes: Map<unknown, number>, list: readonly TimelineItem[]): void {
  if (sizes.size <= 2 * list.length + OVERSCAN) return;
  const keys = new Set<unknown>(list.map(({ key }) => key));
  for (const key of sizes.keys()) if (!keys.has(key)) sizes.delete(key);
}
