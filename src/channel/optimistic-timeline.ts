/** The timeline with the user's own edits and deletions, before the channel has confirmed them. */
import type { PendingChange } from "~/outbox/ChangeOutbox";
import type { Message } from "~/shared/protocol";
import type { Timeline } from "./timeline";

/** Messages that were changed before, by their confirmed state: the same object for the same change, so that its row is kept. */
export type ChangedMessages = WeakMap<Message, Message>;

export function withPendingChanges(
  timeline: Timeline,
  pending: readonly PendingChange[],
  known: ChangedMessages = new WeakMap(),
): Timeline {
  const texts = new Map<number, string | undefined>(); // by message id; undefined for a deletion
  for (const { change, refusal } of pending)
    if (change.t === "edit" && !refusal) texts.set(change.d.id, change.d.text);
    else if (change.t === "delete") texts.set(change.d.id, undefined);
  if (texts.size === 0) return timeline;
  const messages = timeline.messages.map((message) =>
    texts.has(message.id) ? changed(message, texts.get(message.id), known) : message,
  );
  return { ...timeline, messages };
}

function changed(message: Message, text: string | undefined, known: ChangedMessages): Message {
  if (message.deleted) return message;
  const before = known.get(message);
  if (before && before.text === (text ?? "")) return before;
  const { editedAt: _editedAt, reactions: _reactions, files: _files, preview: _preview, ...rest } = message;
  const after: Message = text === undefined ? { ...rest, text: "", deleted: true } : { ...message, text };
  known.set(message, after);
  return after;
}
