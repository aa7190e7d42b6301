/** Who is in the channel: a pure fold of the channel's events. */
import { MAX_LISTED_USERS, type ServerEvent, type Snapshot, type User, type You } from "~/shared/protocol";

export interface People {
  you: You;
  /** The number of peers: a user with two tabs counts twice. */
  n: number;
  /** Distinct users. In a large channel, not all of them. */
  users: readonly User[];
}

export function peopleOf({ you, n, users }: Pick<Snapshot, "you" | "n" | "users">): People {
  return { you, n, users };
}

/** The people with `name` as one's own name. Unchanged if `name` is undefined. */
export function withOwnName(people: People, name: string | undefined): People {
  if (name === undefined || name === people.you.name) return people;
  return fold(people, { t: "name", d: { user: { id: people.you.id, name } } });
}

/** All users sorted for the list: you first, then by name. */
export function sortedUsers({ you, users }: People): User[] {
  return [...users].sort((a, b) => Number(b.id === you.id) - Number(a.id === you.id) || a.name.localeCompare(b.name));
}

/** The people after `event`. The same object if the event does not concern people. */
export function fold(people: People, event: ServerEvent): People {
  switch (event.t) {
    case "welcome":
      return peopleOf(event.d);
    case "presence": {
      const { n, joins = [], leaves = [] } = event.d;
      const removed = new Set([...leaves, ...joins.map(({ id }) => id)]);
      const users = [...people.users.filter(({ id }) => !removed.has(id)), ...joins].slice(0, MAX_LISTED_USERS);
      return { ...people, n, users };
    }
    case "name": {
      const { user } = event.d;
      const renamed = (old: User) => (old.id === user.id ? user : old);
      const { role, readOnly } = people.you; // a name event does not have them
      const you = { ...renamed(people.you), ...(role && { role }), ...(readOnly && { readOnly }) };
      return { ...people, you: people.you.id === user.id ? you : people.you, users: people.users.map(renamed) };
    }
    case "you":
      return { ...people, you: event.d };
    default:
      return people;
  }
}
