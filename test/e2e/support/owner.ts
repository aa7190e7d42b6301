/** The owner of a channel as a program: it writes the first message, and then sends the events of staff. */
import type { ClientEvent, ServerEvent, StaffEvent } from "../../../src/shared/protocol.ts";
import { STEP_TIMEOUT } from "./browser.ts";
import { connect, sayBy } from "./program.ts";

type Answer = {
  d: { ref?: string; user?: { id: string; name: string }; id?: number; key?: string; role?: string; message?: string };
};

export class Owner {
  /** Writes `texts` in a channel that nobody has written in. */
  static async of(url: string, channel: string, ...texts: string[]): Promise<Owner> {
    const owner = new Owner(await connect(url, channel, "Olga"));
    await sayBy(owner.#socket, texts.length > 0 ? texts : ["Welcome."]);
    return owner;
  }

  readonly #socket: WebSocket;
  readonly #events: ServerEvent[] = [];
  readonly #watchers = new Set<() => void>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
      if (data === "pong") return;
      this.#events.push(...([JSON.parse(data)].flat() as ServerEvent[]));
      for (const watcher of this.#watchers) watcher();
    });
  }

  /** Sends an event, and waits for the answer with its `ref`. */
  async does(event: StaffEvent): Promise<Answer["d"]> {
    const ref = `r${++this.#asked}`;
    this.#socket.send(JSON.stringify({ ...event, ref }));
    const answer = await this.#first((event) => (event as Answer).d.ref === ref);
    if (answer.t === "error") throw new Error(answer.d.message);
    return answer.d as Answer["d"];
  }

  /** Removes a message: everyone hears its new state. */
  async removes(id: number): Promise<void> {
    this.#socket.send(JSON.stringify({ t: "delete", d: { id } } satisfies ClientEvent));
    await this.#first((event) => event.t === "chat" && event.d.id === id && event.d.deleted === true);
  }

  /** The message with this text. */
  async message(text: string): Promise<{ id: number; user: string }> {
    const event = await this.#first((event) => event.t === "chat" && event.d.text === text);
    const { id, user } = (event as Extract<ServerEvent, { t: "chat" }>).d;
    return { id, user: user.id };
  }

  /** The event that reports how many reports are open. */
  async hearsOfReports(): Promise<number> {
    return ((await this.#first(({ t }) => t === "reports")) as Extract<ServerEvent, { t: "reports" }>).d.n;
  }

  leaves(): void {
    this.#socket.close();
  }

  #first(isIt: (event: ServerEvent) => boolean): Promise<ServerEvent> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("The owner has not heard that.")), STEP_TIMEOUT);
      const look = () => {
        const found = this.#events.find(isIt);
        if (!found) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        resolve(found);
      };
      this.#watchers.add(look);
      look();
    });
  }
}
