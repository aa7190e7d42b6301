/** 10,000 random frames to one channel while two people write in it: it does not restart or grow, and they are not affected. */
import { once } from "node:events";
import fc from "../support/fast-check";
import { expect, it } from "vitest";
import { parse } from "../../src/shared/parse";
import { CLOSE, LIMITS, MAX_BAD_FRAMES, type ServerEvent } from "../../src/shared/protocol";
import { cleanName, cleanText } from "../../src/shared/text";
import { Inspector } from "../bench/support/inspector";
import { rival, start } from "../bench/support/rivals";
import { STEP_TIMEOUT } from "./support/browser";
import { Client, newcomer, until } from "./support/client";
import { frame, type Frame } from "./support/frames";

const FRAMES = 10_000;
const AT_ONCE = MAX_BAD_FRAMES - 1; // on one connection, or it would be closed
const ROGUES = 8;
const ROUNDS = Math.ceil(FRAMES / AT_ONCE / ROGUES);
const WARM_UP = Math.floor(ROUNDS / 4);
const MAY_GROW = 1.5 * 1024 * 1024; // bytes; what the channel may rightly remember of so many users and messages is less
const SEED = 20_261_122;
const SYNC = -987_654_321; // a page before it is empty, and says that what was sent earlier has been answered
/** Without `storage`: nothing is wrong with it here, so it would stand for an error that nobody has thought of. */
const CODES = ["bad_frame", "unknown_type", "invalid", "too_long", "empty", "rate_limited", "forbidden", "not_found"];

it(`W14 each of ${FRAMES} random frames is accepted or rejected with a code; nothing restarts or grows, and two people's messages are complete`, async () => {
  // Storing and relaying are to meet as much of it as parsing, so the limits are raised; that of bad frames never is
  await using server = await start(await rival("edgewise"), 1000, { inspect: true });
  using inspector = await Inspector.open(server.inspector!);
  const url = `http://127.0.0.1:${server.port}`;
  const heap = () => inspector.heap(async () => (await fetch(`${url}/_ws/nudge`)).arrayBuffer());
  using stack = new DisposableStack();
  const client = async (name: string) => stack.use(new Client(name, url, "fuzz", { cookie: await newcomer(url) })).connect();
  const [ada, ben] = await Promise.all([client("Ada"), client("Ben")]);
  await until([ada, ben], () => ada.status === "online" && ben.status === "online", "both to be there");
  const rogues = await Promise.all(Array.from({ length: ROGUES }, () => newcomer(url)));

  const answered = new Map<string, number>();
  const said = ["Ada says 0"];
  ada.say(said[0]!);
  await until([ada], () => ada.unsent.length === 0, "Ada to own the channel: a rogue who owned it could delete what others say");
  let rounds = 0;
  let before = 0;
  const started = performance.now();
  const arrays = fc.array(fc.array(frame, { minLength: AT_ONCE, maxLength: AT_ONCE }), { minLength: ROGUES, maxLength: ROGUES });
  const round = fc.asyncProperty(arrays, async (frames) => {
    if (rounds++ === WARM_UP) before = await heap();
    const talk = setInterval(() => {
      for (const who of [ada, ben]) if (who.unsent.length === 0) who.say(said[said.push(`${who.name} says ${said.length}`) - 1]!);
    }, 30);
    const codes = await Promise.all(frames.map((some, n) => suffers(url, rogues[n]!, some))).finally(() => clearInterval(talk));
    for (const code of codes.flat()) answered.set(code, (answered.get(code) ?? 0) + 1);
  });
  await fc.assert(round, { numRuns: ROUNDS, seed: SEED });
  const seconds = (performance.now() - started) / 1000;
  const after = await heap();

  await until([ada, ben], () => ada.unsent.length + ben.unsent.length === 0 && ada.seq === ben.seq, "the last words");
  const fresh = await client("Fresh load");
  await fresh.until(() => fresh.seq === ada.seq, "a fresh load");
  const { messages } = await fresh.readsAll();
  for (const who of [ada, ben]) {
    expect(who.messages, "the same list for everyone").toEqual(messages);
    expect(who.own.map(({ text }) => text)).toEqual(said.filter((text) => text.startsWith(who.name)));
    expect(who.welcomes.length, "its connection was never lost").toBe(1);
  }
  for (const { text, deleted } of messages) expect([cleanText(text), text !== ""]).toEqual([text, !deleted]);
  console.log(
    `${FRAMES} frames in ${seconds.toFixed(1)} s among ${said.length} honest ones; ${messages.length} messages stored; refused: ` +
      `${JSON.stringify(Object.fromEntries(answered))}; heap ${kibibytes(before)} KiB after a quarter, ${kibibytes(after)} at the end.`,
  );
  for (const code of answered.keys()) expect(CODES).toContain(code);
  expect(after - before, "bytes that the heap has grown").toBeLessThan(MAY_GROW);
}, 120_000);

