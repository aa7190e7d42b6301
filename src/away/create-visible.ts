/** Tells the channel whether this page is read, so that no push is sent about what a person sees (W36). */
import { createEffect, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { createReading } from "~/channel/reading";
import type { Status } from "~/socket/StrongSocket";

/** After each welcome, too: a channel takes each new socket for visible. */
export function createVisible({ settings, send }: Pick<Channel, "settings" | "send">, status: Accessor<Status>): void {
  const isReading = createReading();
  createEffect(() => {
    const on = isReading();
    if (settings().push && status() === "online") send({ t: "visible", d: { on } });
  });
}
