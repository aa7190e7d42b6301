/** Tags that distinguish people with the same name. */
import { foldName } from "~/shared/fold-name";
import type { User } from "~/shared/protocol";

const TAG_LENGTH = 4; // characters of the user's id

/** The names, folded, that more than one of the users has. */
export function sharedNames(users: Iterable<User>): ReadonlySet<string> {
  const owners = new Map<string, string>(); // user ids by folded name
  const shared = new Set<string>();
  for (const { id, name } of users) {
    const folded = foldName(name);
    const owner = owners.get(folded);
    if (owner === undefined) owners.set(folded, id);
    else if (owner !== id) shared.add(folded);
  }
  return shared;
}

/** The tag to show beside a user's name: `#u7Yx`. Undefined if nobody else has the name. */
export function tagOf({ id, name }: User, shared: ReadonlySet<string>): string | undefined {
  return shared.size > 0 && shared.has(foldName(name)) ? `#${id.slice(0, TAG_LENGTH)}` : undefined;
}
