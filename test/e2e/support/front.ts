/** A front of a running Edgewise, at one address: it can be taken off the network, be slow, and serve other builds and files. */
import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export class Front implements AsyncDisposable {
  static async of(port: number): Promise<Front> {
    const front = new Front(port);
    await front.open();
    return front;
  }

  /** Changes a text that is served. */
  edit: (path: string, text: string) => string = (_path, text) => text;
  /** ms before a page is served. */
  delay = 0;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #server = createServer();
  #port = 0;

  private constructor(target: number) {
    this.#target = target;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async open(): Promise<void> {
    this.#server = createServer((incoming, response) => void this.#answer(incoming, response).catch(() => response.destroy()));
    this.#server.on("connection", (socket: Socket) => this.#keep(socket));
    this.#server.on("upgrade", (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
      const worker = this.#keep(connect(this.#target, "127.0.0.1"));
      const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      worker.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join("")}\r\n`);
      worker.write(head);
      worker.pipe(socket).pipe(worker);
    });
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Nothing answers any more. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url = "/" } = incoming;
    const headers = { ...incoming.headers, "accept-encoding": "identity" };
    const asked = request({ port: this.#target, host: "127.0.0.1", method, path: url, headers });
    incoming.pipe(asked);
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    const isText = /html|javascript|json/.test(answer.headers["content-type"] ?? "");
    if (/html/.test(answer.headers["content-type"] ?? "") && this.delay > 0) await wait(this.delay);
    if (!isText) return void answer.pipe(response.writeHead(answer.statusCode!, answer.headers));
    const body = this.edit(url, Buffer.concat(await answer.toArray()).toString());
    const { "content-length": _length, "transfer-encoding": _encoding, etag: _etag, ...rest } = answer.headers;
    response.writeHead(answer.statusCode!, rest).end(body);
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on("error", () => undefined); // a reset: `close` follows
    socket.on("close", () => this.#sockets.delete(socket));
    return socket;
  }
}
