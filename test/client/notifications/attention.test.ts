/** What draws a user back to the page, and what the connection bar says. */
import { expect, it } from "vitest";
import { connectionMessage } from "../../../src/connection/connection-message";
import { mentionsName } from "../../../src/markdown/parse";
import { isAddressedTo, titleWithCount } from "../../../src/notifications/attention";
import { sortedUsers } from "../../../src/channel/people";
import { timelineOf } from "../../../src/channel/timeline";
import type { Message } from "../../../src/shared/protocol";

const ada = { id: "a", name: "Ada" };
const ben = { id: "b", name: "Ben" };
const message = (id: number, user: typeof ada, more: Partial<Message> = {}): Message => ({
  id,
  seq: id,
  cid: `${id}`,
  user,
  text: `${id}`,
  at: id,
  ...more,
});

it("a message is addressed to a user if it mentions their name or replies to them", () => {
  const quotes = [
    { id: 7, user: ada, text: "not loaded" },
    { id: 8, user: ben, text: "not loaded" },
  ];
  const timeline = timelineOf({ epoch: "e", messages: [message(1, ada)], more: true, quotes });
  const to = (more: Partial<Message>) => isAddressedTo(ada, message(2, ben, more), timeline);
  expect([to({ text: "@ada look" }), to({ reply: 1 }), to({ reply: 7 })]).toEqual([true, true, true]);
  expect([to({ text: "Ada, look" }), to({ reply: 8 }), to({ reply: 9 })]).toEqual([false, false, false]);
});

it("W5 a reply to an own message that is not loaded is addressed to its user: the quote names the author", () => {
  const quotes = [
    { id: 1, user: ada, text: "the question" },
    { id: 2, user: ben, text: "another" },
  ];
  const answer = (reply: number) => message(90, ben, { reply });
  const timeline = timelineOf({ epoch: "e", messages: [answer(1)], more: true, quotes });
  expect([isAddressedTo(ada, answer(1), timeline), isAddressedTo(ada, answer(2), timeline)]).toEqual([true, false]);
});

it.each([
  ["@Ada look", true],
  ["look, @ADA!", true],
  ["(@ada)", true],
  ["@adam", false],
  ["mail@ada", false],
  ["@adam and @ada", true],
  ["ada", false],
])("%s mentions Ada: %s", (text, is) => expect(mentionsName(text, "Ada")).toBe(is));

it("the title begins with the number of unseen messages, if there are any", () => {
  expect([titleWithCount("design · Edgewise", 3), titleWithCount("design · Edgewise", 0)]).toEqual([
    "(3) design · Edgewise",
    "design · Edgewise",
  ]);
});

it("the list of people has you first, then the others by name", () => {
  const users = [
    { id: "zzzz1", name: "ada" },
    { id: "b", name: "Ben" },
    { id: "yyyy2", name: "Ada" },
  ];
  expect(sortedUsers({ you: users[2]!, n: 3, users: [...users] }).map(({ id }) => id)).toEqual(["yyyy2", "zzzz1", "b"]);
});

it.each([
  [{ isFirstAttempt: true, unsent: 2 }, "Connecting…"],
  [{ isFirstAttempt: false, unsent: 0 }, "Offline. Reconnecting…"],
  [{ isFirstAttempt: false, unsent: 1 }, "Offline. 1 message waits and will be sent."],
  [{ isFirstAttempt: false, unsent: 2 }, "Offline. 2 messages wait and will be sent."],
  [
    { isFirstAttempt: false, wasOnline: false, obstacle: "unreachable", unsent: 0 },
    "Edgewise can't be reached. Check your connection.",
  ],
  [{ isFirstAttempt: false, obstacle: "unreachable", unsent: 0 }, "Offline. Reconnecting…"],
  [
    {
      isFirstAttempt: false,
      wasOnline: false,
      obstacle: "unreachable",
      lastUpdate: new Date(2026, 0, 2, 14, 5).getTime(),
      unsent: 1,
    },
    "You're offline. Last update: Jan 2, 2026, 2:05 PM.",
  ],
  [
    { isFirstAttempt: false, obstacle: "signIn", unsent: 1 },
    "This network or site wants you to sign in first. To do that, reload the page.",
  ],
  [
    { isFirstAttempt: false, obstacle: "blocked", unsent: 0 },
    "This network blocks live connections (WebSockets). New messages come every 15 seconds; what you write waits. Try another network, or turn off your VPN or proxy.",
  ],
  [
    { isFirstAttempt: false, obstacle: "blocked", unsent: 2 },
    "This network blocks live connections (WebSockets). New messages come every 15 seconds; 2 messages wait. Try another network, or turn off your VPN or proxy.",
  ],
  [{ isFirstAttempt: false, unsent: 2, closedFor: { code: 4001, reason: "Removed." } }, "Removed."],
  [{ isFirstAttempt: false, unsent: 2, closedFor: { code: 4001, reason: "" } }, "The channel has closed this connection."],
] as const)("the connection bar describes %o as “%s”", (trouble, words) => {
  expect(
    connectionMessage({ closedFor: undefined, lastUpdate: undefined, obstacle: undefined, wasOnline: true, ...trouble }),
  ).toBe(words);
});
