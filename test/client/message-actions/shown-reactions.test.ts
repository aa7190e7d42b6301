/** The shown reactions: those of the channel, with the user's own pending ones. */
import { expect, it } from "vitest";
import { reactionsOf } from "../../../src/message-actions/shown-reactions";
import type { Message, Reaction } from "../../../src/shared/protocol";

const message = (...reactions: Reaction[]): Message => ({
  id: 1,
  seq: 1,
  cid: "c",
  user: { id: "ben", name: "Ben" },
  text: "hi",
  at: 0,
  reactions,
});
const react = (emoji: string, on: boolean, id = 1) => ({ change: { t: "react" as const, d: { id, emoji, on } } });

it("one's own reactions are marked", () => {
  const shown = reactionsOf(message({ emoji: "👍", users: ["ben", "ada"] }, { emoji: "🎉", users: ["ben"] }), [], "ada");
  expect(shown.map(({ emoji, own, pending }) => [emoji, own, pending])).toEqual([
    ["👍", true, false],
    ["🎉", false, false],
  ]);
});

it("a pending reaction counts already", () => {
  const pending = [react("👍", false), react("🎉", true), react("😂", true), react("❤️", true, 2)];
  const shown = reactionsOf(message({ emoji: "👍", users: ["ada"] }, { emoji: "🎉", users: ["ben"] }), pending, "ada");
  expect(shown.map(({ emoji, users, own }) => [emoji, users.length, own])).toEqual([
    ["🎉", 2, true],
    ["😂", 1, true],
  ]);
  expect(shown.every(({ pending }) => pending)).toBe(true);
});
