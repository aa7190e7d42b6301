/** Messages are sent in order, sent again if needed, and never dropped. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MessageOutbox, type UnsentMessage } from "../../../src/outbox/MessageOutbox";
import { memoryStore, type ListStore } from "../../../src/outbox/storage";
import { Writer } from "../support/writer";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("order", () => {
  it("W4 one message is in flight at a time; its echo lets the next one be sent", async () => {
    const ada = (await new Writer().opens()).writes("one", "two", "three");
    expect(ada.sent).toEqual(["one"]);
    ada.isEchoed("one");
    expect(ada.sent).toEqual(["one", "two"]);
    ada.isEchoed("two");
    ada.isEchoed("three");
    expect([ada.sent, ada.unsent]).toEqual([["one", "two", "three"], []]);
  });

  it("W4 a message is sent with its reply and a cid of its own", async () => {
    const send = vi.fn<() => boolean>(() => true);
    const outbox = new MessageOutbox({ send });
    await outbox.load();
    outbox.add("yes", 17);
    outbox.add("no");
    const [yes, no] = outbox.queue.entries;
    expect(send).toHaveBeenCalledExactlyOnceWith({
      t: "chat",
      d: { cid: yes!.cid, text: "yes", reply: 17 },
      ref: yes!.cid,
    });
    expect(yes!.cid).toMatch(/^[\da-f]{24}$/);
    expect(yes!.cid).not.toBe(no!.cid);
  });

  it("W38 a message says that it wants no preview", async () => {
    const send = vi.fn<() => boolean>(() => true);
    const outbox = new MessageOutbox({ send }, () => ({ preview: false }));
    await outbox.load();
    outbox.add("https://example.com/");
    const { cid } = outbox.queue.entries[0]!;
    expect(send).toHaveBeenCalledWith({ t: "chat", d: { cid, text: "https://example.com/", preview: false }, ref: cid });
  });

  it("nothing is sent before the messages of earlier pages are loaded", async () => {
    const store = memoryStore([{ cid: "c1", text: "yesterday", at: 0, tab: "gone" }]);
    const ada = new Writer({ store }).writes("today");
    ada.reconnects();
    expect(ada.sent).toEqual([]);
    await ada.opens();
    expect([ada.sent, ada.cids]).toEqual([["yesterday"], ["c1"]]);
    ada.isEchoed("yesterday");
    expect(ada.sent).toEqual(["yesterday", "today"]);
  });

  it("messages written offline are sent in order after the welcome", async () => {
    const ada = await new Writer().opens();
    ada.online = false;
    ada.writes("one", "two");
    expect([ada.sent, ada.unsent]).toEqual([[], ["one", "two"]]);
    ada.reconnects();
    expect(ada.sent).toEqual(["one"]);
  });
});

describe("sending again", () => {
  it("W4 after a reconnect the message in flight is sent again under the same cid, and the ones behind it wait", async () => {
    const ada = (await new Writer().opens()).writes("one", "two");
    ada.reconnects();
    expect(ada.sent).toEqual(["one", "one"]);
    expect(new Set(ada.cids).size).toBe(1);
    ada.isEchoed("one");
    expect(ada.sent).toEqual(["one", "one", "two"]);
  });

  it("a message without an answer is sent again", async () => {
    const ada = (await new Writer().opens()).writes("one");
    vi.advanceTimersByTime(14_999);
    expect(ada.sent).toEqual(["one"]);
    vi.advanceTimersByTime(1);
    expect(ada.sent).toEqual(["one", "one"]);
    ada.isEchoed("one");
    vi.advanceTimersByTime(60_000);
    expect(ada.sent).toEqual(["one", "one"]);
  });

  it("W14 rate_limited: the same message is sent again after retryAfter, and nothing before", async () => {
    const ada = (await new Writer().opens()).writes("one", "two");
    ada.isRefused("one", "rate_limited", 1_200);
    expect(ada.delay?.message).toBe("rate_limited!");
    vi.advanceTimersByTime(1_199);
    ada.writes("three");
    expect(ada.sent).toEqual(["one"]);
    vi.advanceTimersByTime(1);
    expect(ada.sent).toEqual(["one", "one"]);
    ada.isEchoed("one");
    expect([ada.sent, ada.delay]).toEqual([["one", "one", "two"], undefined]);
  });

  it("W14 storage: the same message is sent again, after waits that grow up to 30 s", async () => {
    vi.spyOn(Math, "random").mockReturnValue(1);
    const ada = (await new Writer().opens()).writes("one");
    const waits: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      ada.isRefused("one", "storage");
      const [sent, before] = [ada.sent.length, Date.now()];
      vi.advanceTimersToNextTimer();
      expect(ada.sent).toHaveLength(sent + 1);
      waits.push(Date.now() - before);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    ada.isEchoed("one");
    ada.writes("two").isRefused("two", "storage");
    const before = Date.now();
    vi.advanceTimersToNextTimer();
    expect(Date.now() - before).toBe(1_000);
  });

  it("if the wait ends without a connection, the next welcome sends the message", async () => {
    const ada = (await new Writer().opens()).writes("one");
    ada.isRefused("one", "rate_limited", 100);
    ada.online = false;
    vi.advanceTimersByTime(60_000);
    expect(ada.sent).toEqual(["one"]);
    ada.reconnects();
    expect([ada.sent, ada.delay]).toEqual([["one", "one"], undefined]);
  });

  it("W14 leaving the channel sends the waiting messages at once; those without an answer stay stored", async () => {
    const store = memoryStore<UnsentMessage>();
    const ada = (await new Writer({ store }).opens()).writes("one", "two", "three", "four");
    ada.isRefused("two", "forbidden");
    ada.outbox.close();
    expect(ada.sent).toEqual(["one", "three", "four"]);
    const later = await new Writer({ store }).opens();
    expect([later.sent, later.unsent]).toEqual([["one"], ["one", "two", "three", "four"]]);
  });

  it("a closed outbox sends nothing; loaded again, it continues", async () => {
    const ada = (await new Writer().opens()).writes("one");
    ada.outbox.close();
    ada.reconnects();
    vi.advanceTimersByTime(60_000);
    expect(ada.sent).toEqual(["one"]);
    await ada.opens();
    expect(ada.sent).toEqual(["one", "one"]);
  });
});

describe("rejection", () => {
  const codes = ["invalid", "too_long", "empty", "forbidden", "not_found", "unknown_type", "bad_frame"] as const;

  it.each(codes)("W14 %s: the message stays for its author, and the ones behind it are sent", async (code) => {
    const ada = (await new Writer().opens()).writes("one", "two");
    ada.isRefused("one", code);
    expect(ada.entry("one").refusal?.message).toBe(`${code}!`);
    expect(ada.sent).toEqual(["one", "two"]);
    ada.isEchoed("two");
    ada.reconnects();
    expect([ada.sent, ada.unsent]).toEqual([["one", "two"], ["one"]]);
  });

  it("W14 a retried message is sent under its cid after the one in flight", async () => {
    const ada = (await new Writer().opens()).writes("one", "two", "three");
    ada.isRefused("one", "forbidden");
    ada.outbox.queue.retry(ada.entry("one").cid);
    expect([ada.sent, ada.entry("one").refusal]).toEqual([["one", "two"], undefined]);
    ada.isEchoed("two");
    expect(ada.sent).toEqual(["one", "two", "one"]);
    expect(ada.cids[0]).toBe(ada.cids[2]);
  });

  it("W14 a discarded or taken-back message is removed; taking back returns the text", async () => {
    const ada = (await new Writer().opens()).writes("one", "two");
    ada.isRefused("one", "forbidden");
    ada.isRefused("two", "forbidden");
    ada.outbox.queue.remove(ada.entry("one").cid);
    expect(ada.outbox.takeBack(ada.entry("two").cid)?.text).toBe("two");
    expect(ada.unsent).toEqual([]);
  });

  it("W14 an error about another event rejects no message", async () => {
    const ada = (await new Writer().opens()).writes("one");
    ada.outbox.receive({ t: "error", d: { code: "forbidden", message: "An edit." } }, "u1");
    ada.outbox.receive({ t: "error", d: { code: "forbidden", message: "Another one.", cid: "other", ref: "other" } }, "u1");
    expect(ada.entry("one").refusal).toBeUndefined();
  });
});

describe("a store that fails", () => {
  const broken = { read: () => Promise.reject(new Error("no")), change: () => Promise.reject(new Error("full")) };

  it("messages are sent from memory, and atRisk is true", async () => {
    const ada = (await new Writer({ store: broken }).opens()).writes("one", "two");
    await ada.until(() => ada.outbox.queue.atRisk);
    expect([ada.sent, ada.unsent]).toEqual([["one"], ["one", "two"]]);
    ada.isEchoed("one");
    ada.isEchoed("two");
    expect([ada.sent, ada.unsent, ada.outbox.queue.atRisk]).toEqual([["one", "two"], [], false]);
  });

  it("a message that was not stored survives a read of the store", async () => {
    const store = { ...memoryStore<UnsentMessage>(), change: () => Promise.reject(new Error("full")) };
    const ada = (await new Writer({ store }).opens()).writes("one");
    await ada.until(() => ada.outbox.queue.atRisk);
    await ada.opens();
    expect(ada.unsent).toEqual(["one"]);
  });

  it("atRisk is true until the store answers; then no message is listed twice", async () => {
    const { change, read } = memoryStore<UnsentMessage>();
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const store: ListStore<UnsentMessage> = {
      read,
      change: async (edit) => {
        await change(edit);
        await answered;
      },
    };
    const ada = (await new Writer({ store }).opens()).writes("one");
    expect(ada.outbox.queue.atRisk).toBe(true);
    await ada.opens(); // reads what has been stored already
    expect(ada.unsent).toEqual(["one"]);
    answer();
    await ada.until(() => !ada.outbox.queue.atRisk);
    expect(ada.unsent).toEqual(["one"]);
  });
});
