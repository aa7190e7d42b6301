/** WelcomeCache: what is read once and cached, and how much of it. */
import { expect, it } from "vitest";
import { LIMITS, PAGE_SIZE, type Settings, type Welcome } from "../../src/shared/protocol";
import type { MessageStore } from "../../worker/storage/messages";
import { WelcomeCache } from "../../worker/channel/welcome-cache";
import { withMessageStore } from "./support/stored";

const DEFAULT_SETTINGS: Settings = {
  topic: "",
  pins: [],
  slow: 0,
  write: "all",
  read: "all",
  keep: 0,
  files: "known",
  previews: "on",
  staff: [],
};
const ada = { id: "a", name: "Ada" };

/** `count` messages, each of which says `text`. */
function fill(store: MessageStore, count: number, text: string): void {
  for (let i = 0; i < count; i++) store.append(ada, `${store.seq + 1}`, text, 1);
}

/** The welcome of who has everything up to `since`. */
function welcome(welcomes: WelcomeCache, { epoch, seq }: MessageStore, since?: number): Welcome {
  const identity = { channel: "c", user: ada.id, epoch, since };
  return (
    JSON.parse(welcomes.json(identity, { epoch, seq, you: ada, n: 1, users: [ada], settings: DEFAULT_SETTINGS })) as {
      d: Welcome;
    }
  ).d;
}

it("W3 a welcome for many peers is read once, and again after a change", async () => {
  await withMessageStore("welcome/once", (store, queries) => {
    fill(store, 60, "hi");
    const welcomes = new WelcomeCache(store);
    const read = (since?: number) => {
      queries.length = 0;
      const { messages } = welcome(welcomes, store, since);
      return [messages.length, queries.length > 0];
    };
    for (let since = 30; since < 60; since++) expect(read(since)).toEqual([60 - since, true]);
    for (let since = 30; since < 60; since++) expect(read(since)).toEqual([60 - since, false]);
    expect([read(), read()]).toEqual([
      [PAGE_SIZE, true],
      [PAGE_SIZE, false],
    ]);
    fill(store, 1, "new");
    expect([read(59), read(59)]).toEqual([
      [2, true],
      [2, false],
    ]);
  });
});

it("W3 parts of several megabytes are not cached, nor are more than fit together", async () => {
  await withMessageStore("welcome/large", (store, queries) => {
    fill(store, 400, "x".repeat(LIMITS.text));
    const welcomes = new WelcomeCache(store);
    const reads = (since: number) => {
      queries.length = 0;
      expect(welcome(welcomes, store, since).messages).toHaveLength(400 - since);
      return queries.length > 0;
    };
    expect([reads(0), reads(0)]).toEqual([true, true]); // 1.6 million units
    expect([reads(200), reads(200)]).toEqual([true, false]); // half of that
    expect([reads(201), reads(201), reads(200)]).toEqual([true, false, true]);
  });
});

it("W3 a resume reads only the missed messages", async () => {
  await withMessageStore("welcome/resume", (store) => fill(store, 60, "hi"));
  await withMessageStore("welcome/resume", (store, queries) => {
    const welcomes = new WelcomeCache(store);
    expect(store.seq).toBe(60);
    queries.length = 0;
    expect(welcome(welcomes, store, 58)).toMatchObject({ resumed: true, more: true, messages: [{ id: 59 }, { id: 60 }] });
    expect(queries.reduce((sum, { cursor }) => sum + cursor.rowsRead, 0)).toBeLessThanOrEqual(6);
  });
});

it("a page's messages are read once for many visitors, and again after a change", async () => {
  await withMessageStore("welcome/page", (store, queries) => {
    fill(store, 60, "hi");
    const welcomes = new WelcomeCache(store);
    expect(welcomes.latest()).toEqual(store.latest());
    queries.length = 0;
    expect([welcomes.latest().messages.length, queries.length]).toEqual([PAGE_SIZE, 0]);
    store.edit(ada.id, 60, "edited", 2);
    expect(welcomes.latest().messages.at(-1)).toMatchObject({ text: "edited" });
  });
});
