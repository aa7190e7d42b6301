/** The number on the icon of the installed app: the unread messages of the visited channels. */
import { createEffect, type Accessor } from "solid-js";

export function createBadge(unread: Accessor<number>): void {
  createEffect(() => {
    const n = unread();
    if ("setAppBadge" in navigator) void navigator.setAppBadge(n).catch(() => undefined); // 0 removes it; not installed, it may be refused
  });
}
