/** Which rows of the message list are in the page: those on screen and around it. Above and below them is space for the rest. */
import { observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from "solid-js";
import { PAGE_SIZE } from "~/shared/protocol";
import type { Row } from "./rows";

/** Rows kept on either side of those on screen: for the keyboard and a fast wheel, for screen readers and the browser's search. More are slow to move. */
const AROUND = 30;
/**
 * Of a row that was never in the page: the height of the lowest. A row that turns out higher moves the scroller on, which always can;
 * one that turns out lower would move it back from where the browser had stopped it, at the beginning of the list.
 */
const ESTIMATE = 28; // px
/** A reader this close to the end follows what is said. */
const AT_END = 32; // px

interface Elements {
  scroller: HTMLElement;
  /** Around its rows it is as high as those that are not in the page. Were it another element before it that is, the list would move. */
  list: HTMLElement;
}

/**
 * The scroller is upside down: its origin is the end of the list, so that what comes or goes above the reader moves nothing.
 * The virtualizer counts as the scroller does, from the end: index 0 is the newest row, offsets are distances from the end.
 * Further up, it holds the row that is read in its place while others come below; at the end it lets the scroller follow.
 */
export function createRowWindow(rows: Accessor<readonly Row[]>, elements: () => Elements) {
  const scroller = () => elements().scroller;
  const [changed, change] = createSignal(undefined, { equals: false });
  const [live, setLive] = createSignal(false); // until then it is what the server renders
  const [atEnd, setAtEnd] = createSignal(true);
  const virtualizer = new Virtualizer<HTMLElement, HTMLLIElement>(optionsFor([]));
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item) => item.end <= (virtualizer.scrollOffset ?? 0);

  const unmeasured: HTMLLIElement[] = [];

  function optionsFor(list: readonly Row[]) {
    return {
      count: list.length,
      getItemKey: (index: number) => list.at(-1 - index)!.key,
      estimateSize: () => ESTIMATE,
      overscan: AROUND,
      getScrollElement: scroller,
      initialOffset: () => -scroller().scrollTop,
      observeElementRect,
      observeElementOffset: ((instance, tell) =>
        observeElementOffset(instance, (top, isScrolling) => {
          tell(-top, isScrolling);
          setAtEnd(isAtEnd());
        })) satisfies typeof observeElementOffset,
      scrollToFn: (offset: number, { adjustments = 0 }) => scroller().scrollTo({ top: -(offset + adjustments) }),
      measureElement: sizeOf,
      anchorTo: isAtEnd() ? ("start" as const) : ("end" as const),
      scrollEndThreshold: -1, // its end is our beginning, where nobody wants to stay
      onChange: () => change(),
    };
  }

  function isAtEnd(): boolean {
    return !live() || (virtualizer.scrollOffset ?? 0) <= AT_END;
  }

  const list = createMemo(() => {
    const list = rows();
    virtualizer.setOptions(optionsFor(list));
    forget(virtualizer.itemSizeCache, list);
    return list;
  });

  const span = createMemo(
    () => {
      changed();
      const { length } = list();
      const items = live() ? virtualizer.getVirtualItems() : [];
      const [newest, oldest] = [items[0], items.at(-1)];
      if (!newest || !oldest) return { from: Math.max(0, length - PAGE_SIZE), to: length, above: 0, below: 0 };
      const above = virtualizer.getTotalSize() - oldest.end;
      return { from: length - 1 - oldest.index, to: length - newest.index, above, below: newest.start };
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to && a.above === b.above && a.below === b.below },
  );

  createEffect(() => {
    list();
    elements().list.style.paddingBlock = `${span().above}px ${span().below}px`; // not in JSX: the server may not write styles (CSP)
    // oxlint-disable-next-line no-underscore-dangle -- so the library's adapters for frameworks call it
    virtualizer._willUpdate(); // the first time it attaches, later it scrolls: once the rows are in their places
    // At once: the observer may tell of a row that came in its own wake a frame too late, and that frame would jump
    for (const row of unmeasured.splice(0))
      if (row.isConnected) virtualizer.resizeItem(virtualizer.indexFromElement(row), sizeOf(row, undefined));
    virtualizer.measureElement(null); // lets go of rows that are gone
    setLive(true);
  });
  // oxlint-disable-next-line no-underscore-dangle -- see above
  onCleanup(virtualizer._didMount());

  return {
    rows: createMemo(() => list().slice(span().from, span().to)),
    /** The virtualizer's index of the row at `place` in `rows`. */
    indexOf: (place: number) => list().length - 1 - span().from - place,
    measure(row: HTMLLIElement): void {
      virtualizer.measureElement(row); // to be observed; it is not in the page yet
      unmeasured.push(row);
    },
    isAtEnd,
    /** The same, for who wants to be told. */
    atEnd,
    /** The row above those in the page. */
    before: () => list()[span().from - 1],
    toEnd: () => scroller().scrollTo({ top: 0 }),
    /** Brings the row at `place` in the whole list to the middle of the screen. */
    toRow: (place: number) => virtualizer.scrollToIndex(list().length - 1 - place, { align: "center" }),
  };
}

/** With the margin above it. */
function sizeOf(row: HTMLLIElement, entry: ResizeObserverEntry | undefined): number {
  const height = entry?.borderBoxSize[0]?.blockSize ?? row.getBoundingClientRect().height;
  return height + parseFloat(getComputedStyle(row).marginTop);
}

/** Sizes of rows that are no longer in the list would pile up in a page that is open for long. */
function forget(sizes: Map<unknown, number>, list: readonly Row[]): void {
  if (sizes.size <= 2 * list.length + AROUND) return;
  const keys = new Set<unknown>(list.map(({ key }) => key));
  for (const key of sizes.keys()) if (!keys.has(key)) sizes.delete(key);
}
