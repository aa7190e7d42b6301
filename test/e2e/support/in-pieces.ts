/** A slow proxy for pages, which sends them in pieces with pauses. It does not pass sockets. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const PAUSE = 300; // ms: some frames are shown meanwhile

/** Passes on what is at `url`; of a page, a piece ends before each of `marks`, which have to be in it in this order. */
export async function inPieces(url: string, marks: readonly string[]): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer((request, response) => void pass(request, response));
  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await fetch(url + request.url, { headers: { Cookie: request.headers.cookie ?? "" } });
    const body = await answer.text();
    const type = answer.headers.get("Content-Type") ?? "";
    response.writeHead(answer.status, { "Content-Type": type });
    const ends = type.startsWith("text/html") ? [...marks.map((mark) => body.indexOf(mark)), body.length] : [body.length];
    for (let from = 0; ends.length > 0; from = ends.shift()!) {
      if (from > 0) await wait(PAUSE);
      response.write(body.slice(from, ends[0]));
    }
    response.end();
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
