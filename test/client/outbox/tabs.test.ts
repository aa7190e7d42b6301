/** The tabs of one user share an outbox, and none of them sends what another one will. */
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
  it("what one tab has not sent, the others show and do not send", async () => {
    const [one, two] = [await tab(), await tab({ online: true })];
    one.writes("a", "b");
    await two.has("a", "b");
    two.writes("c");
    await one.has("a", "b", "c");
    one.reconnects();
    two.reconnects();
    expect([one.sent, two.sent]).toEqual([["a"], ["c", "c"]]);
  });

  it("an echo that one tab has seen clears the message from all", async () => {
    const [one, two] = [await tab({ online: true }), await tab()];
    one.writes("a", "b");
    await two.has("a", "b");
    two.isEchoed("a");
    await one.has("b");
    expect(one.sent).toEqual(["a", "b"]);
  });

  it("a tab that is closed leaves its messages to one that is open", async () => {
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

  it("the next page finds what the last one left, before it sends anything of its own", async () => {
    const one = (await tab()).writes("a", "b");
    await (await tab()).has("a", "b");
    for (const tab of opened) tab.outbox.close();
    const next = new Writer({ store: browserStore(channel), tabs: new BrowserTabs(channel) }).writes("c");
    opened.push(next);
    await next.opens();
    expect([next.unsent, next.sent]).toEqual([["a", "b", "c"], ["a"]]);
    expect(next.cids[0]).toBe(one.entry("a").cid);
  });

  it("a page back from the back/forward cache does not send what another tab has taken over", async () => {
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

  it("… and sends what nobody has", async () => {
    const one = (await tab()).writes("a");
    one.outbox.close();
    one.online = true;
    await one.opens();
    expect(one.sent).toEqual(["a"]);
  });

  it("channels are apart", async () => {
    const one = (await tab()).writes("a");
    channel += "/other";
    const other = await tab({ online: true });
    expect([one.unsent, other.unsent]).toEqual([["a"], []]);
  });

  it("W14 a refusal, and what its writer does about it, shows in every tab", async () => {
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

  it("a tab that opens takes over what it finds, and the one that had it lets go", async () => {
    const one = (await tab()).writes("a");
    await one.until(() => one.unsent.length === 1);
    const two = await tab({ online: true });
    expect([two.unsent, two.sent]).toEqual([["a"], ["a"]]);
    await one.until(() => one.entry("a").tab === two.entry("a").tab);
    one.reconnects();
    expect(one.sent).toEqual([]);
  });

  it("what another tab writes later stays its own", async () => {
    const [one, two] = [await tab(), await tab({ online: true })];
    one.writes("a");
    await two.has("a");
    two.reconnects();
    expect(two.sent).toEqual([]);
  });

  it("without a BroadcastChannel either, it works as one tab", async () => {
    vi.stubGlobal("BroadcastChannel", undefined);
    const one = (await tab({ online: true })).writes("a");
    one.isEchoed("a");
    expect([one.sent, one.unsent]).toEqual([["a"], []]);
  });
});

describe("the database", () => {
  it("without one, messages are sent all the same", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const one = (await tab({ online: true })).writes("a");
    await one.until(() => one.outbox.queue.atRisk);
    expect(one.sent).toEqual(["a"]);
  });

  it("is opened anew when its connection was closed, as Safari does in the background", async () => {
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
