/**
 * A conversation that covers the wire: every client event, valid, repeated and invalid. It was recorded from the version before
 * `ref`; the same frames must get the same answers.
 */
import type { ServerEvent, Welcome } from "../../../src/shared/protocol";

/** The part of a test peer that the conversation uses. */
interface Peer {
  welcome: Welcome;
  closed: Promise<CloseEvent>;
  sendRaw(frame: string | ArrayBuffer): void;
  next(): Promise<ServerEvent>;
}

type Join = (
  channel: string,
  options: { cookie: string; name?: string; since?: number | string; epoch?: string },
) => Promise<Peer>;

/** The events of one scene. Presence is left out, because its time depends on the clock. */
export interface Recording {
  scene: string;
  welcome: unknown;
  actor: unknown[];
  witness: unknown[];
  closed?: { code: number; reason: string };
}

const frame = (t: unknown, d?: unknown) => JSON.stringify({ t, ...(d !== undefined && { d }) });
const chat = (cid: unknown, text: unknown, reply?: unknown) =>
  frame("chat", { cid, text, ...(reply !== undefined && { reply }) });
const edit = (id: unknown, text: unknown) => frame("edit", { id, text });
const remove = (id: unknown) => frame("delete", { id });
const react = (id: unknown, emoji: unknown, on: unknown = true) => frame("react", { id, emoji, on });
const history = (before: unknown, limit?: unknown) => frame("history", { before, ...(limit !== undefined && { limit }) });
const name = (name: unknown) => frame("name", { name });

interface Scene {
  scene: string;
  user: string;
  since?: number | string;
  /** Another epoch than the channel's. */
  isStranger?: boolean;
  frames: (string | ArrayBuffer)[];
  /** Whether the server closes the socket after the frames. */
  closes?: true;
}

const SCENES: Scene[] = [
  {
    scene: "messages",
    user: "Ada",
    frames: [
      chat("a1", "hi"),
      chat("a1", "hi"),
      chat("a1", "another text"),
      chat("a2", "  an answer\r\n", 1),
      chat("a4", "cafe\u0301 \u0007bell"),
      JSON.stringify({ t: "chat", d: { cid: "a7", text: "more fields", user: "someone", at: 1 }, seq: 9, more: true }),
      frame("typing"),
    ],
  },
  {
    scene: "invalid messages",
    user: "Bad",
    frames: [
      chat(undefined, "no cid"),
      chat("", "empty cid"),
      chat("c".repeat(65), "long cid"),
      chat(7, "number"),
      chat("b1", undefined),
      chat("b2", 7),
      chat("b3", "reply", "1"),
      chat("b4", "reply", 0),
      chat("b5", "reply", -1),
      chat("\ud800", "half a pair"),
      "no JSON",
      "[]",
      "7",
      "null",
      new Uint8Array([1, 2, 3]).buffer,
      frame("nonsense"),
      frame("nonsense", { cid: "b6" }),
      frame(7),
    ],
  },
  {
    scene: "what others may do",
    user: "Ben",
    frames: [
      edit(1, "not mine"),
      remove(1),
      react(1, "👍"),
      react(1, "👍"),
      react(1, "❤️"),
      react(1, "👍", false),
      react(1, "👍", false),
      react(99, "👍"),
      history(3),
      history(3, 1),
      history(1),
      name("Benjamin"),
      name("Benjamin"),
      name("  Ben  "),
      frame("typing"),
    ],
  },
  {
    scene: "invalid changes",
    user: "Bob",
    frames: [
      edit("1", "text"),
      edit(1, 7),
      edit(0, "text"),
      remove("1"),
      remove(undefined),
      react(1, "ab"),
      react(1, "👍👍"),
      react(1, 7),
      react(1, "👍", "yes"),
      react("1", "👍"),
      history("3"),
      history(3, 0),
      history(3, 101),
      history(undefined),
      name(7),
      name(undefined),
      frame("edit"),
    ],
  },
  {
    scene: "invalid texts and names",
    user: "Bert",
    frames: [
      chat("d1", "to nobody", 99),
      chat("d2", "   "),
      chat("d3", "x".repeat(4_001)),
      name(""),
      name("\u200b"),
      name("x".repeat(33)),
      name("e\u0301".repeat(300)),
    ],
  },
  {
    scene: "own changes",
    user: "Ada",
    frames: [
      edit(1, "hello"),
      edit(1, "hello"),
      edit(1, "  hello "),
      edit(99, "nobody"),
      edit(1, " "),
      edit(1, "x".repeat(4_001)),
      react(2, "🎉"),
      remove(2),
      remove(2),
      edit(2, "too late"),
      react(2, "👍"),
      remove(99),
      chat("a1", "hi"),
      chat("a8", "to a deleted one", 2),
    ],
  },
  { scene: "resume", user: "Cleo", since: 3, frames: [] },
  { scene: "resume with nothing missed", user: "Cid", since: 0, frames: [] },
  { scene: "resume from the future", user: "Cara", since: 10_000, frames: [] },
  { scene: "resume from no number", user: "Curt", since: "x", frames: [] },
  { scene: "resume of another history", user: "Dora", since: 3, isStranger: true, frames: [] },
  { scene: "too many bad frames", user: "Flo", frames: Array.from({ length: 20 }, () => "bad"), closes: true },
  { scene: "a frame that is too big", user: "Gus", frames: [chat("g1", "x".repeat(17_000))], closes: true },
  {
    scene: "too many messages, typing events and changes",
    user: "Rae",
    frames: [
      ...Array.from({ length: 11 }, (_, i) => chat(`r${i}`, `${i}`)),
      frame("typing"),
      frame("typing"),
      ...Array.from({ length: 21 }, () => history(1, 1)),
      edit(1, "too much"),
      remove(1),
      react(1, "👍"),
      name("Rachel"),
    ],
  },
];

