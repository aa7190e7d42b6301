/** What is told to who looks elsewhere. */
import { expect, it } from "vitest";
import { connectionWords } from "../../../src/page/connection-message";
import { mentionsName } from "../../../src/people/mentions";
import { isToYou, titled } from "../../../src/notifications/notify";
import { inListOrder } from "../../../src/channel/people";
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

it("a message is to you that has your name after an @, or answers you", () => {
  const mine = message(1, ada);
  const to = (more: Partial<Message>) => isToYou(message(2, ben, more), [mine], ada);
  expect([to({ text: "@ada look" }), to({ reply: 1 }), to({ text: "Ada, look" }), to({ reply: 9 })]).toEqual([
    true,
    true,
    false,
    false,
  ]);
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

it("the title has the count before it, if there is one", () => {
  expect([titled("design · Edgewise", 3), titled("design · Edgewise", 0)]).toEqual([
    "(3) design · Edgewise",
    "design · Edgewise",
  ]);
});

it("you are first in the list of people, then everyone by name", () => {
  const users = [
    { id: "zzzz1", name: "ada" },
    { id: "b", name: "Ben" },
    { id: "yyyy2", name: "Ada" },
  ];
  expect(inListOrder({ you: users[2]!, n: 3, users: [...users] }).map(({ id }) => id)).toEqual(["yyyy2", "zzzz1", "b"]);
});

it.each([
  [{ isFirstTry: true, waiting: 2 }, "Connecting…"],
  [{ isFirstTry: false, waiting: 0 }, "Offline. Reconnecting…"],
  [{ isFirstTry: false, waiting: 1 }, "Offline. 1 message waits and will be sent."],
  [{ isFirstTry: false, waiting: 2 }, "Offline. 2 messages wait and will be sent."],
  [{ isFirstTry: false, waiting: 2, closedFor: "Removed." }, "Removed."],
  [{ isFirstTry: false, waiting: 2, closedFor: "" }, "The channel has closed this connection."],
] as const)("the connection %o is said as “%s”", (trouble, words) => {
  expect(connectionWords({ closedFor: undefined, ...trouble })).toBe(words);
});
