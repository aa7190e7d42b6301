/** The reactions to a message as they are shown: what the channel has, with one's own that are on their way. */
import type { Message } from "~/shared/protocol";
import type { Change } from "~/outbox/ChangeOutbox";

export interface ShownReaction {
  emoji: string;
  /** User ids. */
  users: readonly string[];
  /** One's own among them. */
  own: boolean;
  /** Whether one's own is not yet as the channel has it. */
  pending: boolean;
}

export function reactionsOf(
  { id, reactions = [] }: Message,
  pending: readonly { change: Change }[],
  you: string,
): ShownReaction[] {
  const shown = new Map<string, ShownReaction>(
    reactions.map(({ emoji, users }) => [emoji, { emoji, users, own: users.includes(you), pending: false }]),
  );
  for (const { change } of pending) {
    if (change.t !== "react" || change.d.id !== id) continue;
    const { emoji, on } = change.d;
    const others = (shown.get(emoji)?.users ?? []).filter((user) => user !== you);
    shown.set(emoji, { emoji, users: on ? [...others, you] : others, own: on, pending: true });
  }
  return [...shown.values()].filter(({ users }) => users.length > 0);
}
