/** An HTTP request with any headers, also upgrades, which `fetch` cannot send. */
import { once } from "node:events";
import { request, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Empty for a WebSocket, which is closed at once. */
  body: string;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
}

export const UPGRADE = {
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
};

/** Asks for `path` as it is written: nothing is normalised, no redirect followed. */
export async function ask(origin: string, path: string, { method = "GET", headers = {} }: Question = {}): Promise<Answer> {
  const sent = request(origin, { method, path, headers, agent: false }).end();
  const upgraded = once(sent, "upgrade").then(([response, socket]) => {
    (socket as NodeJS.ReadWriteStream & { destroy(): void }).destroy();
    return response as IncomingMessage;
  });
  const [response] = (await Promise.race([once(sent, "response"), upgraded.then((answer) => [answer])])) as [IncomingMessage];
  const status = response.statusCode!;
  return { status, headers: response.headers, body: status === 101 ? "" : await text(response) };
}
