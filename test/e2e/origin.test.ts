/** W16 over the network: which origins may connect, and that a rejection wakes no channel. */
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEdgewise, type Edgewise } from "./support/edgewise";

const HOST = "chat.example";

let edgewise: Edgewise;
let storage: string;
beforeAll(async () => {
  storage = await mkdtemp(join(tmpdir(), "edgewise-origin-"));
  edgewise = await startEdgewise({ storage, vars: { ALLOWED_ORIGINS: "https://friend.example, https://Other.example:8443" } });
});
afterAll(async () => {
  await edgewise?.stop();
  await rm(storage, { recursive: true });
});

/** What stands in an upgrade's Host and Origin, and the answer. Whoever speaks HTTP by hand can send all of these. */
const MATRIX: [what: string, host: string, origin: string | undefined, status: 101 | 403][] = [
  ["same host", HOST, `http://${HOST}`, 101],
  ["same host and port", `${HOST}:8080`, `http://${HOST}:8080`, 101],
  ["same host behind a proxy that speaks TLS for it", HOST, `https://${HOST}`, 101],
  ["upper case in Origin", HOST, `HTTP://${HOST.toUpperCase()}`, 101],
  ["upper case in Host", HOST.toUpperCase(), `http://${HOST}`, 101],
  ["none", HOST, undefined, 101],
  ["listed", HOST, "https://friend.example", 101],
  ["listed, with a port", HOST, "https://other.example:8443", 101],
  ["listed, other scheme", HOST, "http://friend.example", 403],
  ["listed, other port", HOST, "https://friend.example:8443", 403],
  ["listed, a host below", HOST, "https://a.friend.example", 403],
  ["other host", HOST, "http://evil.example", 403],
  ["other port", HOST, `http://${HOST}:8080`, 403],
  ["other port, in Host", `${HOST}:8080`, `http://${HOST}`, 403],
  ["other scheme", HOST, `ftp://${HOST}`, 403],
  ["no scheme", HOST, HOST, 403],
  ["null", HOST, "null", 403],
  ["trailing dot", HOST, `http://${HOST}.`, 403],
  ["trailing dot, listed", HOST, "https://friend.example.", 403],
  ["suffix", HOST, `http://${HOST}.evil.example`, 403],
  ["prefix", HOST, `http://evil-${HOST}`, 403],
  ["a host below", HOST, `http://evil.${HOST}`, 403],
  ["userinfo", HOST, `http://${HOST}@evil.example`, 403],
  ["userinfo, listed", HOST, "https://evil@friend.example", 403],
  ["a path", HOST, `http://evil.example/http://${HOST}`, 403],
  ["two", HOST, `http://${HOST}, http://evil.example`, 403],
];

it("W16 the own host, a listed origin or none may connect; any other is rejected without waking an object", async () => {
  const before = await channelsWoken();
  for (const [index, [what, host, origin, status]] of MATRIX.entries()) {
    const answer = await upgrade(`/_ws/origin/${index}`, { Host: host, ...(origin !== undefined && { Origin: origin }) });
    expect([what, answer]).toEqual([what, status]);
  }
  // Each came to a channel of its own, and workerd makes a file for an object as soon as that is constructed
  expect((await channelsWoken()) - before).toBe(MATRIX.filter(([, , , status]) => status === 101).length);
});

/** The status of the answer to a WebSocket handshake with these headers. */
async function upgrade(path: string, headers: Record<string, string>): Promise<number> {
  const handshake = {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": Buffer.from("an honest client").toString("base64"),
  };
  const asked = request({ host: "127.0.0.1", port: edgewise.port, path, headers: { ...handshake, ...headers } }).end();
  const [answer] = (await Promise.race([once(asked, "upgrade"), once(asked, "response")])) as [IncomingMessage];
  asked.destroy();
  return answer.statusCode!;
}

async function channelsWoken(): Promise<number> {
  const files = await readdir(join(storage, "v3/do/edgewise-Channel"));
  return files.filter((file) => /^[\da-f]{64}\.sqlite$/.test(file)).length;
}
