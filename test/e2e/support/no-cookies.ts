/** A proxy through which a browser receives no cookie, as if it refused all of them. */
import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";

/** Passes everything on to `port` and back, except `Set-Cookie`. */
export async function withoutCookies(port: number): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((client) => {
    const worker = connect(port, "127.0.0.1");
    for (const [from, to] of [
      [client, worker],
      [worker, client],
    ] as const) {
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
    }
    client.on("data", (chunk) => worker.write(chunk));
    worker.on("data", (chunk) =>
      client.write(chunk.toString("latin1").replace(/\r\nset-cookie:/gi, "\r\nno-cookies:"), "latin1"),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}
