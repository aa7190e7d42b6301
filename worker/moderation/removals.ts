/** Staff remove messages of others, and bring them back (W25). */
import type { User } from "../../src/shared/protocol";
import type { Outcome } from "../storage/messages";
import type { Context } from "./Context";
import { unpin } from "./settings";

export function remove(context: Context, by: User, id: number): Outcome {
  const outcome = context.messages.remove(id, Date.now());
  if (outcome.changed) {
    context.record(by, "remove", { id, user: outcome.message.user });
    void context.alarm.ringBy(context.messages.nextDestruction());
  }
  return outcome;
}

export function restore(context: Context, by: User, id: number): void {
  const { message, changed } = context.messages.restore(id, Date.now());
  if (!changed) return;
  context.record(by, "restore", { id, user: message.user });
  context.fanOut.send({ t: "chat", seq: message.seq, d: message });
}

/** Removes what a user has written since `since` (Unix ms). */
export function purge(context: Context, by: User, user: User, since: number): void {
  const removed = context.messages.purge(user.id, since, Date.now());
  if (removed.length === 0) return;
  context.record(by, "purge", { user, count: removed.length });
  void context.alarm.ringBy(context.messages.nextDestruction());
  for (const message of removed) context.fanOut.send({ t: "chat", seq: message.seq, d: message });
  onDeleted(context, new Set(removed.map(({ id }) => id)));
}

/** Messages were deleted, by whomever: they are no longer pinned, and their reports end. */
export function onDeleted(context: Context, ids: ReadonlySet<number>): void {
  unpin(context, (id) => ids.has(id));
  const resolved = [...ids].filter((id) => context.reports.resolve(id));
  if (resolved.length > 0) context.tellReports();
}
