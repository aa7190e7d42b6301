/** The browser's end of a channel: a WebSocket that keeps itself alive, comes back by itself, and misses nothing. */

import { FINAL_CODES, PONG_WITHIN, type ClientEvent, type ServerEvent } from "../shared/protocol";
import { backoff, STEADY_AFTER } from "./backoff";
import { eventsIn } from "./frame";
import { Heartbeat } from "./Heartbeat";
import type { Handlers, SocketOptions, Wire } from "./options";

const OPEN = 1; // WebSocket.OPEN

export type Status = "connecting" | "online" | "offline";

/**
 * The idea, and much of what follows, is lichess' StrongSocket.
 *
 * - Nothing happens before `connect(handlers)`, so a server may create one while it renders.
 * - `status` is "connecting" until the first event, `welcome`, makes it "online"; what comes before that is ignored. It is
 *   "offline" while waiting for the next attempt, paused, closed, or refused for good: then `closedFor` says why.
 * - `send` says whether the event was handed to a socket that is online. Nothing is queued here: the outbox keeps what was
 *   not taken, and retries what was never echoed.
 * - A socket that is silent for 9 s, before its welcome or after a ping (`Heartbeat`), is dead (W12). It is dropped without
 *   waiting for its close, and whatever it still says is ignored.
 * - A closed or dropped socket is replaced after a random wait (`backoff`), counted afresh after 10 s of being online; but
 *   not after a final close code (W15).
 * - `since` follows the seq of `chat` events, and each connect asks for what came after it. A gap in seq means that
 *   something is missing: the socket is replaced at once, and the next welcome fills the gap (W6). Should the new one
 *   have a gap as well before its 10 s are over, it waits its turn like any other.
 * - `retryNow` is for a page that wakes up: it ends the wait; or, when it seems to be online, makes sure of it; or, while it
 *   connects, has another attempt follow without a wait, should this one fail: it may be one from before the sleep. `pause` is
 *   for a page that is put away, until `retryNow` or `connect`. `close` is the end.
 */
export class StrongSocket {
  static create(path: string, options: SocketOptions = {}): StrongSocket {
    return new StrongSocket(path, options);
  }

  /** The channel's canonical name. */
  readonly path: string;
  /** Code and reason of a close that is not retried. */
  closedFor: { code: number; reason: string } | undefined;

  readonly #options: SocketOptions;
  readonly #watchers = new Set<() => void>();
  readonly #ignored = new Set<string>(); // what was logged once
  readonly #heartbeat = new Heartbeat({ dead: () => this.#reconnect("no pong"), measured: () => this.#tell() });
  #handlers: Handlers | undefined;
  #ws: Wire | undefined; // the one in use; events of any other are ignored
  #timer: ReturnType<typeof setTimeout> | undefined; // of the wait for a welcome, or for the next attempt
  #status: Status = "connecting";
  #onlineAt: number | undefined;
  #closed = false;
  #tries = 0; // since the last steady connection
  #isHurried = false; // the attempt after this one follows at once
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

  /** Milliseconds from ping to pong, unknown before the first. */
  get lag(): number | undefined {
    return this.#heartbeat.lag;
  }

