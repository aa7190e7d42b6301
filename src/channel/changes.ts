/** What a person does to messages, as the components see it: edits, reactions, and deletions that can be undone for a while. */
import { createEffect, createMemo, on, onCleanup, type Accessor } from "solid-js";
import { isServer } from "solid-js/web";
import type { Message } from "~/shared/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import { strings } from "~/strings";
import { Changes, type Change, type Pending } from "~/outbox/ChangeOutbox";
import { createNotice } from "~/toasts/create-toasts";
import { createQueue } from "~/outbox/create-queue";
import type { Timeline } from "./timeline";

/** `handBack` gets the text of an edit that is refused where there is no message to show it at. */
export function createChanges(socket: StrongSocket, timeline: Accessor<Timeline>, handBack: (text: string) => void) {
  const notices = createNotice();
  const finish = () => notices.notice()?.undo && notices.close();
  const { queue: changes, entries } = createQueue<Pending, Changes>({
    socket,
    name: `changes of ${socket.path}`, // no channel is called so: those have no spaces
    make: (options) =>
      new Changes({ ...options, refused: (change, { message }) => notices.tell({ text: refusal(change, message) }) }),
    leaving: finish,
  });
  if (!isServer) {
    const left = new AbortController();
    document.addEventListener("visibilitychange", () => document.hidden && finish(), left);
    onCleanup(() => left.abort());
  }

  const epoch = createMemo(() => timeline().epoch);
  const pending = createMemo(() => entries().filter((entry) => entry.epoch === epoch()));
  const change = (change: Change, isHeld?: boolean) => changes.add(change, epoch(), isHeld);

  createEffect(
    on(entries, (entries) => {
      if (epoch() === "") return; // nothing is known of the channel yet
      for (const { cid, tab, change, refusal, ...of } of entries) {
        if (!refusal || change.t !== "edit" || tab !== changes.tab) continue;
        if (of.epoch === epoch() && timeline().messages.some(({ id }) => id === change.d.id)) continue;
        handBack(change.d.text);
        changes.discard(cid);
      }
    }),
  );

  /** By the message's id its text to come; none where it is being deleted. */
  const ahead = createMemo(() => {
    const texts = new Map<number, string | undefined>();
    for (const { change, refusal } of pending())
      if (change.t === "edit" && !refusal) texts.set(change.d.id, change.d.text);
      else if (change.t === "delete") texts.set(change.d.id, undefined);
    return texts;
  });
  const made = new WeakMap<Message, Message>(); // the same object for the same state, or its row would be made anew
  const withText = (message: Message, text: string | undefined): Message => {
    if (message.deleted) return message;
    const known = made.get(message);
    if (known && known.text === (text ?? "")) return known;
    const { editedAt: _editedAt, reactions: _reactions, ...rest } = message;
    const changed: Message = text === undefined ? { ...rest, text: "", deleted: true } : { ...message, text };
    made.set(message, changed);
    return changed;
  };

  return {
    changes,
    notices,
    /** Edits, deletions and reactions that the channel has not confirmed. */
    pending,
    /** The edit of a message among them. */
    editOf: (id: number | undefined) => pending().find(({ change }) => change.t === "edit" && change.d.id === id),
    /** The timeline with what was changed here, before the channel has it. */
    shown: createMemo((): Timeline => {
      if (ahead().size === 0) return timeline();
      const messages = timeline().messages.map((message) =>
        ahead().has(message.id) ? withText(message, ahead().get(message.id)) : message,
      );
      return { ...timeline(), messages };
    }),

    edit: (id: number, text: string) => change({ t: "edit", d: { id, text } }),
    react: (id: number, emoji: string, on: boolean) => change({ t: "react", d: { id, emoji, on } }),
    /** Tries a refused edit once more, as it is. */
    retryChange: (cid: string) => changes.retry(cid),
    discardChange: (cid: string) => changes.discard(cid),

    /** Deletes a message, here at once, and for everyone as soon as it cannot be undone any more. */
    remove(id: number): void {
      const cid = change({ t: "delete", d: { id } }, true);
      notices.tell({ text: strings.notice.deleted, undo: () => changes.discard(cid), gone: () => changes.release(cid) });
    },
  };
}

function refusal({ t }: Change, why: string): string {
  return t === "edit" ? strings.changeState.refused(why) : why;
}
