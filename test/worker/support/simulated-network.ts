/** A simulated network between a client and a channel's object. While it is down, a new socket waits. */
import { peerUrl } from "../../../worker/peer";
import { channelOf } from "./stored";

/** The network of one device. */
export class SimulatedNetwork {
  isUp = true;
  readonly channel: string;
  readonly user: string;
  /** The latest socket. */
  socket: SimulatedSocket | undefined;
  #waiting: (() => void)[] = [];

  constructor(channel: string, user: string) {
    this.channel = channel;
    this.user = user;
  }

  up(): void {
    this.isUp = true;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Frames in transit may still reach the channel. The device receives nothing more. */
  down(): void {
    this.isUp = false;
    this.socket?.drop();
  }

  async whenUp(): Promise<void> {
    if (!this.isUp) await new Promise<void>((go) => this.#waiting.push(go));
  }
}

/** The client's end of a WebSocket over a simulated network. */
export class SimulatedSocket extends EventTarget {
  readyState: WebSocket["readyState"] = 0;
  /** Whether frames are lost in both directions, without a close event. */
  isHalfOpen = false;
  #socket: WebSocket | undefined;

  constructor(url: string, network: SimulatedNetwork) {
    super();
    network.socket = this;
    this.#connect(new URL(url).searchParams, network).catch(() => this.drop());
  }

  send(frame: string): void {
    if (!this.isHalfOpen && this.readyState === 1) this.#socket!.send(frame);
  }

  close(): void {
    this.readyState = 3;
    this.#socket?.close(1000);
  }

  /** Breaks the connection. The client gets a close event. */
  drop(): void {
    if (this.readyState === 3) return;
    this.close();
    this.dispatchEvent(new CloseEvent("close", { code: 1006 }));
  }

  async #connect(query: URLSearchParams, network: SimulatedNetwork): Promise<void> {
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
    socket.addEventListener("message", ({ data }) => this.#deliver(new MessageEvent("message", { data })));
    socket.addEventListener("close", ({ code }) => this.#deliver(new CloseEvent("close", { code })));
    socket.accept();
    if (this.readyState === 3) return socket.close(1000); // closed while it was connecting
    this.readyState = 1;
  }

  #deliver(event: Event): void {
    if (this.isHalfOpen || this.readyState !== 1) return;
    if (event.type === "close") this.readyState = 3;
    this.dispatchEvent(event);
  }
}
