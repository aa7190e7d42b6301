/** Who is muted or banned in a channel (W26), and from where newcomers cannot write meanwhile. Rows are deleted when a sanction ends. */
import { PLACE_BAN_FOR, type Sanction, type User } from "../../src/shared/protocol";
import type { Database } from "./Database";

type Kind = "mute" | "ban";

/** Places of one ban: a banned user who comes from more is not followed further. */
const MAX_PLACES = 100;

export class Sanctions {
  #db: Database;
  /** By kind and user, read once: nearly always there are none. */
  #ends: Map<string, number> | undefined;
  #places: Map<string, number> | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  /** When the sanction of a user ends (Unix ms). Undefined if there is none. */
  until(kind: Kind, user: string, now = Date.now()): number | undefined {
    this.#ends ??= new Map(
      this.#db
        .read<{ kind: Kind; user: string; until: number }>("SELECT kind, user, until FROM sanctions")
        .map(({ kind, user, until }) => [`${kind} ${user}`, until]),
    );
    const until = this.#ends.get(`${kind} ${user}`);
    return until !== undefined && until > now ? until : undefined;
  }

  /** When newcomers can write again from a place (Unix ms). Undefined if they can now. */
  placeUntil(place: string, now = Date.now()): number | undefined {
    this.#places ??= new Map(
      this.#db
        .read<{ place: string; until: number }>("SELECT place, max(until) AS until FROM banned_places GROUP BY place")
        .map(({ place, until }) => [place, until]),
    );
    const until = this.#places.get(place);
    return until !== undefined && until > now ? until : undefined;
  }

  /** Mutes or bans a user, or changes until when. */
  set(kind: Kind, user: User, until: number, by: User): void {
    this.#db.write(
      `INSERT INTO sanctions (kind, user, name, until, by_user, by_name) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (kind, user) DO UPDATE SET until = excluded.until, by_user = excluded.by_user, by_name = excluded.by_name`,
      kind, user.id, user.name, until, by.id, by.name,
    ); // prettier-ignore
    this.#forget();
  }

  /** Bans a place together with a banned user. A place that is banned already, or was earlier in this ban, is not banned for longer. */
  addPlace(user: string, place: string, now: number): void {
    const until = this.until("ban", user, now);
    if (until === undefined) return;
    this.#db.write(
      `INSERT INTO banned_places (user, place, until) SELECT ?, ?, ?
       WHERE (SELECT count(*) FROM banned_places WHERE user = ?) < ? ON CONFLICT (user, place) DO NOTHING`,
      user, place, Math.min(until, now + PLACE_BAN_FOR), user, MAX_PLACES,
    ); // prettier-ignore
    this.#forget();
  }

  /** Ends a sanction. Returns whether there was one. */
  end(kind: Kind, user: string): boolean {
    const ended = this.until(kind, user) !== undefined;
    this.#db.write("DELETE FROM sanctions WHERE kind = ? AND user = ?", kind, user);
    if (kind === "ban") this.#db.write("DELETE FROM banned_places WHERE user = ?", user);
    this.#forget();
    return ended;
  }

  /** Where a banned user came from. */
  placesOf(user: string): Set<string> {
    return new Set(
      this.#db.read<{ place: string }>("SELECT place FROM banned_places WHERE user = ?", user).map(({ place }) => place),
    );
  }

  nameOf(user: string): string | undefined {
    return this.#db.read<{ name: string }>("SELECT name FROM sanctions WHERE user = ? LIMIT 1", user)[0]?.name;
  }

  list(now: number): { muted: Sanction[]; banned: Sanction[] } {
    const of = (kind: Kind) =>
      this.#db
        .read<{ user: string; name: string; until: number; by_user: string; by_name: string }>(
          "SELECT * FROM sanctions WHERE kind = ? AND until > ? ORDER BY until",
          kind,
          now,
        )
        .map(({ user, name, until, by_user, by_name }) => ({
          user: { id: user, name },
          until,
          by: { id: by_user, name: by_name },
        }));
    return { muted: of("mute"), banned: of("ban") };
  }

  /** Deletes what has ended, and returns the users who can write again. */
  expire(now: number): string[] {
    const ended = this.#db.read<{ user: string }>("SELECT user FROM sanctions WHERE until <= ?", now).map(({ user }) => user);
    if (ended.length === 0) return [];
    this.#db.write("DELETE FROM sanctions WHERE until <= ?", now);
    this.#db.write("DELETE FROM banned_places WHERE user NOT IN (SELECT user FROM sanctions WHERE kind = 'ban')");
    this.#forget();
    return ended;
  }

  /** When the next one ends (Unix ms); Infinity if there is none. */
  nextDue(): number {
    return this.#db.read<{ until: number | null }>("SELECT min(until) AS until FROM sanctions")[0]?.until ?? Infinity;
  }

  #forget(): void {
    this.#ends = undefined;
    this.#places = undefined;
  }
}
