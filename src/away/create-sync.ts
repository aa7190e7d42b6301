/** Has the service worker send what is not sent yet once there is a network, also if the page is closed by then: Background Sync. */
import { createEffect, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import type { Status } from "~/socket/StrongSocket";
import { serviceWorker } from "./register";

/** Not in all browsers, and not in TypeScript's types. */
interface WithSync {
  sync?: { register: (tag: string) => Promise<void> };
}

export function createSync({ unsent }: Pick<Channel, "unsent">, status: Accessor<Status>): void {
  createEffect(() => {
    if (unsent.entries().length === 0 || status() === "online") return;
    const asked = serviceWorker().then((worker) => (worker as WithSync | undefined)?.sync?.register("outbox"));
    asked.catch(() => undefined); // denied: the next page of the channel sends
  });
}