/** Sends `frames` and sees that each is answered as it must be; the codes of all refusals. */
async function suffers(url: string, cookie: string, frames: readonly Frame[]): Promise<string[]> {
  const all: string[] = [];
  for (const some of upToTooBig(frames)) {
    const { refusals, names, closedWith } = await answersTo(url, cookie, some);
    expect(closedWith).toBe(isTooBig(some.at(-1)!) ? CLOSE.frameTooBig : undefined);
    const malformed = some.map(refusalOf).filter((code) => code !== undefined);
    expect(refusals.filter((code) => malformed.includes(code))).toEqual(malformed);
    for (const name of names) expect(cleanName(name)).toBe(name);
    all.push(...refusals);
  }
  return all;
}

/** What comes back for `frames` until all are answered: codes of refusals, names, and the code if the channel closes the connection. */
async function answersTo(url: string, cookie: string, frames: readonly Frame[]) {
  const Socket = WebSocket as unknown as new (url: string, options: { headers: Record<string, string> }) => WebSocket;
  const socket = new Socket(`${url.replace("http", "ws")}/_ws/fuzz`, { headers: { cookie } });
  const refusals: string[] = [];
  const names: string[] = [];
  const done = Promise.withResolvers<number | undefined>();
  const take = (event: ServerEvent) => {
    if (event.t === "error") refusals.push(event.d.code);
    else if (event.t === "name") names.push(event.d.user.name);
    else if (event.t === "page" && event.d.before === SYNC) done.resolve(undefined);
  };
  socket.addEventListener("close", ({ code }) => done.resolve(code));
  const limit = AbortSignal.timeout(STEP_TIMEOUT);
  limit.addEventListener("abort", () => done.reject(new Error(`No answer to the last of ${frames.length} frames.`)));
  await once(socket, "message", { signal: limit }); // the welcome
  socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
    if (data !== "pong") for (const event of [JSON.parse(data) as ServerEvent | ServerEvent[]].flat()) take(event);
  });
  for (const frame of frames) socket.send(frame);
  socket.send(JSON.stringify({ t: "history", d: { before: SYNC, limit: 1 } }));
  const closedWith = await done.promise;
  socket.close();
  return { refusals, names, closedWith };
}

/** In parts of which each ends with what closes its connection, but for the last. */
function upToTooBig(frames: readonly Frame[]): Frame[][] {
  const parts: Frame[][] = [[]];
  for (const frame of frames) {
    parts.at(-1)!.push(frame);
    if (isTooBig(frame)) parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

/** The code of a frame that is refused whatever the channel's state. A socket sends well-formed text alone. */
function refusalOf(frame: Frame): string | undefined {
  if (frame === "ping" || isTooBig(frame)) return undefined; // answered by the runtime, and by a close
  const event = parse(typeof frame === "string" ? frame.toWellFormed() : frame);
  return "code" in event ? event.code : undefined;
}

function isTooBig(frame: Frame): boolean {
  return Buffer.from(frame as string).length > LIMITS.frame;
}

function kibibytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}
