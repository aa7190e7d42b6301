/** WelcomeCache: what is read once and cached, and how much of it. */
import { expect, it } from "vitest";
import { LIMITS, PAGE_SIZE, type Welcome } from "../../src/shared/protocol";
import type { MessageStore } from "../../worker/storage/messages";
import { WelcomeCache } from "../../worker/channel/welcome-cache";
import { withHistory } from "./support/stored";

const ada = { id: "a", name: "Ada" };

/** `count` messages, each of which says `text`. */
function fill(history: MessageStore, count: number, text: string): void {
  for (let i = 0; i < count; i++) history.append(ada, `${history.seq + 1}`, text, 1);
}

/** The welcome of who has everything up to `since`. */
function welcome(welcomes: WelcomeCache, { epoch, seq }: MessageStore, since?: number): Welcome {
  const identity = { channel: "c", user: ada.id, epoch, since };
  return (JSON.parse(welcomes.json(identity, { epoch, seq, you: ada, n: 1, users: [ada] })) as { d: Welcome }).d;
}

it("W3 a welcome for many peers is read once, and again after a change", async () => {
  await withHistory("welcome/once", (history, queries) => {
    fill(history, 60, "hi");
    const welcomes = new WelcomeCache(history);
    const read = (since?: number) => {
      queries.length = 0;
      const { messages } = welcome(welcomes, history, since);
      return [messages.length, queries.length > 0];
    };
    for (let since = 30; since < 60; since++) expect(read(since)).toEqual([60 - since, true]);
    for (let since = 30; since < 60; since++) expect(read(since)).toEqual([60 - since, false]);
    expect([read(), read()]).toEqual([
      [PAGE_SIZE, true],
      [PAGE_SIZE, false],
    ]);
    fill(history, 1, "new");
    expect([read(59), read(59)]).toEqual([
      [2, true],
      [2, false],
    ]);
  });
});

it("W3 parts of several megabytes are not cached, nor are more than fit together", async () => {
  await withHistory("welcome/large", (history, queries) => {
    fill(history, 400, "x".repeat(LIMITS.text));
    const welcomes = new WelcomeCache(history);
    const reads = (since: number) => {
      queries.length = 0;
      expect(welcome(welcomes, history, since).messages).toHaveLength(400 - since);
      return queries.length > 0;
    };
    expect([reads(0), reads(0)]).toEqual([true, true]); // 1.6 million units
    expect([reads(200), reads(200)]).toEqual([true, false]); // half of that
    expect([reads(201), reads(201), reads(200)]).toEqual([true, false, true]);
  });
});

it("W3 a resume reads only the missed messages", async () => {
  await withHistory("welcome/resume", (history) => fill(history, 60, "hi"));
  await withHistory("welcome/resume", (history, queries) => {
    const welcomes = new WelcomeCache(history);
    expect(history.seq).toBe(60);
    queries.length = 0;
    expect(welcome(welcomes, history, 58)).toMatchObject({ resumed: true, more: true, messages: [{ id: 59 }, { id: 60 }] });
    expect(queries.reduce((sum, { cursor }) => sum + cursor.rowsRead, 0)).toBeLessThanOrEqual(6);
  });
});

it("a page's messages are read once for many visitors, and again after a change", async () => {
  await withHistory("welcome/page", (history, queries) => {
    fill(history, 60, "hi");
    const welcomes = new WelcomeCache(history);
    expect(welcomes.latest()).toEqual(history.latest());
    queries.length = 0;
    expect([welcomes.latest().messages.length, queries.length]).toEqual([PAGE_SIZE, 0]);
    history.edit(ada.id, 60, "edited", 2);
    expect(welcomes.latest().messages.at(-1)).toMatchObject({ text: "edited" });
  });
});
