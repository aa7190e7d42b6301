/** Users who were here since the object woke, also those who have left: in memory only, for staff who act on someone who has just gone. */
import type { User } from "../../src/shared/protocol";

const MAX_USERS = 10_000;

interface RecentUser {
  user: User;
  /** Where they were last (W30). Never stored, except with a ban. */
  place: string | undefined;
}

export class RecentUsers {
  #users = new Map<string, RecentUser>();

  /** The oldest is forgotten above the maximum. */
  add(user: User, place: string | undefined): void {
    this.#users.delete(user.id);
    this.#users.set(user.id, { user, place });
    if (this.#users.size > MAX_USERS) this.#users.delete(this.#users.keys().next().value!);
  }

  get(id: string): RecentUser | undefined {
    return this.#users.get(id);
  }
}
