/** A WebSocket to a channel that keeps itself alive, reconnects by itself, and misses nothing. */

import { FINAL_CODES, PONG_WITHIN, type ClientEvent, type ServerEvent, type Welcome } from "../shared/protocol";
import { backoff, STABLE_AFTER } from "./backoff";
import { eventsIn } from "./frame";
import { Heartbeat } from "./Heartbeat";
import type { Handlers, SocketOptions, WebSocketLike } from "./options";

const OPEN = 1; // WebSocket.OPEN

export type Status = "connecting" | "online" | "offline";

/**
 * After lichess' StrongSocket.
 *
 * - Nothing connects before `connect(handlers)`, so a server can create a socket while it renders.
 * - `status` is "connecting" until the first event, `welcome`, makes it "online". Events before the welcome are ignored. The
 *   status is "offline" between two attempts, and after `pause`, `close` or a final close, whose reason is in `closedFor`.
 * - `send` returns whether the event was passed to a socket that is online. Nothing is queued here: that is the outbox's job.
 * - A socket that is silent for 9 s, before its welcome or after a ping (`Heartbeat`), is dead (W12). It is dropped without
 *   waiting for its close, and later frames of it are ignored.
 * - After a close or a drop, the next attempt follows a random wait (`backoff`). After 10 s online, the waits start again from
 *   the shortest. After a final close code there is no next attempt (W15).
 * - `since` follows the seq of `chat` events, and each attempt asks for what came after it. A gap in seq means that an event is
 *   missing: the socket reconnects at once, and the next welcome fills the gap (W6). If the new connection has a gap within its
 *   first 10 s, the next attempt waits like any other.
 * - `retryNow` is for a page that wakes up. It ends a wait. If online, it checks the connection. If connecting, the next attempt
 *   will follow without a wait, because this one may date from before the machine slept.
 * - `pause` lasts until `retryNow` or `connect`. `close` is final.
 */
export class StrongSocket {
  static create(path: string, options: SocketOptions = {}): StrongSocket {
    return new StrongSocket(path, options);
  }

  /** The channel's canonical name. */
  readonly path: string;
  /** Code and reason of a final close. */
  closedFor: { code: number; reason: string } | undefined;
  /** The page's build that the site serves, as the latest welcome names it. */
  build: string | undefined;

  readonly #options: SocketOptions;
  readonly #watchers = new Set<() => void>();
  readonly #logged = new Set<string>(); // kinds of ignored events that were logged already
  readonly #heartbeat = new Heartbeat({ onDead: () => this.#reconnect("no pong"), onLag: () => this.#notify() });
  #handlers: Handlers | undefined;
  #ws: WebSocketLike | undefined; // the current one; events of earlier ones are ignored
  #timer: ReturnType<typeof setTimeout> | undefined; // for the welcome, or for the next attempt
  #status: Status = "connecting";
  #onlineAt: number | undefined;
  #closed = false;
  #attempts = 0; // failed ones since the last stable connection
  #skipsNextWait = false;
  #since: number | undefined;
  #epoch: string | undefined;

  private constructor(path: string, options: SocketOptions) {
    this.path = path;
    this.#options = options;
    this.#since = options.since;
    this.#epoch = options.epoch;
  }

  get status(): Status {
    return this.#status;
  }

  /** Milliseconds from ping to pong; undefined before the first pong. */
  get lag(): number | undefined {
    return this.#heartbeat.lag;
  }

