/** A client of workerd's inspector, which speaks the protocol of Chrome's developer tools. */

export class Inspector implements Disposable {
  #socket: WebSocket;
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** The inspector at `address` (host and port), of the one Worker there. */
  static async open(address: string): Promise<Inspector> {
    const [target] = (await (await fetch(`http://${address}/json`)).json()) as { webSocketDebuggerUrl: string }[];
    const socket = new WebSocket(target!.webSocketDebuggerUrl);
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", () => reject(new Error("workerd's inspector did not answer")));
    });
    return new Inspector(socket);
  }

  ask<Answer>(method: string, params = {}): Promise<Answer> {
    const own = ++this.#asked;
    return new Promise((resolve) => {
      const listen = ({ data }: MessageEvent<string>) => {
        const answer = JSON.parse(data) as { id: number; result: Answer };
        if (answer.id !== own) return;
        this.#socket.removeEventListener("message", listen);
        resolve(answer.result);
      };
      this.#socket.addEventListener("message", listen);
      this.#socket.send(JSON.stringify({ id: own, method, params }));
    });
  }

  /** Bytes of the heap in use, once what is not has been collected. For that the Worker must run: `nudge` makes any request. */
  async heap(nudge: () => Promise<unknown>): Promise<number> {
    const nudging = setInterval(() => void nudge().catch(() => undefined), 20);
    await this.ask("HeapProfiler.collectGarbage").finally(() => clearInterval(nudging));
    return (await this.ask<{ usedSize: number }>("Runtime.getHeapUsage")).usedSize;
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}
