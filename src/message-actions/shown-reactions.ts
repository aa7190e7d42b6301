/** The reactions to show under a message: those that the channel has, with the user's own pending ones. */
import type { Change } from "~/channel/changes";
import type { Message } from "~/shared/protocol";

export interface ShownReaction {
  emoji: string;
  /** User ids. */
  users: readonly string[];
  /** Whether the user is among them. */
  own: boolean;
  /** Whether the channel has not confirmed the user's own reaction yet. */
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