  get href(): string {
    const origin = (this.#options.origin ?? location.origin).replace(/^http/, "ws"); // https becomes wss
    const path = this.path.split("/").map(encodeURIComponent).join("/");
    const { identity } = this.#options;
    const name = this.#options.name?.();
    const resume = this.#epoch && this.#since !== undefined && { since: String(this.#since), epoch: this.#epoch };
    const query = String(
      new URLSearchParams({ ...resume, ...(name && { name }), ...(identity && { identity: identity.signed }) }),
    );
    return `${origin}/_ws/${path}${query && `?${query}`}`;
  }

  /** Connects, unless it is connected. The handlers replace those of an earlier call. */
  connect(handlers: Handlers): void {
    this.#handlers = handlers;
    if (!this.#ws && !this.#closed) this.#open();
  }

  /** Returns whether the event was passed to a socket that is online. If not, nothing was sent or queued. */
  send(event: ClientEvent): boolean {
    if (this.#status !== "online" || this.#ws?.readyState !== OPEN) return false;
    this.#ws.send(JSON.stringify(event));
    return true;
  }

  /** Calls the listener when `status` or `lag` changes. Returns a function that stops the calls. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => void this.#watchers.delete(listener);
  }

  retryNow(): void {
    if (!this.#handlers || this.#closed || this.closedFor) return;
    if (!this.#ws) this.#open();
    else if (this.#status === "online") this.#heartbeat.check();
    else this.#skipsNextWait = true;
  }

  pause(): void {
    this.#drop("paused");
    this.#setStatus("offline");
  }

  close(): void {
    this.#closed = true;
    this.pause();
  }

  #open(): void {
    clearTimeout(this.#timer);
    this.#skipsNextWait = false;
    this.#timer = setTimeout(() => this.#reconnect("no welcome"), PONG_WITHIN);
    const ws = new (this.#options.WebSocket ?? WebSocket)(this.href);
    ws.addEventListener("message", ({ data }) => ws === this.#ws && this.#receive(data, ws));
    ws.addEventListener("close", ({ code, reason }) => ws === this.#ws && this.#onClose(code, reason)); // follows an `error`, too
    this.#ws = ws;
    this.closedFor = undefined;
    this.#setStatus("connecting");
  }

  #receive(frame: unknown, ws: WebSocketLike): void {
    if (frame === "pong") return this.#heartbeat.pong();
    const events = eventsIn(frame, (what) => {
      if (!this.#logged.has(what)) this.#options.log?.(`${this.path}: ignored ${what}`);
      this.#logged.add(what);
    });
    const { batch = (dispatch) => dispatch() } = this.#options;
    reportErrors(() =>
      batch(() => {
        const dispatched = events.filter((event) => ws === this.#ws && this.#dispatch(event)); // after a gap, the rest of the frame is ignored
        if (dispatched.length > 0) reportErrors(() => this.#handlers?.frame?.(dispatched));
      }),
    );
  }

  /** Returns whether the event was passed to its handler. */
  #dispatch(event: ServerEvent): boolean {
    if (event.t === "welcome") this.#welcome(event.d);
    if (this.#status !== "online") return false;
    if (event.t === "chat") {
      const since = this.#since ?? 0;
      if (event.seq > since + 1) {
        this.#reconnect(`a gap from ${since} to ${event.seq}`, true);
        return false;
      }
      this.#since = Math.max(since, event.seq); // an older event is an acknowledgement or a repeat
    }
    const handlers = this.#handlers as Partial<Record<string, (d: object) => void>>; // the type of `d` follows from `t`
    reportErrors(() => handlers[event.t]?.(event.d));
    return true;
  }

  /** Keeps the identity that a welcome brings to a page without cookies (W17). */
  keepIdentity(signed: string | undefined): void {
    if (signed && this.#options.identity) this.#options.identity.signed = signed;
  }

  #welcome({ seq, epoch, build, identity }: Welcome): void {
    clearTimeout(this.#timer);
    this.keepIdentity(identity);
    this.#skipsNextWait = false;
    this.#since = seq;
    this.#epoch = epoch;
    this.build = build;
    this.#onlineAt = Date.now();
    this.#heartbeat.start(() => this.#ws?.send("ping"));
    this.#setStatus("online");
  }

  #onClose(code: number, reason: string): void {
    if (!FINAL_CODES.includes(code)) return this.#reconnect(`closed with ${code}`);
    this.#drop(`closed for good with ${code}`);
    this.#since = undefined; // the page may not show what it had any more: if it connects again, it needs all of it
    this.closedFor = { code, reason };
    this.#setStatus("offline");
  }

  #reconnect(why: string, atOnce = false): void {
    this.#drop(why);
    const attempts = this.#attempts++;
    if (this.#skipsNextWait || (atOnce && attempts === 0)) return this.#open();
    this.#timer = setTimeout(() => this.#open(), backoff(attempts, this.#options.random));
    this.#setStatus("offline");
  }

  #drop(why: string): void {
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    if (this.#onlineAt !== undefined && Date.now() - this.#onlineAt >= STABLE_AFTER) this.#attempts = 0;
    this.#onlineAt = undefined;
    const ws = this.#ws;
    this.#ws = undefined;
    ws?.close(1000, why);
    this.#options.log?.(`${this.path}: ${why}`);
  }

  #setStatus(status: Status): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#notify();
  }

  #notify(): void {
    for (const watcher of this.#watchers) reportErrors(watcher);
  }
}

/** An error in a handler is reported, and does not end the connection. */
function reportErrors(run: () => void): void {
  try {
    run();
  } catch (error) {
    reportError(error);
  }
}
