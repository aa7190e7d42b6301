/** Adds and removes reactions. A message has one entry for each emoji. */
import { MAX_REACTIONS, MAX_REACTIONS_IN_ALL, type Reaction } from "../../src/shared/protocol";
import { Rejection } from "../Rejection";

/** The reactions after `user` has added or removed `emoji`. Undefined if nothing changes. */
export function withReaction(reactions: Reaction[], user: string, emoji: string, on: boolean): Reaction[] | undefined {
  const users = reactions.find((reaction) => reaction.emoji === emoji)?.users;
  if ((users?.includes(user) ?? false) === on) return undefined;
  if (!on) return without(reactions, emoji, user);
  if (!users && reactions.length >= MAX_REACTIONS) throw new Rejection("invalid", "too_many_emoji");
  if (reactions.reduce((sum, reaction) => sum + reaction.users.length, 0) >= MAX_REACTIONS_IN_ALL)
    throw new Rejection("invalid", "too_many_reactions");
  if (!users) return [...reactions, { emoji, users: [user] }];
  return reactions.map((reaction) => (reaction.emoji === emoji ? { emoji, users: [...users, user] } : reaction));
}

function without(reactions: Reaction[], emoji: string, user: string): Reaction[] {
  return reactions
    .map((reaction) => (reaction.emoji === emoji ? { emoji, users: reaction.users.filter((id) => id !== user) } : reaction))
    .filter((reaction) => reaction.users.length > 0);
}
