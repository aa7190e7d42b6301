/** `/api/search`: one search in several channels, such as those that a browser has visited (W33). */
import { expect, it } from "vitest";
import type { FoundByChannel } from "../../src/shared/visited-search";
import { fetchPath, join, newUserCookie, waitForRateLimitWindow } from "./support/peer";
import { startedChannel } from "./support/staff";
import { evict, withMessageStore } from "./support/stored";
import { constructions } from "./support/test-worker";

const ada = { id: "a", name: "Ada" };

const searchFor = (text: string, channels: string[], cookie = newUserCookie()) =>
  fetchPath(`/api/search?${new URLSearchParams([["text", text], ...channels.map((c) => ["c", c])])}`, {
    headers: { Cookie: cookie },
  });

async function found(text: string, channels: string[], cookie?: string): Promise<FoundByChannel> {
  const response = await searchFor(text, channels, cookie);
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
  return response.json();
}

const stored = (channel: string, ...texts: string[]) =>
  withMessageStore(channel, (store) => texts.forEach((text, index) => store.append(ada, `c${index}`, text, index + 1)));

it("W33 several sleeping channels are searched at once: the newest five of each, then those before an id", async () => {
  await stored("visited/one", ...Array.from({ length: 8 }, (_, index) => `apple ${index + 1}`));
  await stored("visited/two", "an apple", "a pear");
  await Promise.all([evict("visited/one"), evict("visited/two")]);
  const first = await found("apple", ["visited/one", "visited/two", "visited/none"]);
  expect(
    Object.fromEntries(Object.entries(first).map(([name, { messages, more }]) => [name, [messages.map(({ id }) => id), more]])),
  ).toEqual({
    "visited/one": [[8, 7, 6, 5, 4], true],
    "visited/two": [[1], false],
    "visited/none": [[], false],
  });
  expect(first["visited/two"]!.messages[0]).toMatchObject({ text: "an apple", user: ada, at: 1 });
  const next = await found("apple", ["visited/one~4"]);
  expect(next["visited/one"]!.messages.map(({ id }) => id)).toEqual([3, 2, 1]);
});

it("W33 W29 nobody finds anything in a channel that they may not read", async () => {
  const [owner] = await startedChannel("visited/private");
  await owner.ask({ t: "set", d: { read: "members" } });
  await stored("visited/public", "first");
  expect(Object.keys(await found("first", ["visited/private", "visited/public"]))).toEqual(["visited/public"]);
  expect((await found("first", ["visited/private"], owner.cookie))["visited/private"]!.messages).toHaveLength(1);
});

it("W33 channels that are malformed or beyond the 20th are left out and wake no object", async () => {
  const before = new Map(constructions);
  expect(
    await found("x", ["", "Visited/X", "api", "visited/bad~", "visited/bad~0", "visited/bad~-1", "visited/bad~1e3", "../x"]),
  ).toEqual({});
  expect(constructions).toEqual(before);
  const many = Array.from({ length: 30 }, (_, index) => `visited/many/${index}`);
  expect(Object.keys(await found("x", many))).toEqual(many.slice(0, 20));
});

it.each(["", "x".repeat(201)])("W33 a text of $length units is refused", async (text) => {
  const response = await searchFor(text, ["visited/one"]);
  expect([response.status, await response.json()]).toMatchObject([400, { code: "invalid", reason: "bad_search" }]);
});

it("W33 a person has ten such searches a minute", async () => {
  await waitForRateLimitWindow();
  const { cookie } = await join("visited/limit");
  for (let n = 1; n <= 10; n++) expect((await searchFor("x", ["visited/limit"], cookie)).status).toBe(200);
  const refused = await searchFor("x", ["visited/limit"], cookie);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
  expect((await searchFor("x", ["visited/limit"])).status).toBe(200);
});
