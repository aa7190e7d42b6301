/** If the channel closes the page for good because the user may not read it, takes it off the page, and asks until when (W26, W29). */
import { createEffect, type Accessor } from "solid-js";
import type { Channel } from "~/channel/create-channel";
import { CLOSE, type Reason } from "~/shared/protocol";
import type { Status, StrongSocket } from "~/socket/StrongSocket";
import { askWelcome } from "./ask-welcome";

const REASONS = new Map<number, Reason>([
  [CLOSE.removed, "banned"],
  [CLOSE.membersOnly, "members_only"],
]);

export function followRefusal(
  socket: Pick<StrongSocket, "closedFor" | "href">,
  status: Accessor<Status>,
  channel: Pick<Channel, "name" | "refuse">,
): void {
  createEffect(() => {
    if (status() === "online" || !socket.closedFor) return;
    const { code, reason: message } = socket.closedFor;
    const reason = REASONS.get(code);
    if (!reason) return;
    channel.refuse({ code: "forbidden", reason, message });
    void askWelcome(channel.name, new URL(socket.href).searchParams).then(
      ({ refusal }) => refusal && status() !== "online" && channel.refuse(refusal),
    );
  });
}
