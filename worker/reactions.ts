/** A message's reactions, one entry an emoji, after someone has added or taken back theirs. */
import type { Reaction } from "../src/protocol";

export function withReaction(reactions: Reaction[], emoji: string, user: string): Reaction[] {
  if (!reactions.some((reaction) => reaction.emoji === emoji)) return [...reactions, { emoji, users: [user] }];
  return reactions.map((reaction) => (reaction.emoji === emoji ? { emoji, users: [...reaction.users, user] } : reaction));
}

export function withoutReaction(reactions: Reaction[], emoji: string, user: string): Reaction[] {
  return reactions
    .map((reaction) => (reaction.emoji === emoji ? { emoji, users: reaction.users.filter((id) => id !== user) } : reaction))
    .filter((reaction) => reaction.users.length > 0);
}
