/** The virtual window: of a long list, the items around the screen have rows in the document. Padding above and below stands for the others. */
import { observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { createEffect, createMemo, createSignal, onCleanup, onMount } from "solid-js";
import type { TimelineItem } from "~/message-row/items";
import { PAGE_SIZE } from "~/shared/protocol";
import type { Elements, KeptItems } from "./list-window";

/** Rows above and below the screen, for keyboards, fast wheels, screen readers and the browser's search. More are slow to move. */
const OVERSCAN = 30;
/**
 * The height of a row that was never measured: the lowest possible one. If the row is higher, the scroller moves on, which is always
 * possible. If it was lower, the scroller would have to move back from the beginning of the list, where the browser had stopped it.
 */
const ESTIMATED_HEIGHT = 28; // px

export interface VirtualWindowOptions {
  /** The list's padding is as high as the rows that are not in the document. A spacer element before the list would shift the list. */
  elements: Elements;
  /** The whole list. */
  items: readonly TimelineItem[];
  kept: KeptItems;
  isAtEnd: () => boolean;
  /** Called when the window has followed the scroller. */
  onScroll: () => void;
}

export type VirtualWindow = ReturnType<typeof createVirtualWindow>;

/**
 * The virtualizer counts from the end, as the scroller does: index 0 is the newest item, offsets are distances from the end.
 * If the reader has scrolled up, it keeps their row in place while others come below. At the end, new rows scroll in.
 */
export function createVirtualWindow(props: VirtualWindowOptions, onAttached: () => void) {
  const { scroller, list: listElement } = props.elements;
  const [scrolled, setScrolled] = createSignal(undefined, { equals: false });
  const virtualizer = new Virtualizer<HTMLElement, HTMLLIElement>(optionsFor([]));
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item) => item.end <= (virtualizer.scrollOffset ?? 0);

  const measured = new WeakSet<HTMLLIElement>();
  const rows = () => listElement.querySelectorAll<HTMLLIElement>(":scope > .message");

  function optionsFor(list: readonly TimelineItem[]) {
    return {
      count: list.length,
      getItemKey: (index: number) => list.at(-1 - index)!.key,
      estimateSize: () => ESTIMATED_HEIGHT,
      overscan: OVERSCAN,
      getScrollElement: () => scroller,
      initialOffset: () => -scroller.scrollTop,
      observeElementRect,
      observeElementOffset: ((instance, report) =>
        observeElementOffset(instance, (top, isScrolling) => {
          report(-top, isScrolling);
          props.onScroll();
        })) satisfies typeof observeElementOffset,
      scrollToFn(offset: number, { adjustments = 0 }) {
        const top = -(offset + adjustments);
        if (top !== scroller.scrollTop) scroller.scrollTo({ top }); // otherwise it would end a fling
      },
      measureElement: sizeOf,
      anchorTo: props.isAtEnd() ? ("start" as const) : ("end" as const),
      scrollEndThreshold: -1, // its end is our beginning, where the view must not stick
      onChange: () => setScrolled(),
    };
  }

  const list = createMemo(() => {
    const list = props.items;
    virtualizer.setOptions(optionsFor(list));
    evictSizes(virtualizer.itemSizeCache, list);
    return list;
  });

  const span = createMemo(
    () => {
      scrolled();
      const { length } = list();
      const visible = virtualizer.getVirtualItems();
      const [newest, oldest] = [visible[0], visible.at(-1)];
      if (!newest || !oldest) return { from: Math.max(0, length - PAGE_SIZE), to: length, above: 0, below: 0 }; // not shown, or not attached yet
      const keptAt = props.kept.flatMap((item) => (item ? indexOf(list(), item) : []));
      const from = Math.min(length - 1 - oldest.index, ...keptAt);
      const to = Math.max(length - newest.index, ...keptAt.map((index) => index + 1));
      const { measurementsCache } = virtualizer;
      const above = virtualizer.getTotalSize() - measurementsCache[length - 1 - from]!.end;
      return { from, to, above, below: measurementsCache[length - to]!.start };
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to && a.above === b.above && a.below === b.below },
  );

  const keyOf = (row: HTMLLIElement) => list().at(-1 - virtualizer.indexFromElement(row))!.key;
  const resize = (row: HTMLLIElement) => virtualizer.resizeItem(virtualizer.indexFromElement(row), sizeOf(row, undefined));

  // All heights are known before the virtualizer knows the reader's position: at each correction of an estimate, it would scroll
  onMount(() => {
    for (const row of rows()) virtualizer.itemSizeCache.set(keyOf(row), sizeOf(row, undefined));
    virtualizer.setOptions(optionsFor(list())); // so that it reads them
  });
  createEffect(() => {
    list();
    listElement.style.paddingBlock = `${span().above}px ${span().below}px`; // not in JSX: the CSP forbids inline styles from the server
    // oxlint-disable-next-line no-underscore-dangle -- the library's framework adapters call it, too
    virtualizer._willUpdate(); // attaches the first time, scrolls later: when the rows are in place
    for (const row of rows()) {
      if (measured.has(row)) continue;
      measured.add(row);
      virtualizer.measureElement(row); // observes it
      resize(row); // now: the observer may report it one frame too late, and that frame would jump
    }
    virtualizer.measureElement(null); // forgets removed rows
    onAttached();
  });
  // oxlint-disable-next-line no-underscore-dangle -- see above
  onCleanup(virtualizer._didMount());

  return {
    items: createMemo(() => list().slice(span().from, span().to)),
    previous: () => list()[span().from - 1],
    /** How many items are below them. */
    below: () => list().length - span().to,
    /** How far the reader is from the end. */
    offset: () => virtualizer.scrollOffset ?? -scroller.scrollTop,
    /** Measures a row that has become higher. Call it before the scroller moves; otherwise the row is taken for one below the screen. */
    resize,
    /**
     * Scrolls once to about the item at `place`, so that it has a row. The library's `scrollToIndex` would go on for some frames, to another
     * message if a page of messages comes meanwhile.
     */
    scrollTo(place: number): void {
      const [offset] = virtualizer.getOffsetForIndex(place, "center") ?? [];
      if (offset !== undefined) scroller.scrollTo({ top: -offset });
    },
  };
}

/** The index of an item; none if it is not listed any more. The key survives edits. */
function indexOf(list: readonly TimelineItem[], { key }: TimelineItem): number[] {
  const index = list.findIndex((item) => item.key === key);
  return index < 0 ? [] : [index];
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
