/** Presence: counts live peers, and broadcasts merged events, at most one per second (W9). */
import { LEAVE_GRACE, MAX_LISTED_USERS, PRESENCE_EVERY, type ServerEvent, type User } from "../../src/shared/protocol";
import type { Timer, Timers } from "../timers";

/** Users who left while the channel only counted people. The latest are kept: they are most likely still on someone's list. */
const MAX_PENDING_LEAVES = 1_000;

export class Presence {
  /** The number of live peers. */
  n = 0;
  /** Present users with the ids of their peers. A user within the grace period has none. */
  #users = new Map<string, { user: User; peers: Set<string> }>();
  /** Users without a peer, with the end of their grace period (Unix ms). The earliest comes first. */
  #grace = new Map<string, number>();
  #joins = new Map<string, User>();
  /** The users who are listed. Undefined after a change of one of them. */
  #list: readonly User[] | undefined;
  /** Leaves that are not broadcast yet. */
  #leaves = new Set<string>();
  /** Whether peers have the full list of users. If not, the next list names all users, not only those who joined. */
  #isListSynced = true;
  /** Whether there is something to broadcast now, rather than at the end of a grace period. */
  #changed = false;
  /** The `n` that peers have. */
  #lastN = 0;
  /** The time of the last event (Unix ms). */
  #lastSentAt = 0;
  #timer: Timer | null = null;
  #timers: Timers;
  #broadcast: (event: ServerEvent) => void;

  constructor(broadcast: (event: ServerEvent) => void, timers: Timers) {
    this.#broadcast = broadcast;
    this.#timers = timers;
  }

  /** Counts a peer that was announced before the object was evicted. */
  restore(peer: string, user: User): void {
    this.#add(peer, user);
    this.#lastN = this.n;
    this.#isListSynced = this.#isListed;
  }

  join(peer: string, user: User): void {
    const known = this.#users.has(user.id);
    this.#grace.delete(user.id);
    this.#leaves.delete(user.id);
    this.#add(peer, user);
    if (!known) this.#joins.set(user.id, user);
    this.#changed ||= !known || this.n !== this.#lastN;
    this.#schedule();
  }

  leave(peer: string, user: string): void {
    const peers = this.#users.get(user)?.peers;
    if (!peers?.delete(peer)) return;
    this.n--;
    if (peers.size === 0) this.#grace.set(user, Date.now() + LEAVE_GRACE);
    else this.#changed = true;
    this.#schedule();
  }

  /** The user as others see them. Undefined if the user is not present. */
  get(user: string): User | undefined {
    return this.#users.get(user)?.user;
  }

  peersOf(user: string): number {
    return this.#users.get(user)?.peers.size ?? 0;
  }

  rename(user: User): void {
    const here = this.#users.get(user.id);
    if (here) here.user = user;
    this.#list = undefined;
    if (this.#joins.has(user.id)) this.#joins.set(user.id, user);
  }

  /** Distinct users, at most `MAX_LISTED_USERS`: the same array until one of them changes. */
  users(): readonly User[] {
    return (this.#list ??= Array.from(this.#users.values().take(MAX_LISTED_USERS), ({ user }) => user));
  }

  get #isListed(): boolean {
    return this.#users.size <= MAX_LISTED_USERS;
  }

  #add(peer: string, user: User): void {
    const peers = this.#users.get(user.id)?.peers ?? new Set();
    if (peers.has(peer)) return;
    if (this.#isListed || this.#users.has(user.id)) this.#list = undefined;
    this.#users.set(user.id, { user, peers: peers.add(peer) });
    this.n++;
  }

  /** One timer, and only while there is something to broadcast: an object with a timer does not hibernate. */
  #schedule(): void {
    const now = Date.now();
    const [graceEnds] = this.#grace.values();
    const due = this.#changed ? now : graceEnds;
    const at = due && Math.max(due, this.#lastSentAt + PRESENCE_EVERY);
    if (at !== undefined && this.#timer && this.#timer.at <= at) return; // if it runs too early, it schedules the next one
    this.#timers.clear(this.#timer);
    // Not in this turn, so that the welcome of a joining peer is sent first
    this.#timer = at === undefined ? null : this.#timers.set(() => this.#announce(), Math.max(0, at - now));
  }

  #announce(): void {
    this.#timer = null;
    const now = Date.now();
    for (const [user, ends] of this.#grace) {
      if (ends > now) break;
      this.#grace.delete(user);
      this.#users.delete(user);
      this.#list = undefined;
      this.#joins.delete(user);
      this.#leaves.add(user);
      const [oldest] = this.#leaves;
      if (this.#leaves.size > MAX_PENDING_LEAVES) this.#leaves.delete(oldest!);
    }
    const joined = this.#isListSynced ? [...this.#joins.values()] : this.users(); // earlier joins were only counted
    const joins = this.#isListed && joined.length > 0 && { joins: joined };
    const leaves = this.#isListed && this.#leaves.size > 0 && { leaves: [...this.#leaves] };
    if (joins || leaves || this.n !== this.#lastN) {
      this.#broadcast({ t: "presence", d: { n: this.n, ...joins, ...leaves } });
      this.#lastN = this.n;
      this.#lastSentAt = now;
    }
    this.#joins.clear();
    if (this.#isListed) this.#leaves.clear();
    this.#isListSynced = this.#isListed;
    this.#changed = false;
    this.#schedule();
  }
}
