/** A bad network: a TCP proxy on 127.0.0.1 that treats each connection by a plan. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** From the client to the Worker, or back. */
export type Way = "up" | "down";

/** What happens to a connection once; `after` counts the bytes that still pass. */
export type Fault =
  /** It is dropped before a byte has passed. */
  | { kind: "refuse" }
  /** It breaks: with a reset (RST) or, without one, as a process that ends would leave it (FIN). */
  | { kind: "cut"; way: Way; after: number; reset: boolean }
  /** Bytes are still accepted on these ways, and go nowhere; nor does anyone ever hear that it was closed. */
  | { kind: "half-open"; ways: readonly Way[]; after: number }
  /** What the client sends is held until a later connection has spoken: packets that were long on the way. */
  | { kind: "late"; after: number };

export interface Plan {
  /** Milliseconds that each chunk takes, either way. */
  delay: number;
  fault?: Fault;
}

/** What really happened. */
export type Counts = {
  connections: number;
  delayed: number; // chunks
  refused: number;
  cuts: number;
  /** Of the cuts, those inside a chunk: its first bytes arrived and its last did not. */
  torn: number;
  halfOpens: number; // ways
  /** Connections whose bytes arrived after those of a later one. */
  late: number;
};

export class Proxy implements AsyncDisposable {
  /** Listens on a free port for connections to `port`; `plan` is asked once for each, counted from 0. */
  static async to(port: number, plan: (connection: number) => Plan): Promise<Proxy> {
    const proxy = new Proxy(port, plan);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  readonly counts: Counts = { connections: 0, delayed: 0, refused: 0, cuts: 0, torn: 0, halfOpens: 0, late: 0 };
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Lets what is held on earlier connections go. */
  #held: (() => void)[] = [];

  private constructor(port: number, plan: (connection: number) => Plan) {
    this.#server = createServer((client) => {
      const { delay, fault } = plan(this.counts.connections++);
      this.#keep(client);
      if (fault?.kind === "refuse") {
        this.counts.refused++;
        client.resetAndDestroy();
        return;
      }
      const worker = this.#keep(connect(port, "127.0.0.1"));
      this.#pump("up", client, worker, delay, fault);
      this.#pump("down", worker, client, delay, fault);
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  /** Carries bytes from one socket to the other, until the fault strikes if it is one of this way. */
  #pump(way: Way, from: Socket, to: Socket, delay: number, planned: Fault | undefined): void {
    const fault = planned && waysOf(planned).includes(way) ? planned : undefined;
    let left = fault && fault.kind !== "refuse" ? fault.after : Infinity;
    let carried = false; // whether a chunk has passed: the upgrade
    let silent = false;
    let held: (() => void)[] | undefined;
    const later = (run: () => void) => void (delay > 0 ? setTimeout(run, delay) : run()); // one delay, so the order is kept
    const deliver = (run: () => void) => void (held ? held.push(run) : later(run));
    const release = () => {
      this.counts.late++;
      held?.forEach(later);
      held = undefined;
    };

    from.on("data", (chunk: Buffer) => {
      if (silent) return;
      if (delay > 0) this.counts.delayed++;
      if (way === "up" && carried && !held) this.#held.splice(0).forEach((release) => release());
      carried = true;
      const first = chunk.subarray(0, left);
      const rest = chunk.subarray(left);
      left -= first.length;
      if (first.length > 0) deliver(() => to.write(first));
      if (rest.length === 0) return;
      left = Infinity; // a fault strikes once
      switch (fault?.kind) {
        case "cut":
          silent = true;
          this.counts.cuts++;
          if (first.length > 0) this.counts.torn++;
          // once what came before is on its way
          return deliver(() =>
            to.write("", () => [from, to].forEach((end) => (fault.reset ? end.resetAndDestroy() : end.destroy()))),
          );
        case "half-open":
          silent = true;
          this.counts.halfOpens++;
          return;
        case "late":
          held = [() => to.write(rest)];
          this.#held.push(release);
      }
    });
    from.on("close", () => silent || deliver(() => to.end()));
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on("error", () => {}); // a reset: `close` follows
    socket.on("close", () => this.#sockets.delete(socket));
    return socket.setNoDelay();
  }
}

function waysOf(fault: Fault): readonly Way[] {
  switch (fault.kind) {
    case "refuse":
      return [];
    case "cut":
      return [fault.way];
    case "half-open":
      return fault.ways;
    case "late":
      return ["up"];
  }
}
