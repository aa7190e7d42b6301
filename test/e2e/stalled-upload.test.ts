/** An upload over a real connection that stops (W37): the runtime's own streams behave in ways that those of a test do not. */
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { setupSite } from "./support/site";

const site = setupSite();

/** Posts the beginning of a file, and then nothing. Resolves to the answer. */
async function stalls(cookie: string, channel: string): Promise<string> {
  const { host, hostname, port, origin } = new URL(site.url);
  const socket = connect(Number(port), hostname);
  const head = [
    `POST /api/files/${channel} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    `Cookie: ${cookie}`,
    "X-Name: film.bin",
    "Content-Length: 1000",
    "Connection: close",
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\nx`);
  return text(socket);
}

it("W37 an upload that stops is answered after 30 s, and gives its slot back", async () => {
  const page = await fetch(`${site.url}/files/stalled`);
  const cookie = page.headers.getSetCookie()[0]!.split(";")[0]!;
  const answers = await Promise.all(Array.from({ length: 3 }, () => stalls(cookie, "files/stalled"))); // as many as one place may
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*"reason":"cut_file"/);
  const headers = { Cookie: cookie, "X-Name": "notes.txt", Origin: site.url };
  const whole = await fetch(`${site.url}/api/files/files/stalled`, { method: "POST", body: "whole", headers });
  expect(whole.status).toBe(201);
});
