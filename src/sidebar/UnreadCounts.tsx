/** Loaded after the page: keeps the side bar's unread counts, and the number on the app's icon, up to date. Renders nothing. */
import { createBadge } from "~/away/badge";
import { onDemandStrings } from "~/strings/current";
import { createUnread } from "./create-unread";

/** As the side bar shows it. */
export interface ShownUnread {
  n: number;
  isMention: boolean;
  /** What a screen reader says after the number. */
  words: string;
}

interface UnreadCountsProps {
  channels: readonly string[];
  current: string;
  /** Called once with a function that reads a channel's count. */
  onReady: (unreadOf: (channel: string) => ShownUnread | undefined) => void;
}

export function UnreadCounts(props: UnreadCountsProps) {
  const unreadOf = createUnread(
    () => props.channels,
    () => props.current,
  );
  props.onReady((channel) => {
    const { n = 0, mentions = 0 } = unreadOf(channel) ?? {};
    return n > 0 ? { n, isMention: mentions > 0, words: onDemandStrings().unread.words(mentions) } : undefined;
  });
  createBadge(() => props.channels.reduce((sum, channel) => sum + (unreadOf(channel)?.n ?? 0), 0));
  return null;
}
