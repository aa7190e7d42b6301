/** A client without a page: the real StrongSocket and timeline, on a network that can fail. */
import { EMPTY, fold, timelineOf, type Timeline } from "../../../src/channel/timeline";
import { MAX_PAGE, PAGE_SIZE, type ClientEvent, type Message, type ServerEvent } from "../../../src/shared/protocol";
import { StrongSocket } from "../../../src/socket/StrongSocket";
import { SimulatedNetwork, SimulatedSocket } from "./simulated-network";
import { snapshotOf } from "./stored";

type ChatEvent = Extract<ClientEvent, { t: "chat" }>;

export class TestClient {
  timeline: Timeline = EMPTY;
  /** The cids of its messages, in the order of writing, without rejected ones. */
  written: string[] = [];
  /** All events that it has sent, so that a test can send them again. */
  readonly sent: ClientEvent[] = [];
  /** The gaps in seq that its socket has logged. */
  readonly gaps: string[] = [];
  /** The number of welcomes with the missed messages, with the latest instead, and with the latest after a gap. */
  readonly welcomes = { resumed: 0, replaced: 0, skipped: 0 };
  readonly user: string;
  #network: SimulatedNetwork;
  #socket!: StrongSocket;
  #unechoed = new Map<string, ChatEvent>();
  #probes = new Map<number, () => void>(); // by their `before`
  #probeCount = 0;

  private constructor(channel: string, user: string) {
    this.user = user;
    this.#network = new SimulatedNetwork(channel, user);
  }

  /** Opens the channel's page: its snapshot first, then the socket, which resumes from there. */
  static async open(channel: string, user: string): Promise<TestClient> {
    const client = new TestClient(channel, user);
    const snapshot = await snapshotOf(channel, user);
    client.timeline = timelineOf(snapshot);
    client.#connect({ since: snapshot.seq, epoch: snapshot.epoch });
    return client;
  }

  /** Opens the socket without a snapshot: a first load. */
  static connect(channel: string, user: string): TestClient {
    const client = new TestClient(channel, user);
    client.#connect();
    return client;
  }

  get isOnline(): boolean {
    return this.#network.isUp;
  }

  write(event: ChatEvent): void {
    this.written.push(event.d.cid);
    this.#unechoed.set(event.d.cid, event);
    this.send(event);
  }

  send(event: ClientEvent): void {
    this.sent.push(event);
    this.#socket.send(event);
  }

  loadOlder(limit = PAGE_SIZE): void {
    const { messages, more } = this.timeline;
    if (more) this.#socket.send({ t: "history", d: { before: messages[0]!.id, limit } });
  }

  /** Pages back to the channel's first message. */
  async loadAll(): Promise<void> {
    while (this.timeline.more) {
      this.loadOlder(MAX_PAGE);
      await this.settled();
    }
  }

  goOffline(): void {
    this.#network.down();
  }

  goOnline(): void {
    this.#network.up();
  }

  /** Makes the connection half-open: it seems to be up, but all frames are lost. */
  goHalfOpen(): void {
    if (this.#network.socket) this.#network.socket.isHalfOpen = true;
  }

  /** Waits until the channel has answered everything that was sent so far, on this connection or a later one. */
  async settled(): Promise<void> {
    if (this.#network.socket?.isHalfOpen) this.#network.socket.drop(); // as after a missing pong
    const before = -++this.#probeCount; // no message has this id, so the answer is an empty page
    await new Promise<void>((resolve) => {
      this.#probes.set(before, resolve);
      this.#sendProbe(before);
    });
    this.#probes.delete(before);
  }

  /** The cids of messages that were neither echoed nor rejected yet. */
  get unechoed(): string[] {
    return [...this.#unechoed.keys()];
  }

  close(): void {
    this.#socket.close();
  }

  #connect(seen: { since?: number; epoch?: string } = {}): void {
    const network = this.#network;
    const OwnSocket = class extends SimulatedSocket {
      constructor(url: string) {
        super(url, network);
      }
    };
    this.#socket = StrongSocket.create(network.channel, {
      ...seen,
      WebSocket: OwnSocket,
      random: () => 0,
      origin: "http://edgewise.test",
      log: (what) => what.includes("a gap") && this.gaps.push(what),
    });
    this.#socket.connect({
      welcome: (d) => {
        this.#apply({ t: "welcome", d });
        this.welcomes[d.resumed ? "resumed" : this.timeline.skipped ? "skipped" : "replaced"]++;
        for (const message of d.messages) this.#echo(message);
        for (const event of this.#unechoed.values()) this.#socket.send(event);
        for (const before of this.#probes.keys()) this.#sendProbe(before);
      },
      chat: (d) => {
        this.#apply({ t: "chat", seq: d.seq, d });
        this.#echo(d);
      },
      page: (d) => {
        this.#apply({ t: "page", d });
        this.#probes.get(d.before!)?.();
      },
      error: ({ cid }) => {
        if (cid !== undefined && this.#unechoed.delete(cid)) this.written = this.written.filter((other) => other !== cid);
      },
    });
  }

  #sendProbe(before: number): void {
    this.#socket.send({ t: "history", d: { before, limit: 1 } });
  }

  #echo({ cid, user }: Message): void {
    if (user.id === this.user) this.#unechoed.delete(cid);
  }

  #apply(event: ServerEvent): void {
    this.timeline = fold(this.timeline, event);
  }
}