/** The number of client frames in the conversation. */
export const FRAMES = SCENES.reduce((sum, { frames }) => sum + frames.length, 0);

/**
 * Plays the conversation. `cookieOf` gives a user's cookie, the same each time. The caller stops the clock, so that no rate limit
 * recovers on a slow machine.
 */
export async function converse(join: Join, cookieOf: (user: string) => string): Promise<Recording[]> {
  const channel = "recorded";
  const ids = new Map<string, string>(); // user names by id
  const witness = await join(channel, { cookie: cookieOf("Wes"), name: "Wes" });
  ids.set(witness.welcome.you.id, "id of Wes");
  const recordings: Recording[] = [];
  for (const { scene, user, since, isStranger, frames, closes } of SCENES) {
    const { epoch } = witness.welcome;
    const resume = since === undefined ? {} : { since, epoch: isStranger ? "another" : epoch };
    const actor = await join(channel, { cookie: cookieOf(user), name: user, ...resume });
    ids.set(actor.welcome.you.id, `id of ${user}`);
    for (const frame of frames) actor.sendRaw(frame);
    const byActor = closes ? [] : await untilNow(actor);
    const closed = closes && (await actor.closed);
    const byWitness = await untilNow(witness);
    const { messages, ...welcome } = actor.welcome;
    recordings.push({
      scene,
      welcome: normalised({ ...welcome, n: 0, users: [], messages }, ids),
      actor: byActor.map((event) => normalised(event, ids)),
      witness: byWitness.map((event) => normalised(event, ids)),
      ...(closed && { closed: { code: closed.code, reason: closed.reason } }),
    });
  }
  return recordings;
}

/** The events that a peer has received so far. They end at the answer to a frame that no scene sends and no rate limit counts. */
async function untilNow(peer: Peer): Promise<ServerEvent[]> {
  const cid = "end of the scene";
  peer.sendRaw(frame("nonsense", { cid }));
  const events: ServerEvent[] = [];
  for (;;) {
    const event = await peer.next();
    if (event.t === "error" && event.d.cid === cid) return events;
    if (event.t !== "presence") events.push(event);
  }
}

/** `value` without what differs from run to run: times, the epoch and user ids. */
function normalised(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  const json = JSON.stringify(value, (key, inner: unknown) => {
    if (key === "at" || key === "editedAt" || key === "retryAfter") return 0;
    if (key === "epoch") return "epoch";
    return typeof inner === "string" ? (ids.get(inner) ?? inner) : inner;
  });
  return JSON.parse(json);
}
