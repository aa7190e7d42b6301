/** Honest users who write at the rate limit without end, so that any effect on them shows. */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { ServerEvent } from "../../../src/shared/protocol";

const PEOPLE = 30;
const EVERY = 2_100; // ms a message and person; newcomers may write every 2 s (W30)
const HEARD_WITHIN = 45_000; // ms

/** Node's WebSocket takes headers, which browsers' types do not know. */
const WebSocketWithHeaders = WebSocket as unknown as new (url: string, options: { headers: Record<string, string> }) => WebSocket;

/** A socket of someone at `address`, as Cloudflare would say it. */
export function socketFrom(address: string, url: string, channel: string, cookie = ""): WebSocket {
  return new WebSocketWithHeaders(`${url.replace("http", "ws")}/_ws/${channel}`, {
    headers: { "CF-Connecting-IP": address, cookie },
  });
}

export class Talk implements Disposable {
  readonly said: string[] = [];
  /** What each person has heard, in order: of all that was said, their own too, and of nothing else. */
  readonly heard: string[][] = [];
  /** How many other messages the first of them has heard of. */
  others = 0;
  #sockets: WebSocket[] = [];
  #saidAt = new Map<string, number>();
  #delays: number[] = [];

  static async start(url: string, channel: string): Promise<Talk> {
    const talk = new Talk();
    for (let n = 0; n < PEOPLE; n++) {
      const socket = socketFrom(`198.51.100.${n}`, url, channel);
      await once(socket, "message"); // the welcome
      const heard: string[] = [];
      talk.#sockets.push(socket);
      talk.heard.push(heard);
      socket.addEventListener("message", ({ data }: MessageEvent<string>) => talk.#hear(heard, data));
    }
    return talk;
  }

  /** They talk for so many ms, and until everyone has heard it all. How long that took: "… ms in the median, …". */
  async goesOn(ms: number): Promise<string> {
    for (const turns = ms / (EVERY / PEOPLE), first = this.said.length; this.said.length < first + turns;) {
      this.#say(this.#sockets[this.said.length % PEOPLE]!, `hello ${this.said.length}`);
      await wait(EVERY / PEOPLE);
    }
    for (const deadline = Date.now() + HEARD_WITHIN; this.heard.some(({ length }) => length < this.said.length); await wait(10))
      if (Date.now() > deadline)
        throw new Error(`of ${this.said.length} messages heard: ${this.heard.map(({ length }) => length).join()}`);
    const delays = this.#delays.splice(0).sort((a, b) => a - b);
    const quantile = (share: number) => delays[Math.ceil(share * delays.length) - 1]!.toFixed(0);
    return `${quantile(0.5)} ms in the median, ${quantile(0.99)} at p99`;
  }

  [Symbol.dispose](): void {
    for (const socket of this.#sockets) socket.close();
  }

  #say(socket: WebSocket, text: string): void {
    this.said.push(text);
    this.#saidAt.set(text, performance.now());
    socket.send(JSON.stringify({ t: "chat", d: { cid: text, text } }));
  }

  #hear(heard: string[], frame: string): void {
    for (const event of [JSON.parse(frame) as ServerEvent | ServerEvent[]].flat()) {
      if (event.t !== "chat") continue;
      const saidAt = this.#saidAt.get(event.d.text);
      if (saidAt !== undefined) {
        heard.push(event.d.text);
        this.#delays.push(performance.now() - saidAt);
      } else if (heard === this.heard[0]) this.others++;
    }
  }
}
