/** A WebSocket to a channel's object over a network that can be down. Then a new one waits until it is up. */
import { peerUrl } from "../../../worker/peer";
import { channelOf } from "./stored";

/** One device's way to the channel. */
export class Network {
  isUp = true;
  readonly channel: string;
  readonly user: string;
  /** The socket in use, the last that was made. */
  cable: Cable | undefined;
  #waiting: (() => void)[] = [];

  constructor(channel: string, user: string) {
    this.channel = channel;
    this.user = user;
  }

  up(): void {
    this.isUp = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** What is under way may still arrive at the channel; nothing arrives here any more. */
  down(): void {
    this.isUp = false;
    this.cable?.cut();
  }

  async whenUp(): Promise<void> {
    if (!this.isUp) await new Promise<void>((go) => this.#waiting.push(go));
  }
}

export class Cable extends EventTarget {
  readyState: WebSocket["readyState"] = 0;
  /** Whether it is half-open: it swallows what is sent either way, and nobody is told. */
  isMute = false;
  #socket: WebSocket | undefined;

  constructor(url: string, network: Network) {
    super();
    network.cable = this;
    this.#connect(new URL(url).searchParams, network).catch(() => this.cut());
  }

  send(frame: string): void {
    if (!this.isMute && this.readyState === 1) this.#socket!.send(frame);
  }

  close(): void {
    this.readyState = 3;
    this.#socket?.close(1000);
  }

  /** The connection breaks, and this end notices. */
  cut(): void {
    if (this.readyState === 3) return;
    this.close();
    this.dispatchEvent(new CloseEvent("close", { code: 1006 }));
  }

  async #connect(query: URLSearchParams, network: Network): Promise<void> {
    await network.whenUp();
    if (this.readyState === 3) return;
    const { channel, user } = network;
    const seen = query.has("since") && { since: Number(query.get("since")), epoch: query.get("epoch")! };
    const request = new Request(peerUrl({ channel, user, ...seen }), { headers: { Upgrade: "websocket" } });
    const { webSocket } = await channelOf(channel).fetch(request);
    this.#opened(webSocket!);
  }

  #opened(socket: WebSocket): void {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#pass(new MessageEvent("message", { data })));
    socket.addEventListener("close", ({ code }) => this.#pass(new CloseEvent("close", { code })));
    socket.accept();
    if (this.readyState === 3) return socket.close(1000); // given up while it was being made
    this.readyState = 1;
  }

  #pass(event: Event): void {
    if (this.isMute || this.readyState !== 1) return;
    if (event.type === "close") this.readyState = 3;
    this.dispatchEvent(event);
  }
}
