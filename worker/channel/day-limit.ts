/**
 * At most 5,000 messages a day come from one place (W30). A place is never stored, so its count outlives an eviction in the attachments
 * of its sockets. When such a socket closes, its count is added to a row that has only the first 12 bits of the place: too few to
 * recognise an address, and enough that two busy places hardly ever share one.
 */
import { MAX_DAY_OF_ADDRESS } from "../../src/shared/protocol";
import { type MessagesToday, messagesToday, setMessagesToday } from "../peer";
import { Rejection } from "../Rejection";
import type { Database } from "../storage/Database";

const DAY = 24 * 60 * 60_000; // ms

/** 12 bits in base64url. */
const partOf = (place: string) => place.slice(0, 2);

export class DayLimit {
  #db: Database;
  #sockets: () => { socket: WebSocket; place: string | undefined }[];
  #max: number;
  /** Days since 1970, UTC. */
  #day = 0;
  /** The messages of this day by the part of a place that is stored. */
  #counts = new Map<string, number>();

  /** `sockets` returns the live ones. */
  constructor(db: Database, sockets: () => { socket: WebSocket; place: string | undefined }[], scale: number) {
    this.#db = db;
    this.#sockets = sockets;
    this.#max = MAX_DAY_OF_ADDRESS * scale;
  }

  /** Throws a rejection if no more messages are accepted from a place today. */
  check(place: string, now = Date.now()): void {
    this.#startDay(now);
    if ((this.#counts.get(partOf(place)) ?? 0) >= this.#max)
      throw new Rejection("rate_limited", "full_day", { retryAfter: (this.#day + 1) * DAY - now });
  }

  /** Counts a message. */
  count(place: string, socket: WebSocket): void {
    this.#startDay(Date.now());
    const part = partOf(place);
    this.#counts.set(part, (this.#counts.get(part) ?? 0) + 1);
    setMessagesToday(socket, { day: this.#day, n: this.#of(messagesToday(socket)) + 1 });
  }

  /** Keeps the count of a socket that closes. */
  onClose(place: string, socket: WebSocket): void {
    this.#startDay(Date.now());
    const n = this.#of(messagesToday(socket));
    if (n === 0) return;
    setMessagesToday(socket, undefined);
    this.#db.write("DELETE FROM day_counts WHERE day <> ?", this.#day);
    this.#db.write(
      "INSERT INTO day_counts (place_part, day, n) VALUES (?, ?, ?) ON CONFLICT (place_part) DO UPDATE SET n = n + excluded.n",
      partOf(place),
      this.#day,
      n,
    );
  }

  /** After a wake and at midnight: reads the counts. */
  #startDay(now: number): void {
    const day = Math.floor(now / DAY);
    if (day === this.#day) return;
    this.#day = day;
    this.#counts = new Map(
      this.#db
        .read<{ place_part: string; n: number }>("SELECT place_part, n FROM day_counts WHERE day = ?", day)
        .map(({ place_part, n }) => [place_part, n]),
    );
    for (const { socket, place } of this.#sockets()) {
      const n = this.#of(messagesToday(socket));
      if (place !== undefined && n > 0) this.#counts.set(partOf(place), (this.#counts.get(partOf(place)) ?? 0) + n);
    }
  }

  #of(today: MessagesToday | undefined): number {
    return today?.day === this.#day ? today.n : 0;
  }
}
