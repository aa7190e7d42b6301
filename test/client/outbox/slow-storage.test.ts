/** Storage that answers late or never: nothing waits for it longer than 1 s, and nothing is lost or sent twice when it answers. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { UnsentMessage } from "../../../src/outbox/MessageOutbox";
import { browserStore, memoryStore, STORAGE_TIMEOUT, type ListStore } from "../../../src/outbox/storage";
import { noTabs } from "../../../src/outbox/tabs";
import { edit, Editor, message } from "../support/editor";
import { Writer } from "../support/writer";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const yesterday: UnsentMessage = { cid: "c1", text: "yesterday", at: 0, tab: "gone" };

/** A store whose operations wait, in order, until it answers. */
class SlowStore implements ListStore<UnsentMessage> {
  readonly stored = memoryStore([yesterday]);
  answer!: () => void;
  #last: Promise<unknown> = new Promise<void>((resolve) => (this.answer = resolve));

  read = () => this.#inTurn(() => this.stored.read());
  change = (edit: Parameters<ListStore<UnsentMessage>["change"]>[0]) => this.#inTurn(() => this.stored.change(edit));

  #inTurn<R>(run: () => Promise<R>): Promise<R> {
    const result = this.#last.then(run);
    this.#last = result;
    return result;
  }
}

describe("a store that does not answer", () => {
  it("delays messages by at most 1 s", async () => {
    const ada = new Writer({ store: new SlowStore() }).writes("one");
    void ada.opens();
    await vi.advanceTimersByTimeAsync(STORAGE_TIMEOUT - 1);
    expect(ada.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect([STORAGE_TIMEOUT, ada.sent]).toEqual([1_000, ["one"]]);
    ada.isEchoed("one");
    ada.writes("two");
    expect([ada.sent, ada.unsent]).toEqual([["one", "two"], ["two"]]);
  });

  it("delays changes by at most 1 s, too", async () => {
    const ada = new Editor({ read: () => new Promise(() => undefined), change: () => new Promise(() => undefined) });
    void ada.opens();
    ada.isWelcomed([message(1)]);
    ada.changes(edit(1, "new"));
    await vi.advanceTimersByTimeAsync(STORAGE_TIMEOUT);
    expect(ada.sent).toEqual([edit(1, "new")]);
  });

  it("does not lose the messages of a page that is left within that second", () => {
    const ada = new Writer({ store: new SlowStore() }).writes("one", "two");
    void ada.opens();
    ada.outbox.close();
    expect(ada.sent).toEqual(["one", "two"]);
  });

  it("and answers late: earlier messages are sent then, and those that the channel has are not stored", async () => {
    const store = new SlowStore();
    const ada = new Writer({ store }).writes("one");
    const opened = ada.opens();
    await vi.advanceTimersByTimeAsync(STORAGE_TIMEOUT);
    ada.isEchoed("one");
    ada.writes("two");
    store.answer();
    await opened;
    expect([ada.sent, ada.unsent]).toEqual([
      ["one", "two"],
      ["yesterday", "two"],
    ]);
    ada.isEchoed("two");
    ada.isEchoed("yesterday");
    await vi.advanceTimersByTimeAsync(0);
    expect([ada.sent, ada.unsent, await store.stored.read()]).toEqual([["one", "two", "yesterday"], [], []]);
    expect(ada.outbox.queue.atRisk).toBe(false);
  });

  it("and answers after the page was left: the next page sends under the same cid what it does not know to be stored", async () => {
    const store = new SlowStore();
    const ada = new Writer({ store }).writes("one");
    const opened = ada.opens();
    ada.outbox.close();
    store.answer();
    await opened;
    const next = await new Writer({ store: store.stored, tabs: noTabs() }).opens();
    expect([ada.sent, next.sent]).toEqual([["one"], ["yesterday"]]);
    next.isEchoed("yesterday");
    expect([next.sent, next.cids.at(-1)]).toEqual([["yesterday", "one"], ada.cids[0]]);
  });
});

it("a change that is made twice, because its first try reported an error, adds its message once", async () => {
  const { read, change } = memoryStore<UnsentMessage>();
  const store: ListStore<UnsentMessage> = { read, change: async (edit) => (await change(edit), change(edit)) };
  const ada = (await new Writer({ store }).opens()).writes("one");
  await vi.advanceTimersByTimeAsync(0);
  await ada.opens();
  expect(ada.unsent).toEqual(["one"]);
});

describe("the browser's database", () => {
  /** What `onHealth` is told of a database whose requests do this. */
  async function healthOf(run: (store: ListStore<string>) => Promise<unknown>): Promise<boolean[]> {
    const health: boolean[] = [];
    const done = run(browserStore<string>(Math.random().toString(), (works) => health.push(works))).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(2 * STORAGE_TIMEOUT);
    await Promise.race([done, Promise.resolve()]);
    return health;
  }

  /** A request to open the database on which only these events are fired. */
  const opening = (...events: string[]) =>
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      const request = Object.assign(new EventTarget(), { error: new DOMException("no", "UnknownError") }) as IDBOpenDBRequest;
      for (const type of events) queueMicrotask(() => request[`on${type}` as "onerror"]?.(new Event(type)));
      return request;
    });

  it("fails if opening fires no event, is blocked, or ends with an error", async () => {
    for (const events of [[], ["blocked"], ["error"]]) {
      opening(...events);
      expect(await healthOf((store) => store.read())).toEqual([false]);
    }
  });

  it("fails if it is missing, or may not be used", async () => {
    vi.stubGlobal("indexedDB", undefined);
    expect(await healthOf((store) => store.read())).toEqual([false]);
    vi.stubGlobal("indexedDB", {
      open() {
        throw new DOMException("denied", "SecurityError");
      },
    });
    expect(await healthOf((store) => store.change((list) => list))).toEqual([false]);
  });

  it("fails if it is full, also if it can still be read, until something is stored", async () => {
    vi.useRealTimers(); // fake-indexeddb needs them
    const health: boolean[] = [];
    const store = browserStore<string>("full", (works) => health.push(works));
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await store.change(() => ["one"]).catch(() => undefined);
    await store.read();
    expect(health).toEqual([false]);
    put.mockRestore();
    await store.change(() => ["one"]);
    expect([health, await store.read()]).toEqual([[false, true], ["one"]]);
  });
});
