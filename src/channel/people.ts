/** Who is in the channel, as its events tell: a pure fold. */
import { MAX_LISTED_USERS, type ServerEvent, type Snapshot, type User } from "~/shared/protocol";

export interface People {
  you: User;
  /** Peers: someone with two tabs counts twice. */
  n: number;
  /** Distinct users; not all of them in a large channel. */
  users: readonly User[];
}

export function peopleOf({ you, n, users }: Pick<Snapshot, "you" | "n" | "users">): People {
  return { you, n, users };
}

/** With oneself by another name, if there is one. */
export function called(people: People, name: string | undefined): People {
  if (name === undefined || name === people.you.name) return people;
  return fold(people, { t: "name", d: { user: { ...people.you, name } } });
}

/** As they are listed: you first, then by name. */
export function inListOrder({ you, users }: People): User[] {
  return [...users].sort((a, b) => Number(b.id === you.id) - Number(a.id === you.id) || a.name.localeCompare(b.name));
}

export function fold(people: People, event: ServerEvent): People {
  switch (event.t) {
    case "welcome":
      return peopleOf(event.d);
    case "presence": {
      const { n, joins = [], leaves = [] } = event.d;
      const gone = new Set([...leaves, ...joins.map(({ id }) => id)]);
      const users = [...people.users.filter(({ id }) => !gone.has(id)), ...joins].slice(0, MAX_LISTED_USERS);
      return { ...people, n, users };
    }
    case "name": {
      const renamed = event.d.user;
      const put = (user: User) => (user.id === renamed.id ? renamed : user);
      return { ...people, you: put(people.you), users: people.users.map(put) };
    }
    default:
      return people;
  }
}