  get href(): string {
    const origin = (this.#options.origin ?? location.origin).replace(/^http/, "ws"); // https becomes wss
    const path = this.path.split("/").map(encodeURIComponent).join("/");
    const name = this.#options.name?.();
    const seen = this.#epoch && this.#since !== undefined && { since: String(this.#since), epoch: this.#epoch };
    const query = String(new URLSearchParams({ ...seen, ...(name && { name }) }));
    return `${origin}/_ws/${path}${query && `?${query}`}`;
  }

  /** Connects, if it is not; the handlers replace those of an earlier call. */
  connect(handlers: Handlers): void {
    this.#handlers = handlers;
    if (!this.#ws && !this.#closed) this.#open();
  }

  /** Whether the event was handed to a socket that is online. If not, it is still the caller's. */
  send(event: ClientEvent): boolean {
    if (this.#status !== "online" || this.#ws?.readyState !== OPEN) return false;
    this.#ws.send(JSON.stringify(event));
    return true;
  }

  /** Calls the listener whenever `status` or `lag` changes; returns what ends that. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => void this.#watchers.delete(listener);
  }

  retryNow(): void {
    if (!this.#handlers || this.#closed || this.closedFor) return;
    if (!this.#ws) this.#open();
    else if (this.#status === "online") this.#heartbeat.check();
    else this.#isHurried = true;
  }

  pause(): void {
    this.#drop("paused");
    this.#become("offline");
  }

  close(): void {
    this.#closed = true;
    this.pause();
  }

  #open(): void {
    clearTimeout(this.#timer);
    this.#isHurried = false;
    this.#timer = setTimeout(() => this.#reconnect("no welcome"), PONG_WITHIN);
    const ws = new (this.#options.WebSocket ?? WebSocket)(this.href);
    ws.addEventListener("message", ({ data }) => ws === this.#ws && this.#receive(data, ws));
    ws.addEventListener("close", ({ code, reason }) => ws === this.#ws && this.#closedBy(code, reason)); // `error` ends in it too
    this.#ws = ws;
    this.closedFor = undefined;
    this.#become("connecting");
  }

  #receive(frame: unknown, ws: Wire): void {
    if (frame === "pong") return this.#heartbeat.pong();
    const events = eventsIn(frame, (what) => {
      if (!this.#ignored.has(what)) this.#options.log?.(`${this.path}: ignored ${what}`);
      this.#ignored.add(what);
    });
    const { batch = (dispatch) => dispatch() } = this.#options;
    guarded(() =>
      batch(() => {
        const passed = events.filter((event) => ws === this.#ws && this.#dispatch(event)); // a gap ends the frame
        if (passed.length > 0) guarded(() => this.#handlers?.frame?.(passed));
      }),
    );
  }

  /** Whether the event counts, and was passed on. */
  #dispatch(event: ServerEvent): boolean {
    if (event.t === "welcome") this.#welcome(event.d.seq, event.d.epoch);
    if (this.#status !== "online") return false;
    if (event.t === "chat") {
      const since = this.#since ?? 0;
      if (event.seq > since + 1) {
        this.#reconnect(`a gap from ${since} to ${event.seq}`, true);
        return false;
      }
      this.#since = Math.max(since, event.seq); // an older one is an acknowledgement or a repeat
    }
    const handlers = this.#handlers as Partial<Record<string, (d: object) => void>>; // `d` fits: both go by `t`
    guarded(() => handlers[event.t]?.(event.d));
    return true;
  }

  #welcome(seq: number, epoch: string): void {
    clearTimeout(this.#timer);
    this.#isHurried = false;
    this.#since = seq;
    this.#epoch = epoch;
    this.#onlineAt = Date.now();
    this.#heartbeat.start(() => this.#ws?.send("ping"));
    this.#become("online");
  }

  #closedBy(code: number, reason: string): void {
    if (!FINAL_CODES.includes(code)) return this.#reconnect(`closed with ${code}`);
    this.#drop(`closed for good with ${code}`);
    this.closedFor = { code, reason };
    this.#become("offline");
  }

  #reconnect(why: string, atOnce = false): void {
    this.#drop(why);
    const tries = this.#tries++;
    if (this.#isHurried || (atOnce && tries === 0)) return this.#open();
    this.#timer = setTimeout(() => this.#open(), backoff(tries, this.#options.random));
    this.#become("offline");
  }

  #drop(why: string): void {
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    if (this.#onlineAt !== undefined && Date.now() - this.#onlineAt >= STEADY_AFTER) this.#tries = 0;
    this.#onlineAt = undefined;
    const ws = this.#ws;
    this.#ws = undefined;
    ws?.close(1000, why);
    this.#options.log?.(`${this.path}: ${why}`);
  }

  #become(status: Status): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#tell();
  }

  #tell(): void {
    for (const watcher of this.#watchers) guarded(watcher);
  }
}

/** An error in someone else's function is reported, and does not end the connection. */
function guarded(run: () => void): void {
  try {
    run();
  } catch (error) {
    reportError(error);
  }
}
