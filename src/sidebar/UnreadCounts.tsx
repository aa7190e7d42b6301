/** Loaded after the page: keeps the side bar's unread counts, and the number on the app's icon, up to date. Renders nothing. */
import { createBadge } from "~/away/badge";
import { createUnread } from "./create-unread";

interface UnreadCountsProps {
  channels: readonly string[];
  current: string;
  /** Called once with a function that reads a channel's count. */
  onReady: (unreadOf: (channel: string) => number) => void;
}

export function UnreadCounts(props: UnreadCountsProps) {
  const unreadOf = createUnread(
    () => props.channels,
    () => props.current,
  );
  props.onReady(unreadOf);
  createBadge(() => props.channels.reduce((sum, channel) => sum + unreadOf(channel), 0));
  return null;
}
