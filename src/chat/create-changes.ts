/** What a person does to messages, as the components see it: edits, reactions, and deletions that can be undone for a while. */
import { createMemo, createSignal, onCleanup, type Accessor } from "solid-js";
import { isServer } from "solid-js/web";
import type { Message } from "~/protocol";
import type { StrongSocket } from "~/socket/StrongSocket";
import { strings } from "~/strings";
import { Changes, type Change, type Pending } from "./Changes";
import { createNotice } from "./create-notice";
import type { Timeline } from "./timeline";

export function createChanges(socket: StrongSocket, timeline: Accessor<Timeline>) {
  const [pending, setPending] = createSignal<readonly Pending[]>([]);
  const [doomed, setDoomed] = createSignal<number>(); // the message whose deletion can still be undone
  const notices = createNotice();
  const changes = new Changes({
    send: (event) => socket.send(event),
    changed(list) {
      setPending(list);
      if (list.some(({ change }) => change.t === "edit")) window.addEventListener("beforeunload", warn);
      else window.removeEventListener("beforeunload", warn);
    },
    refused: ({ message }) => notices.tell({ text: message }),
  });

  // Not on mount: then the socket hears first that the page goes, and closes. Some browsers heed no `capture` here.
  if (!isServer) {
    const left = new AbortController();
    const leave = () => {
      if (doomed() !== undefined) notices.close();
      changes.leave();
    };
    window.addEventListener("pagehide", leave, left);
    document.addEventListener("visibilitychange", () => document.hidden && doomed() !== undefined && notices.close(), left);
    onCleanup(() => {
      left.abort();
      leave();
      window.removeEventListener("beforeunload", warn);
    });
  }

  const gone = createMemo(() => {
    const ids = pending().flatMap(({ change }) => (change.t === "delete" ? change.d.id : []));
    return new Set(doomed() === undefined ? ids : [...ids, doomed()!]);
  });
  const emptied = new WeakMap<Message, Message>(); // the same object for the same message, or its row would be made anew
  const asDeleted = (message: Message): Message => {
    const { editedAt: _editedAt, reactions: _reactions, ...rest } = message;
    const there = emptied.get(message) ?? { ...rest, text: "", deleted: true };
    emptied.set(message, there);
    return there;
  };

  const editOf = (id: number | undefined) => pending().find(({ change }) => change.t === "edit" && change.d.id === id);

  return {
    changes,
    notices,
    /** Edits, deletions and reactions that the channel has not confirmed. */
    pending,
    /** The edit of a message among them. */
    editOf,
    /** The timeline without the texts that are being deleted. */
    shown: createMemo((): Timeline => {
      if (gone().size === 0) return timeline();
      const messages = timeline().messages.map((message) => (gone().has(message.id) ? asDeleted(message) : message));
      return { ...timeline(), messages };
    }),

    edit: (id: number, text: string) => changes.add({ t: "edit", d: { id, text } }),
    react: (id: number, emoji: string, on: boolean) => changes.add({ t: "react", d: { id, emoji, on } }),
    /** Tries a refused edit once more, as it is. */
    retryChange: (change: Change) => changes.add({ ...change }),
    discardChange: (change: Change) => changes.discard(change),

    /** Deletes a message, here at once, and for everyone as soon as it cannot be undone any more. */
    remove(id: number): void {
      notices.tell({
        text: strings.notice.deleted,
        undo: () => setDoomed(undefined),
        gone() {
          changes.add({ t: "delete", d: { id } });
          setDoomed(undefined);
        },
      });
      setDoomed(id);
    },
  };
}

/** Lets the browser ask before a page is left that alone has what was written. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
