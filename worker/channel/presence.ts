/** Who is here: counted from live peers, told to everyone in merged events, at most one a second (W9). */
import { LEAVE_GRACE, MAX_LISTED_USERS, PRESENCE_EVERY, type ServerEvent, type User } from "../../src/shared/protocol";
import type { Timer, Timers } from "../timers";

/** Users that left while people were only counted: the latest, which are the likeliest to be on somebody's list. */
const MAX_UNTOLD = 1_000;

export class Presence {
  /** Live peers. */
  n = 0;
  /** Everyone who counts as here, with the ids of their peers: none for a user who left but may still be back in time. */
  #here = new Map<string, { user: User; peers: Set<string> }>();
  /** Users without a peer, and when they are gone for good (Unix ms); the earliest comes first. */
  #grace = new Map<string, number>();
  #joins = new Map<string, User>();
  /** Untold: of a second, or of all the time that people were only counted. */
  #leaves = new Set<string>();
  /** Whether the last event could name people. */
  #wasListed = true;
  /** Whether something is to be told now, rather than when a grace ends. */
  #changed = false;
  #toldN = 0;
  #toldAt = 0;
  #timer: Timer | null = null;
  #timers: Timers;
  #tell: (event: ServerEvent) => void;

  constructor(tell: (event: ServerEvent) => void, timers: Timers) {
    this.#tell = tell;
    this.#timers = timers;
  }

  /** Counts a peer that everyone was told of before the object slept. */
  restore(peer: string, user: User): void {
    this.#add(peer, user);
    this.#toldN = this.n;
    this.#wasListed = this.#isListed;
  }

  join(peer: string, user: User): void {
    const known = this.#here.has(user.id);
    this.#grace.delete(user.id);
    this.#leaves.delete(user.id);
    this.#add(peer, user);
    if (!known) this.#joins.set(user.id, user);
    this.#changed ||= !known || this.n !== this.#toldN;
    this.#schedule();
  }

  leave(peer: string, user: string): void {
    const peers = this.#here.get(user)?.peers;
    if (!peers?.delete(peer)) return;
    this.n--;
    if (peers.size === 0) this.#grace.set(user, Date.now() + LEAVE_GRACE);
    else this.#changed = true;
    this.#schedule();
  }

  /** The user as the others see them; `undefined` for someone who is not here. */
  get(user: string): User | undefined {
    return this.#here.get(user)?.user;
  }

  peersOf(user: string): number {
    return this.#here.get(user)?.peers.size ?? 0;
  }

  rename(user: User): void {
    const here = this.#here.get(user.id);
    if (here) here.user = user;
    if (this.#joins.has(user.id)) this.#joins.set(user.id, user);
  }

  /** Distinct users, at most `MAX_LISTED_USERS`. */
  users(): User[] {
    return Array.from(this.#here.values().take(MAX_LISTED_USERS), ({ user }) => user);
  }

  get #isListed(): boolean {
    return this.#here.size <= MAX_LISTED_USERS;
  }

  #add(peer: string, user: User): void {
    const peers = this.#here.get(user.id)?.peers ?? new Set();
    if (peers.has(peer)) return;
    this.#here.set(user.id, { user, peers: peers.add(peer) });
    this.n++;
  }

  /** One timer, and only while there is something to tell: an object that holds a timer does not hibernate. */
  #schedule(): void {
    this.#timers.clear(this.#timer);
    const [graceEnds] = this.#grace.values();
    const due = this.#changed ? Date.now() : graceEnds;
    if (due === undefined) return;
    const wait = Math.max(due, this.#toldAt + PRESENCE_EVERY) - Date.now();
    this.#timer = this.#timers.set(() => this.#announce(), Math.max(0, wait)); // never in this turn: a joiner's welcome goes first
  }

  #announce(): void {
    const now = Date.now();
    for (const [user, ends] of this.#grace) {
      if (ends > now) break;
      this.#grace.delete(user);
      this.#here.delete(user);
      this.#joins.delete(user);
      this.#leaves.add(user);
      const [oldest] = this.#leaves;
      if (this.#leaves.size > MAX_UNTOLD) this.#leaves.delete(oldest!);
    }
    const joined = this.#wasListed ? [...this.#joins.values()] : this.users(); // some were never told of
    const joins = this.#isListed && joined.length > 0 && { joins: joined };
    const leaves = this.#isListed && this.#leaves.size > 0 && { leaves: [...this.#leaves] };
    if (joins || leaves || this.n !== this.#toldN) {
      this.#tell({ t: "presence", d: { n: this.n, ...joins, ...leaves } });
      this.#toldN = this.n;
      this.#toldAt = now;
    }
    this.#joins.clear();
    if (this.#isListed) this.#leaves.clear();
    this.#wasListed = this.#isListed;
    this.#changed = false;
    this.#schedule();
  }
}
