/** Loaded after the page: keeps the side bar's unread counts up to date. Renders nothing. */
import { createUnread } from "./create-unread";

interface UnreadCountsProps {
  channels: readonly string[];
  current: string;
  /** Called once with a function that reads a channel's count. */
  onReady: (unreadOf: (channel: string) => number) => void;
}

export function UnreadCounts(props: UnreadCountsProps) {
  props.onReady(
    createUnread(
      () => props.channels,
      () => props.current,
    ),
  );
  return null;
}
