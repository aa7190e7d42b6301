/** Keeps rows outside of the virtual window in the document: those that are selected, and for printing all of them. */
import type { TimelineItem } from "~/message-row/items";
import { copySelection } from "./copying";
import { printAll } from "./printing";

export interface KeepRowsProps {
  scroller: HTMLElement;
  /** The whole list. */
  items: readonly TimelineItem[];
  /** Keeps the rows from `first` to `last`, or no more than the virtual window has. */
  keep: (first?: TimelineItem, last?: TimelineItem) => void;
}

export function KeepRows(props: KeepRowsProps) {
  copySelection(props);
  printAll(props);
  return null;
}
