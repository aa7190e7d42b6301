/** The scenes that cover the protocol: every client event, valid, repeated and invalid. */

/** A client event as it is sent, also with values that the protocol does not allow. */
export const frame = (t: unknown, d?: unknown) => JSON.stringify({ t, ...(d !== undefined && { d }) });
const chat = (cid: unknown, text: unknown, reply?: unknown) =>
  frame("chat", { cid, text, ...(reply !== undefined && { reply }) });
const edit = (id: unknown, text: unknown) => frame("edit", { id, text });
const remove = (id: unknown) => frame("delete", { id });
const react = (id: unknown, emoji: unknown, on: unknown = true) => frame("react", { id, emoji, on });
const history = (before: unknown, limit?: unknown) => frame("history", { before, ...(limit !== undefined && { limit }) });
const name = (name: unknown) => frame("name", { name });

/** What one user sends, after a join. */
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

export const SCENES: Scene[] = [
  {
    scene: "messages",
    user: "Ada",
    frames: [
      chat("a1", "hi"),
      chat("a1", "hi"),
      chat("a1", "another text"),
      chat("a2", "an answer\r\n", 1),
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
      edit(1, "hello "),
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

/** The number of client frames in all scenes. */
export const FRAMES = SCENES.reduce((sum, { frames }) => sum + frames.length, 0);
