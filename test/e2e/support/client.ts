/** A chat client without a page, in Node: the browser's own socket, timeline and outbox, connected as in the page. */
import { MessageOutbox, type UnsentMessage } from "../../../src/outbox/MessageOutbox";
import * as Timeline from "../../../src/channel/timeline";
import { MAX_PAGE, type ClientEvent, type Message, type ServerEvent, type Welcome } from "../../../src/shared/protocol";
import { StrongSocket, type Status } from "../../../src/socket/StrongSocket";
import { STEP_TIMEOUT } from "./browser.ts";

// Browsers have it and Node has not: what goes wrong in a handler fails the test
globalThis.reportError ??= (error: unknown) =>
  queueMicrotask(() => {
    throw error;
  });

/** Node's WebSocket takes headers, which browsers' types do not know. */
const WebSocketWithHeaders = WebSocket as unknown as new (url: string, options: { headers: Record<string, string> }) => WebSocket;

export interface ClientOptions {
  /** Who it is: see `newcomer`. Someone new at each connect unless given. */
  cookie?: string;
  /** For the waits between attempts to connect. */
  random?: () => number;
}

/** The cookie of a new user, as a browser gets it with its first page; from `address`, as Cloudflare would say it. */
export async function newcomer(origin: string, address?: string): Promise<string> {
  const response = await fetch(origin, address === undefined ? {} : { headers: { "CF-Connecting-IP": address } });
  await response.arrayBuffer();
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]!);
  return cookies.join("; ");
}

export class Client implements Disposable {
  readonly name: string;
  timeline = Timeline.EMPTY;
  /** The highest seq that it has applied. */
  seq = 0;
  unsent: readonly UnsentMessage[] = [];
  welcomes: Welcome[] = [];
  /** Bytes of the frame that the latest welcome came in. */
  welcomeBytes = 0;
  /** The cids of its messages in the order in which they were first sent, and how often each was. */
  readonly sent = new Map<string, number>();
  /** Its messages that it heard of first in a welcome: stored, and the echo lost. */
  storedUnheard = 0;
  /** Why it reconnected, each time. */
  readonly reconnects: string[] = [];

  readonly #socket: StrongSocket;
  readonly #outbox: MessageOutbox;
  readonly #watchers = new Set<() => void>();

  constructor(name: string, origin: string, channel: string, { cookie = "", random }: ClientOptions = {}) {
    this.name = name;
    const bytes = (n: number) => (this.welcomeBytes = n);
    this.#socket = StrongSocket.create(channel, {
      origin,
      ...(random && { random }),
      log: (message) => this.reconnects.push(message),
      WebSocket: class extends WebSocketWithHeaders {
        constructor(url: string) {
          super(url, { headers: { cookie } });
          this.addEventListener("message", ({ data }) => bytes(Buffer.byteLength(data as string)), { once: true });
        }
      },
    });
    this.#outbox = new MessageOutbox({
      send: (event) => this.#transmit(event),
      onChange: (unsent) => {
        this.unsent = unsent;
        this.#changed();
      },
    });
    this.#socket.watch(() => this.#changed());
  }

  connect(): this {
    void this.#outbox.load();
    this.#socket.connect({
      welcome: (d) => {
        this.welcomes.push(d);
        this.seq = d.seq;
        this.#fold({ t: "welcome", d });
        const waiting = this.unsent.length;
        this.#outbox.receive({ t: "welcome", d }, d.you.id);
        this.storedUnheard += waiting - this.unsent.length;
      },
      chat: (d) => {
        this.seq = Math.max(this.seq, d.seq);
        const event = { t: "chat", seq: d.seq, d } as const;
        this.#outbox.receive(event, this.you);
        this.#fold(event);
      },
      page: (d) => this.#fold({ t: "page", d }),
      error: (d) => this.#outbox.receive({ t: "error", d }, this.you),
    });
    return this;
  }

  get you(): string {
    return this.welcomes.at(-1)?.you.id ?? "";
  }

  get status(): Status {
    return this.#socket.status;
  }

  get messages(): readonly Message[] {
    return this.timeline.messages;
  }

  /** What its user has written, here or elsewhere. */
  get own(): readonly Message[] {
    return this.messages.filter(({ user }) => user.id === this.you);
  }

  /** How often it sent a message again. */
  get resent(): number {
    return [...this.sent.values()].reduce((sum, times) => sum + times - 1, 0);
  }

  say(text: string): void {
    this.#outbox.add(text);
  }

  /** Sends an event that nobody keeps; false without a connection. */
  send(event: ClientEvent): boolean {
    return this.#socket.send(event);
  }

  /** Goes away, until `comesBack`. */
  leaves(): void {
    this.#socket.pause();
  }

  comesBack(): void {
    this.#socket.retryNow();
  }

  /** Pages back until there is nothing older. */
  async readsAll(): Promise<this> {
    while (this.timeline.more) {
      const before = this.messages[0]!.id;
      this.send({ t: "history", d: { before, limit: MAX_PAGE } });
      await this.until(() => this.messages[0]!.id < before, `a page before ${before}`);
    }
    return this;
  }

  /** Waits until `condition` holds, looking again whenever anything has happened here. */
  until(condition: () => boolean, what: string, within = STEP_TIMEOUT): Promise<void> {
    return until([this], condition, what, within);
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  [Symbol.dispose](): void {
    this.#socket.close();
    this.#outbox.close();
  }

  toString(): string {
    return `${this.name}: ${this.status}, seq ${this.seq}, ${this.messages.length} messages, ${this.unsent.length} unsent, reconnects: ${this.reconnects.join("; ")}`;
  }

  #transmit(event: ClientEvent): boolean {
    const taken = this.#socket.send(event);
    if (taken && event.t === "chat") this.sent.set(event.d.cid, (this.sent.get(event.d.cid) ?? 0) + 1);
    return taken;
  }

  #fold(event: ServerEvent): void {
    this.timeline = Timeline.fold(this.timeline, event);
    this.#changed();
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

/** Waits until `condition` holds, looking again whenever anything has happened at one of the clients. */
export function until(clients: readonly Client[], condition: () => boolean, what: string, within = STEP_TIMEOUT): Promise<void> {
  return new Promise((resolve, reject) => {
    const stops = clients.map((client) => client.watch(check));
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Waited ${within} ms in vain for ${what}.\n${clients.join("\n")}`));
    }, within);
    function end(): void {
      clearTimeout(timer);
      for (const stop of stops) stop();
    }
    function check(): void {
      if (!condition()) return;
      end();
      resolve();
    }
    check();
  });
}
