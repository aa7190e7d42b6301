/** `/api/unread`: counts for the side bar, also of hibernating channels, without writing to empty ones. */
import { runInDurableObject } from "cloudflare:test";
import { expect, it, vi } from "vitest";
import { fetchPath, join, newUserCookie, waitForRateLimitWindow } from "./support/peer";
import type { Unread } from "../../src/shared/unread";
import { channelOf, evict } from "./support/stored";
import { constructions } from "./support/test-worker";

async function answerTo<T>(details: "details" | "", cookie: string, queries: readonly string[]): Promise<Record<string, T>> {
  const query = new URLSearchParams(queries.map((c) => ["c", c]));
  const response = await fetchPath(`/api/unread?${details}&${query}`, { headers: { Cookie: cookie } });
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
  return response.json();
}

/** The numbers of unread messages, as pages from before mentions were counted read them. */
const unread = (cookie: string, ...queries: string[]) => answerTo<number>("", cookie, queries);

it("counts the mentions and answers among the unread messages, and names the last message", async () => {
  const [ada, ben] = [await join("unread/mentions", { name: "Ada" }), await join("unread/mentions", { name: "Ben" })];
  const own = await ada.sendMessage("What do you think?");
  await ben.sendMessage("Hello @Ada");
  await ben.sendMessage("mail@Ada.example and `@Ada` are no mentions");
  ben.send({ t: "chat", d: { cid: "answer", text: "I like it.", reply: own.id } });
  const { epoch } = ada.welcome;
  const last = { epoch, id: own.id + 3 };
  await vi.waitFor(async () =>
    expect(await answerTo<Unread>("details", ada.cookie, [`unread/mentions~${epoch}~${own.id}`])).toEqual({
      "unread/mentions": { n: 3, mentions: 2, last },
    }),
  );
});

it("counts other users' messages after the last one read, in several hibernating channels", async () => {
  const [ada, there] = [await join("unread/here"), await join("unread/there")];
  const ben = await join("unread/here");
  const { epoch } = ada.welcome;
  const first = await ada.sendMessage("1");
  await ben.sendMessage("2");
  await ada.sendMessage("3");
  const deleted = await ada.sendMessage("4");
  ada.send({ t: "delete", d: { id: deleted.id } });
  await ada.nextOf("chat");
  await there.sendMessage("5");
  await Promise.all([evict("unread/here"), evict("unread/there")]);
  const queries = [`unread/here~${epoch}~${first.id}`, `unread/there~${there.welcome.epoch}~1`];
  expect(await unread(ben.cookie, ...queries)).toEqual({ "unread/here": 1, "unread/there": 0 });
  expect(await unread(ada.cookie, ...queries)).toEqual({ "unread/here": 1, "unread/there": 0 });
  expect(await unread(newUserCookie(), `unread/here~${epoch}~0`, `unread/there~${there.welcome.epoch}~0`)).toEqual({
    "unread/here": 3,
    "unread/there": 1,
  });
});

it("with the read mark of another epoch all messages are unread", async () => {
  const ada = await join("unread/epoch");
  await ada.sendMessage("1");
  expect(await unread(newUserCookie(), "unread/epoch~older~99")).toEqual({ "unread/epoch": 1 });
});

it("an empty channel has no unread messages, and stores nothing for the request", async () => {
  expect(await unread(newUserCookie(), "unread/silent~epoch~0")).toEqual({ "unread/silent": 0 });
  const tables = await runInDurableObject(channelOf("unread/silent"), (_channel, { storage }) =>
    storage.sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").toArray(),
  );
  expect(tables).toEqual([]);
});

it("malformed queries are left out and wake no object; only the first 20 channels are answered", async () => {
  const before = new Map(constructions);
  const malformed = [
    "",
    "unread/x",
    "unread/x~e",
    "unread/x~~1",
    "unread/x~e~-1",
    "unread/x~e~1e3",
    "Unread/X~e~1",
    "api~e~1",
    "__proto__~e~1",
  ];
  expect(await unread(newUserCookie(), ...malformed)).toEqual({});
  expect(constructions).toEqual(before);
  const many = Array.from({ length: 25 }, (_, i) => `unread/many-${i}~e~0`);
  expect(Object.keys(await unread(newUserCookie(), ...many))).toHaveLength(20);
});

it("other methods, and more than 60 requests a minute from one address, are refused and wake no object", async () => {
  await waitForRateLimitWindow();
  const before = new Map(constructions);
  expect((await fetchPath("/api/unread", { method: "POST" })).status).toBe(405);
  const headers = { "CF-Connecting-IP": "192.0.2.77" };
  for (let i = 0; i < 60; i++) expect((await fetchPath("/api/unread", { headers })).status).toBe(200);
  const response = await fetchPath("/api/unread?c=unread/limited~e~0", { headers });
  expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "60"]);
  expect(constructions).toEqual(before);
});
