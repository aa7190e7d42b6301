/** The tabs of a user share an outbox, and each message is sent by one tab. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserStore } from "../../../src/outbox/storage";
import { BrowserTabs } from "../../../src/outbox/tabs";
import { Writer } from "../support/writer";

let channel: string;
let opened: Writer[];

beforeEach(({ task }) => {
  channel = task.name;
  opened = [];
});
afterEach(() => {
  for (const tab of opened) tab.outbox.close();
  vi.unstubAllGlobals();
});

/** A tab as the page makes it, with a database, locks and a channel of its platform. */
async function tab({ online = false } = {}): Promise<Writer> {
  const writer = new Writer({ store: browserStore(channel), tabs: new BrowserTabs(channel) });
  opened.push(writer);
  writer.online = online;
  return writer.opens();
}

describe("with Web Locks", () => {
  it("all tabs list a tab's unsent messages, but do not send them", async () => {
    const [one, two] = [await tab(), await tab({ online: true })];
    one.writes("a", "b");
    await two.has("a", "b");
    two.writes("c");
    await one.has("a", "b", "c");
    one.reconnects();
    two.reconnects();
    expect([one.sent, two.sent]).toEqual([["a"], ["c", "c"]]);
  });

  it("an echo in one tab removes the message from all", async () => {
    const [one, two] = [await tab({ online: true }), await tab()];
    one.writes("a", "b");
    await two.has("a", "b");
    two.isEchoed("a");
    await one.has("b");
    expect(one.sent).toEqual(["a", "b"]);
  });

  it("an open tab takes over the messages of a closed one", async () => {
    const [one, two, three] = [await tab(), await tab({ online: true }), await tab({ online: true })];
    one.writes("a", "b");
    await Promise.all([two.has("a", "b"), three.has("a", "b")]);
    one.outbox.close();
    const heir = await Promise.race([two, three].map((tab) => tab.until(() => tab.sent.length > 0).then(() => tab)));
    expect(heir.sent).toEqual(["a"]);
    heir.isEchoed("a");
    heir.isEchoed("b");
    await Promise.all([two.has(), three.has()]);
    expect([two.sent, three.sent].sort()).toEqual([[], ["a", "b"]]);
  });

  it("the next page loads the last one's messages before it sends its own", async () => {
    const one = (await tab()).writes("a", "b");
    await (await tab()).has("a", "b");
    for (const tab of opened) tab.outbox.close();
    const next = new Writer({ store: browserStore(channel), tabs: new BrowserTabs(channel) }).writes("c");
    opened.push(next);
    await next.opens();
    expect([next.unsent, next.sent]).toEqual([["a", "b", "c"], ["a"]]);
    expect(next.cids[0]).toBe(one.entry("a").cid);
  });

  it("a page from the back/forward cache does not send what another tab has taken over", async () => {
    const [one, two] = [await tab(), await tab({ online: true })];
    one.writes("a");
    await two.has("a");
    one.outbox.close(); // pagehide
    await two.until(() => two.sent.length > 0);
    one.online = true;
    await one.opens(); // pageshow
    one.reconnects();
    expect([one.unsent, one.sent, two.sent]).toEqual([["a"], [], ["a"]]);
  });

  it("a page from the back/forward cache sends what no other tab has taken over", async () => {
    const one = (await tab()).writes("a");
    one.outbox.close();
    one.online = true;
    await one.opens();
    expect(one.sent).toEqual(["a"]);
  });

  it("each channel has its own list", async () => {
    const one = (await tab()).writes("a");
    channel += "/other";
    const other = await tab({ online: true });
    expect([one.unsent, other.unsent]).toEqual([["a"], []]);
  });

  it("W14 a rejection and its retry show in every tab", async () => {
    const [one, two] = [await tab({ online: true }), await tab({ online: true })];
    one.writes("a");
    one.isRefused("a", "forbidden");
    await two.until(() => two.unsent.length === 1 && two.entry("a").refusal !== undefined);
    two.outbox.queue.retry(two.entry("a").cid);
    expect(two.sent).toEqual(["a"]);
    await one.until(() => one.entry("a").refusal === undefined);
    two.isEchoed("a");
    await one.has();
    expect(one.sent).toEqual(["a"]);
  });
});

describe("without Web Locks, as on plain http", () => {
  beforeEach(() => void vi.stubGlobal("navigator", {}));

  it("a tab that opens takes over all stored messages, and the other tab lets go of them", async () => {
    const one = (await tab()).writes("a");
    await one.until(() => one.unsent.length === 1);
    const two = await tab({ online: true });
    expect([two.unsent, two.sent]).toEqual([["a"], ["a"]]);
    await one.until(() => one.entry("a").tab === two.entry("a").tab);
    one.reconnects();
    expect(one.sent).toEqual([]);
  });

  it("messages that another tab writes later stay with it", async () => {
    const [one, two] = [await tab(), await tab({ online: true })];
    one.writes("a");
    await two.has("a");
    two.reconnects();
    expect(two.sent).toEqual([]);
  });

  it("without BroadcastChannel, a single tab works", async () => {
    vi.stubGlobal("BroadcastChannel", undefined);
    const one = (await tab({ online: true })).writes("a");
    one.isEchoed("a");
    expect([one.sent, one.unsent]).toEqual([["a"], []]);
  });
});

describe("the database", () => {
  it("without IndexedDB, messages are sent", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const one = (await tab({ online: true })).writes("a");
    await one.until(() => one.outbox.queue.atRisk);
    expect(one.sent).toEqual(["a"]);
  });

  it("is opened again if its connection was closed, as Safari does in the background", async () => {
    const connections: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, "open").mockImplementation((...args) => {
      const request = open(...args);
      request.addEventListener("success", () => connections.push(request.result));
      return request;
    });
    const [one, two] = [await tab(), await tab()];
    one.writes("a");
    await two.has("a");
    for (const connection of connections) connection.close();
    one.writes("b", "c");
    await two.has("a", "b", "c");
    expect([connections.length, one.outbox.queue.atRisk]).toEqual([4, false]);
  });
});
