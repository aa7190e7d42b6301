/** A peer for tests: `await join("team/design")`, then `send` events and wait for the next one. */
import { env, exports } from "cloudflare:workers";
import type { ClientEvent, Message, ServerEvent, Welcome } from "../../../src/shared/protocol";
import type { Env } from "../../../worker/env";
import { signCookie } from "./cookies";

export const bindings = env as unknown as Env;
const worker = (exports as unknown as { default: Fetcher }).default;

let addresses = 1;

const HOST = "http://edgewise.test";

/** Each request has its own address, unless `init` has one. Otherwise the tests together would exceed the rate limits (W19, W30). */
export function fetchPath(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has("CF-Connecting-IP")) headers.set("CF-Connecting-IP", `2001:db8:0:${(addresses++).toString(16)}::1`);
  return worker.fetch(HOST + path, { redirect: "manual", ...init, headers });
}

export function upgrade(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetchPath(path, { headers: { Upgrade: "websocket", ...headers } });
}

/** The rate limit counts upgrades per minute of the clock. Waits for the next minute if this one ends within 20 s. */
export async function waitForRateLimitWindow(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 20_000) await new Promise((resolve) => setTimeout(resolve, left));
}

/** The cookie of a new user. Peers with the same cookie are the same user. */
export function newUserCookie(): string {
  return `edgewise=${signCookie()}`;
}

interface Options {
  cookie?: string;
  name?: string;
  since?: number | string;
  epoch?: string;
}

/** Connects to a channel and waits for the welcome. */
export async function join(channel: string, { cookie = newUserCookie(), ...query }: Options = {}): Promise<TestPeer> {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  const response = await upgrade(`/_ws/${channel}?${search}`, { Cookie: cookie });
  if (!response.webSocket) throw new Error(`no socket: ${response.status} ${await response.text()}`);
  const peer = new TestPeer(response.webSocket, cookie);
  const first = await peer.next();
  if (first.t !== "welcome") throw new Error(`the first frame was ${first.t}`);
  peer.welcome = first.d;
  return peer;
}

export class TestPeer {
  welcome!: Welcome;
  /** All received frames, not parsed. */
  readonly frames: string[] = [];
  readonly closed: Promise<CloseEvent>;
  #inbox: (ServerEvent | "pong")[] = [];
  #waiting: (() => void)[] = [];

  readonly socket: WebSocket;
  readonly cookie: string;

  constructor(socket: WebSocket, cookie: string) {
    this.socket = socket;
    this.cookie = cookie;
    this.closed = new Promise((resolve) => socket.addEventListener("close", resolve));
    socket.addEventListener("message", ({ data }) => {
      this.frames.push(String(data));
      this.#inbox.push(...(data === "pong" ? ["pong" as const] : [JSON.parse(String(data)) as ServerEvent].flat()));
      for (const wake of this.#waiting.splice(0)) wake();
    });
    socket.accept();
  }

  get you() {
    return this.welcome.you;
  }

  send(event: ClientEvent | { t: string; d?: unknown; ref?: unknown }): void {
    this.sendRaw(JSON.stringify(event));
  }

  sendRaw(frame: string | ArrayBuffer): void {
    this.socket.send(frame);
  }

  /** The next event of any type. */
  async next(): Promise<ServerEvent> {
    const event = await this.#take(() => true);
    if (event === "pong") throw new Error("a pong");
    return event;
  }

  /** The next event of type `t`. Skips the events before it. */
  async nextOf<T extends ServerEvent["t"]>(t: T): Promise<Extract<ServerEvent, { t: T }>> {
    return (await this.#take((event) => event !== "pong" && event.t === t)) as Extract<ServerEvent, { t: T }>;
  }

  async pong(): Promise<void> {
    await this.#take((event) => event === "pong");
  }

  /** Sends a message, and returns its echo, which acknowledges it. Throws if it is rejected. */
  async sendMessage(text: string, reply?: number): Promise<Message> {
    const cid = crypto.randomUUID();
    this.send({ t: "chat", d: { cid, text, ...(reply !== undefined && { reply }) } });
    for (;;) {
      const event = (await this.#take((event) => event !== "pong" && (event.t === "chat" || event.t === "error"))) as ServerEvent;
      if (event.t === "error" && event.d.cid === cid) throw new Error(`rejected: ${JSON.stringify(event.d)}`);
      if (event.t === "chat" && event.d.cid === cid) return event.d;
    }
  }

  /** Sends an event, and returns its answer: the event that carries its `ref`. */
  async ask(event: ClientEvent | { t: string; d?: unknown }) {
    const ref = crypto.randomUUID();
    this.send({ ...event, ref } as ClientEvent);
    const isAnswer = (other: ServerEvent | "pong") => other !== "pong" && "d" in other && "ref" in other.d && other.d.ref === ref;
    while (!this.#inbox.some(isAnswer)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const [answer] = this.#inbox.splice(this.#inbox.findIndex(isAnswer), 1); // the events before it can still be read
    return answer as Exclude<ServerEvent, { t: "welcome" | "presence" | "typing" }>;
  }

  /** Sends an event that must be rejected, and returns the details of the error. */
  async refused(event: ClientEvent | { t: string; d?: unknown; ref?: unknown } | string | ArrayBuffer) {
    if (typeof event === "string" || event instanceof ArrayBuffer) this.sendRaw(event);
    else this.send(event);
    return (await this.nextOf("error")).d;
  }

  close(code = 1000): void {
    this.socket.close(code);
  }

  async #take(wanted: (event: ServerEvent | "pong") => boolean): Promise<ServerEvent | "pong"> {
    for (;;) {
      while (this.#inbox.length > 0) {
        const event = this.#inbox.shift()!;
        if (wanted(event)) return event;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}
