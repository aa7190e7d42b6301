/** The roles of a channel's users (W21): its staff, and the members of a private channel. */
import { MAX_STAFF, type KeyRole, type StaffRole, type User } from "../../src/shared/protocol";
import { Rejection } from "../Rejection";
import type { Database } from "./Database";

/** A role includes the rights of those before it. */
const RANK: Record<KeyRole, number> = { member: 1, moderator: 2, owner: 3 };

export class Roles {
  #db: Database;
  /** By user, read once: at most `MAX_STAFF`. */
  #staff: ReadonlyMap<string, StaffRole> | undefined;
  /** Whether users are members, as far as it is known. Undefined if the channel has none: then nobody has to be looked up. */
  #members: Map<string, boolean> | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  of(user: string): KeyRole | undefined {
    if (!this.#db.exists) return undefined;
    if (!this.#staff) this.#read();
    return this.#staff!.get(user) ?? (this.#members && this.#isMember(user, this.#members) ? "member" : undefined);
  }

  /** Gives a role, or removes it with `none`. Returns whether that changed anything. Throws if there would be too many staff. */
  set({ id, name }: Pick<User, "id" | "name">, role: KeyRole | "none"): boolean {
    const old = this.of(id);
    if ((old ?? "none") === role) return false;
    if (isStaffRole(role) && !isStaffRole(old) && this.staff().length >= MAX_STAFF)
      throw new Rejection("invalid", "too_many_staff");
    if (role === "none") this.#db.write("DELETE FROM roles WHERE user = ?", id);
    else
      this.#db.write(
        "INSERT INTO roles (user, role, name) VALUES (?, ?, ?) ON CONFLICT (user) DO UPDATE SET role = excluded.role",
        id,
        role,
        name,
      );
    this.#staff = undefined;
    return true;
  }

  /** Gives each of `users` who has no role the role of a member. */
  addMembers(users: readonly User[]): void {
    for (const user of users) if (!this.of(user.id)) this.set(user, "member");
  }

  /** Moderators and owners, owners first, with the names that they had when they got the role. */
  staff(): { id: string; name: string; role: StaffRole }[] {
    return this.#db.read("SELECT user AS id, name, role FROM roles WHERE role <> 'member' ORDER BY role DESC, rowid");
  }

  /** The name that a user had when they got a role. */
  nameOf(user: string): string | undefined {
    return this.#db.read<{ name: string }>("SELECT name FROM roles WHERE user = ?", user)[0]?.name;
  }

  /** Whether `user` is the only owner. */
  isLastOwner(user: string): boolean {
    const owners = this.staff().filter(({ role }) => role === "owner");
    return owners.length === 1 && owners[0]!.id === user;
  }

  /** Forgets who is a member: a busy channel sees many users. */
  prune(): void {
    this.#members?.clear();
  }

  #read(): void {
    this.#staff = new Map(this.staff().map(({ id, role }) => [id, role]));
    const [member] = this.#db.read("SELECT 1 FROM roles WHERE role = 'member' LIMIT 1");
    this.#members = member && new Map();
  }

  #isMember(user: string, known: Map<string, boolean>): boolean {
    let isMember = known.get(user);
    if (isMember === undefined) {
      isMember = this.#db.read("SELECT 1 FROM roles WHERE user = ?", user).length > 0;
      known.set(user, isMember);
    }
    return isMember;
  }
}

export function isStaffRole(role: string | undefined): role is StaffRole {
  return role === "moderator" || role === "owner";
}

/** Whether `role` has more rights than `other`. */
export function isHigher(role: KeyRole, other: KeyRole | undefined): boolean {
  return RANK[role] > (other ? RANK[other] : 0);
}
