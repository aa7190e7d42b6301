/** What the user changes on messages: edits, reactions, and deletions that can be undone for a while. */
import { createMemo, type Accessor } from "solid-js";
import { ChangeOutbox, type Change, type PendingChange } from "~/outbox/ChangeOutbox";
import { createOutbox } from "~/outbox/create-outbox";
import type { StrongSocket } from "~/socket/StrongSocket";
import type { Toasts } from "~/toasts/create-toasts";
import { previewWish } from "~/ui/previews";
import { loadedOnDemand, onDemandStrings } from "~/strings/current";
import { refusalText } from "~/strings/refusal-text";
import type { Timeline } from "./timeline";

export type { Change, PendingChange } from "~/outbox/ChangeOutbox";

export function createChanges(socket: StrongSocket, timeline: Accessor<Timeline>, toasts: Toasts) {
  const { outbox, entries } = createOutbox<PendingChange, ChangeOutbox>(
    socket,
    `changes of ${socket.path}`, // no channel has this name: names have no spaces
    (connections) =>
      new ChangeOutbox({
        ...connections,
        onRejected: ({ t }, refusal) => {
          const why = refusalText(refusal);
          toasts.show({ text: t === "edit" ? (loadedOnDemand()?.changeState.refused(why) ?? why) : why });
        },
      }),
  );
  const epoch = createMemo(() => timeline().epoch);
  const pending = createMemo(() => entries().filter((entry) => entry.epoch === epoch()));
  const add = (change: Change, isHeld?: boolean) => outbox.add(change, epoch(), isHeld);

  return {
    receive: outbox.receive.bind(outbox),
    /** Changes that the channel has not confirmed. */
    pending,
    /** The pending edit of a message. */
    editOf: (id: number | undefined) => pending().find(({ change }) => change.t === "edit" && change.d.id === id),
    /** Rejected edits of this tab whose message is not loaded or no longer exists: there is no row that could show them. */
    orphanedEdits: createMemo(() =>
      epoch() === "" // the channel has not answered yet
        ? []
        : entries().filter(
            (entry): entry is PendingChange & { change: { t: "edit" } } =>
              entry.refusal !== undefined &&
              entry.change.t === "edit" &&
              entry.tab === outbox.queue.tab &&
              !(entry.epoch === epoch() && timeline().messages.some(({ id }) => id === entry.change.d.id)),
          ),
    ),

    edit: (id: number, text: string) => void add({ t: "edit", d: { id, text, ...previewWish() } }),
    react: (id: number, emoji: string, on: boolean) => void add({ t: "react", d: { id, emoji, on } }),
    /** Deletes a message: here at once, for everyone as soon as the toast that offers undo has gone. */
    delete(id: number): void {
      const cid = add({ t: "delete", d: { id } }, true);
      toasts.show({
        text: onDemandStrings().toast.deleted, // the menu that deletes is there
        undo: () => outbox.queue.remove(cid),
        onClose: () => outbox.release(cid),
      });
    },
    /** Sends a rejected edit once more. */
    retry: (cid: string) => outbox.queue.retry(cid),
    discard: (cid: string) => outbox.queue.remove(cid),
    isNeverSent: (cid: string) => outbox.queue.isNeverSent(cid),
  };
}
