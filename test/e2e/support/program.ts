/** A program that writes faster than people do, to a Worker that runs with LIMITS_SCALE. */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { STEP_TIMEOUT } from "./browser.ts";

const TICK = 20; // ms, between two loads of messages

/** Connects to `channel` as `name`, and waits for its welcome. */
export async function connect(url: string, channel: string, name = "Program"): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/_ws/${channel}?${new URLSearchParams({ name })}`);
  await once(socket, "message", { signal: AbortSignal.timeout(STEP_TIMEOUT) });
  return socket;
}

/** Waits for a frame with `text` in it. Not by `once` in a loop: Node hands over all frames of one read at once. */
export function heard(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No frame for ${STEP_TIMEOUT} ms, and none with “${text}”.`)), STEP_TIMEOUT);
    socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
      timer.refresh();
      if (data.includes('"t":"error"')) reject(new Error(`Rejected: ${data}`)); // as by a limit, without LIMITS_SCALE
      if (!data.includes(text)) return;
      clearTimeout(timer);
      resolve();
    });
    socket.addEventListener("close", ({ code }) => reject(new Error(`The channel closed with ${code}.`)));
  });
}

/** Says `texts` by `socket`, and waits for the last echo. */
export async function sayBy(socket: WebSocket, texts: readonly string[]): Promise<void> {
  const cids = texts.map(() => crypto.randomUUID());
  const echoed = heard(socket, cids.at(-1)!);
  for (const [index, text] of texts.entries()) socket.send(JSON.stringify({ t: "chat", d: { cid: cids[index], text } }));
  await echoed;
}

/** Says `texts` in `channel` as `name`, and waits for the last echo. */
export async function say(url: string, channel: string, texts: readonly string[], name = "Program"): Promise<void> {
  const socket = await connect(url, channel, name);
  await sayBy(socket, texts);
  socket.close();
}

/** Reports the message `id` in `channel`, as someone who has just come. */
export async function report(url: string, channel: string, id: number, reason: string): Promise<void> {
  const socket = await connect(url, channel, "Dora");
  const reported = heard(socket, '"reported"');
  socket.send(JSON.stringify({ t: "report", d: { id, reason } }));
  await reported;
  socket.close();
}

/** Says `message 1` to `message <last>`, or other texts, `perSecond` of them, and waits for the last echo; returns how long it took, in ms. */
export async function talkEvenly(
  url: string,
  channel: string,
  last: number,
  perSecond: number,
  text = (i: number) => `message ${i}`,
): Promise<number> {
  const socket = await connect(url, channel);
  const echoed = heard(socket, `"${text(last)}"`);
  const started = performance.now();
  for (let i = 0; i < last;) {
    const due = Math.min(last, Math.ceil(((performance.now() - started) / 1000) * perSecond));
    while (i < due) socket.send(JSON.stringify({ t: "chat", d: { cid: `${++i}`, text: text(i) } }));
    await wait(TICK);
  }
  await echoed;
  socket.close();
  return performance.now() - started;
}

const WORDS = "a channel is a path and what was said there stays until the last of its readers has gone home".split(" ");

/** `message <from>` to `message <to>`. */
export function numbered(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `message ${from + index}`);
}

/** `message 1` to `message <last>`, of one line to many, some with formatting. */
export function talk(last: number): string[] {
  return Array.from({ length: last }, (_, index) => {
    const n = index + 1;
    const words = Array.from({ length: (n * 7) % 60 }, (_, word) => WORDS[(n + word) % WORDS.length]).join(" ");
    if (n % 41 === 0) return `message ${n}\n\`\`\`ts\nconst answer = ${n};\nconsole.log(answer);\n\`\`\``;
    if (n % 17 === 0) return `message ${n}\n- **${words}**\n- https://example.com/${n}`;
    return `message ${n} ${words}`.trim();
  });
}
