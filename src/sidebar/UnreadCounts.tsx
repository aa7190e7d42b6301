/** Shows nothing: gives the side bar its counts. */
import { createUnread } from "./create-unread";

interface UnreadCountsProps {
  /** The first ones are counted. */
  channels: readonly string[];
  current: string;
  give: (unread: (channel: string) => number) => void;
}

export function UnreadCounts(props: UnreadCountsProps) {
  props.give(
    createUnread(
      () => props.channels,
      () => props.current,
    ),
  );
  return null;
}
