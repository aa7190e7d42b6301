/** Tags that distinguish people whose names look the same. */
import type { User } from "~/shared/protocol";
import { skeletonsOf } from "~/shared/skeletons";

const TAG_LENGTH = 4; // characters of the user's id

/** The skeletons of names that more than one of the users has. */
export function sharedSkeletons(users: Iterable<User>): ReadonlySet<string> {
  const owners = new Map<string, string>(); // user ids by skeleton
  const shared = new Set<string>();
  const names = new Map<string, string>(); // by user id: most messages bring no new name
  for (const user of users) {
    if (names.get(user.id) === user.name) continue;
    names.set(user.id, user.name);
    for (const skeleton of skeletonsOf(user)) {
      const owner = owners.get(skeleton);
      if (owner === undefined) owners.set(skeleton, user.id);
      else if (owner !== user.id) shared.add(skeleton);
    }
  }
  return shared;
}

/** The user's tag. Undefined if none of their skeletons is shared. */
export function tagOf(user: User, shared: ReadonlySet<string>): string | undefined {
  return shared.size > 0 && skeletonsOf(user).some((skeleton) => shared.has(skeleton))
    ? `#${user.id.slice(0, TAG_LENGTH)}`
    : undefined;
}
