/** Keeps rows outside of the virtual window in the document, those that are selected, and for printing all of them; and the focus. */
import type { TimelineItem } from "~/message-row/items";
import { useChannel } from "~/channel/ChannelProvider";
import type { RowLayout } from "~/message-row/row-layout";
import { keepFocus } from "./keep-focus";
import { copySelection } from "./copying";
import { printAll } from "./printing";

export interface KeepRowsProps {
  scroller: HTMLElement;
  /** The whole list. */
  items: readonly TimelineItem[];
  /** What the rows show. */
  rows: readonly RowLayout[];
  /** Keeps the rows from `first` to `last`, or no more than the virtual window has. */
  keep: (first?: TimelineItem, last?: TimelineItem) => void;
}

export function KeepRows(props: KeepRowsProps) {
  const { changes } = useChannel();
  copySelection(props);
  keepFocus(props.scroller, () => [props.rows, changes.pending()]);
  printAll(props);
  return null;
}
