/** The server's end of a StrongSocket. What the server does reaches the client when the test calls `flush()`. */

import type { Message, ServerEvent, Welcome } from "../../../src/shared/protocol";

export class FakeServer {
  /** Every socket that was ever opened, the latest last. */
  readonly sockets: FakeSocket[] = [];

  /** To be given to a StrongSocket as its WebSocket. */
  readonly WebSocket: new (url: string) => FakeSocket;

  constructor() {
    const { sockets } = this;
    this.WebSocket = class extends FakeSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    };
  }

  get latest(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("Nobody has connected yet.");
    return socket;
  }

  /** Lets the latest socket in: it is open and has its welcome. */
  welcome(d: Partial<Welcome> = {}): FakeSocket {
    return this.latest.accept().say(welcome(d)).flush();
  }
}

export class FakeSocket extends EventTarget {
  readyState: WebSocket["readyState"] = 0;
  /** What the client sent, in order. */
  readonly sent: string[] = [];
  /** What the client closed it with. */
  closed: { code?: number | undefined; reason?: string | undefined } | undefined;
  readonly #queue: (() => void)[] = [];

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
  }

  get query(): Record<string, string> {
    return Object.fromEntries(new URL(this.url).searchParams);
  }

  get pings(): number {
    return this.sent.filter((frame) => frame === "ping").length;
  }

  // The client's side

  send(frame: string | Blob | BufferSource): void {
    if (this.readyState === 0) throw new Error("A WebSocket throws when it is used before it is open.");
    this.sent.push(String(frame));
  }

  close(code?: number, reason?: string): void {
    this.closed ??= { code, reason };
    if (this.readyState < 2) this.readyState = 2;
  }

  // The server's side

  accept(): this {
    return this.#later(() => {
      this.readyState = 1;
      this.dispatchEvent(new Event("open"));
    });
  }

  /** One frame: an event, or an array of them if there are several. */
  say(...events: ServerEvent[]): this {
    return this.sayRaw(JSON.stringify(events.length === 1 ? events[0] : events));
  }

  sayRaw(data: unknown): this {
    return this.#later(() => this.dispatchEvent(new MessageEvent("message", { data })));
  }

  pong(): this {
    return this.sayRaw("pong");
  }

  hangUp(code: number, reason = ""): this {
    return this.#later(() => {
      this.readyState = 3;
      this.dispatchEvent(Object.assign(new Event("close"), { code, reason }));
    });
  }

  flush(): this {
    for (const event of this.#queue.splice(0)) event();
    return this;
  }

  #later(event: () => void): this {
    this.#queue.push(event);
    return this;
  }
}

export function welcome(d: Partial<Welcome> = {}): ServerEvent {
  const user = { id: "u1", name: "Ada" };
  return {
    t: "welcome",
    d: {
      protocol: 1,
      channel: "lobby",
      epoch: "e1",
      seq: 0,
      you: user,
      n: 1,
      users: [user],
      resumed: false,
      now: Date.now(),
      messages: [],
      more: false,
      limits: { frame: 16_384, text: 4_000, name: 32 },
      ...d,
    },
  };
}

export function chat(seq: number, d: Partial<Message> = {}): ServerEvent {
  return {
    t: "chat",
    seq,
    d: { id: seq, seq, cid: `c${seq}`, user: { id: "u1", name: "Ada" }, text: `line ${seq}`, at: 0, ...d },
  };
}
