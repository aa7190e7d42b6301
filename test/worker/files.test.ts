/** Files: uploading, naming, deleting (W37). What is stored of pictures is in pictures.test.ts. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type FilesAccess, type Message, type Refusal } from "../../src/shared/protocol";
import { type UploadOptions, filesOf, post, uploaded, read, names, codeOf, statusOf } from "./support/files";
import { fetchPath, join, newUserCookie } from "./support/peer";
import { startedChannel } from "./support/staff";
import { channelOf, evict, makeKnown, withMessageStore } from "./support/stored";

afterEach(() => void vi.useRealTimers());

describe("W37 an upload", () => {
  it("is answered with what the message will have, and can be named once, by its uploader, in its channel", async () => {
    const [ada, ben] = await startedChannel("files/name");
    await makeKnown("files/name", ada, ben);
    const file = await uploaded("files/name", "hello", { cookie: ada.cookie });
    expect(file).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      name: "notes.txt",
      type: "application/octet-stream",
      size: 5,
      alt: "",
      preview: "",
    });
    const elsewhere = await startedChannel("files/elsewhere");
    const other = await uploaded("files/elsewhere", "hello", { cookie: elsewhere[0].cookie });
    expect(await codeOf(names(ada, [other.id]))).toEqual(["not_found", "no_such_file"]);
    expect(await codeOf(names(ben, [file.id]))).toEqual(["forbidden", "other_file"]);
    const message = (await names(ada, [file.id], "Look", "first")) as Message;
    expect(message).toMatchObject({ text: "Look", files: [file] });
    expect(await names(ada, [file.id], "Look", "first")).toMatchObject({ id: message.id, files: [file] }); // a repeat
    expect(await codeOf(names(ada, [file.id]))).toEqual(["forbidden", "other_file"]);
    await evict("files/name");
    expect((await join("files/name")).welcome.messages.at(-1)).toMatchObject({ id: message.id, files: [file] });
  });

  it("can be named again if its message was not stored, and is its uploader's alone until then", async () => {
    const [ada] = await startedChannel("files/again");
    await makeKnown("files/again", ada);
    const file = await uploaded("files/again", "hello", { cookie: ada.cookie });
    ada.send({ t: "chat", d: { cid: "lost", text: "", files: [file.id], reply: 999 } });
    expect((await ada.nextOf("error")).d).toMatchObject({ code: "not_found", cid: "lost" });
    await vi.waitFor(async () => expect(await statusOf(read("files/again", file))).toBe(404));
    expect(await names(ada, [file.id])).toMatchObject({ files: [file] });
  });

  it("that only the repeat of a message names stays without a message", async () => {
    const [ada] = await startedChannel("files/pipelined");
    await makeKnown("files/pipelined", ada);
    const first = await uploaded("files/pipelined", "1", { cookie: ada.cookie });
    const second = await uploaded("files/pipelined", "2", { cookie: ada.cookie });
    for (const { id } of [first, second]) ada.send({ t: "chat", d: { cid: "same", text: "", files: [id] } });
    for (let n = 0; n < 2; n++) expect((await ada.nextOf("chat")).d.files).toEqual([first]);
    await vi.waitFor(async () => expect(await statusOf(read("files/pipelined", second))).toBe(404));
    expect(await statusOf(read("files/pipelined", first))).toBe(200);
  });

  it("carries a name, an alternative text and a preview", async () => {
    const [{ cookie }] = await startedChannel("files/described");
    const headers = {
      "X-Alt": encodeURIComponent(" Ein Bär, der tanzt\n"),
      "X-Preview": encodeURIComponent("LKO2?U%2Tw=w]~RBVZRi};RPxuwH"),
    };
    expect(await uploaded("files/described", "x", { cookie, name: "../ä/Bär.txt", headers })).toMatchObject({
      name: "Bär.txt",
      alt: "Ein Bär, der tanzt",
      preview: "LKO2?U%2Tw=w]~RBVZRi};RPxuwH",
    });
  });

  it.each([
    ["notes.txt", "notes.txt"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ada\\pic.png", "pic.png"],
    [".htaccess", "htaccess"],
    ["..", "file"],
    ["/", "file"],
    ["\u202egnp.exe", "gnp.exe"],
    ["\u200b", "file"],
    ["..／..＼x／℀.txt", "c.txt"], // NFKC makes slashes of these
    ["a  b\tc\n.txt", "a b c .txt"],
    [`${"x".repeat(300)}.png`, `${"x".repeat(116)}.png`],
    [`${"😀".repeat(100)}.jpeg`, `${"😀".repeat(57)}.jpeg`],
    ["x".repeat(300), "x".repeat(120)],
  ])("of %j is called %j", async (name, expected) => {
    const channel = `files/names/${crypto.randomUUID()}`;
    const [{ cookie }] = await startedChannel(channel);
    expect((await uploaded(channel, "x", { cookie, name })).name).toBe(expected);
  });

  it("without a cookie, from another site, or not as it should be, is refused and leaves nothing", async () => {
    const [{ cookie }] = await startedChannel("files/refused");
    const answer = async (response: Promise<Response>) => {
      const { status, headers } = await response;
      return [
        status,
        headers.get("Content-Type")?.includes("json") ? ((await (await response).json()) as Refusal).code : undefined,
      ];
    };
    const refused = (body: BodyInit | null, options: UploadOptions) => answer(post("files/refused", body, options));
    expect(await refused("x", { cookie: "" })).toEqual([403, "forbidden"]);
    expect(await refused("x", { cookie: "edgewise=forged" })).toEqual([403, "forbidden"]);
    expect(await refused("x", { cookie, headers: { Origin: "https://elsewhere.test" } })).toEqual([403, "forbidden"]);
    expect(await refused("x", { cookie, name: null })).toEqual([400, "invalid"]);
    expect(await refused("x", { cookie, name: null, headers: { "X-Name": "%ff" } })).toEqual([400, "invalid"]);
    expect(await refused("x", { cookie, headers: { "X-Preview": "<script>" } })).toEqual([400, "invalid"]);
    expect(await refused("x", { cookie, headers: { "X-Preview": "L".repeat(65) } })).toEqual([400, "invalid"]);
    expect(await refused("x", { cookie, headers: { "X-Alt": "x".repeat(1_001) } })).toEqual([400, "invalid"]);
    expect(await refused("", { cookie })).toEqual([400, "empty"]);
    expect(await refused(null, { cookie })).toEqual([400, "empty"]);
    expect(await refused(new Uint8Array(8_388_609), { cookie })).toEqual([413, "too_long"]);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
    expect(await refused(endless, { cookie })).toEqual([413, "too_long"]);
    expect(await statusOf(fetchPath("/api/files/UPPER/case", { method: "POST", body: "x", headers: { Cookie: cookie } }))).toBe(
      308,
    );
    expect(await statusOf(fetchPath("/api/files/_x", { method: "POST", body: "x", headers: { Cookie: cookie } }))).toBe(404);
    expect(await statusOf(fetchPath("/api/files/files/refused", { headers: { Cookie: cookie } }))).toBe(405);
    expect(
      await runInDurableObject(filesOf("files/refused"), (_files, { storage }) => storage.kv.get("channel")),
    ).toBeUndefined();
  });

  it.each([[["x", "x"]], ["x"], [{}], [[1]], [Array.from({ length: 11 }, (_, index) => String(index))]])(
    "is named by a list of at most ten ids, each once: not %j",
    async (files) => {
      const peer = await join("files/list");
      expect(await codeOf(names(peer, files, "x"))).toEqual(["invalid", "bad_files"]);
    },
  );

  it("needs no text beside it; a message without both is empty", async () => {
    const [ada] = await startedChannel("files/only");
    const { id } = await uploaded("files/only", "x", { cookie: ada.cookie });
    expect(await codeOf(names(ada, []))).toEqual(["empty", undefined]);
    const message = (await names(ada, [id])) as Message;
    expect(message.text).toBe("");
    expect(await codeOf(names(ada, ["x".repeat(22)], "x".repeat(4_001)))).toEqual(["too_long", undefined]);
    ada.send({ t: "edit", d: { id: message.id, text: "Now with words" } });
    expect((await ada.nextOf("chat")).d).toMatchObject({ text: "Now with words", files: [{ id }] });
    ada.send({ t: "edit", d: { id: message.id, text: "" } });
    expect((await ada.nextOf("chat")).d).toMatchObject({ text: "", files: [{ id }] });
  });
});

describe("W37 settings.files", () => {
  it.each<[FilesAccess, number[]]>([
    ["known", [201, 403, 201]],
    ["all", [201, 201, 201]],
    ["staff", [201, 403, 403]],
    ["none", [403, 403, 403]],
  ])("%s lets the owner, a stranger and somebody who has written here upload: %j", async (files, expected) => {
    const channel = `files/setting/${files}`;
    const [owner, writer] = await startedChannel(channel);
    await writer.sendMessage("I was here before.");
    await owner.ask({ t: "set", d: { files } });
    const cookies = [owner.cookie, newUserCookie(), writer.cookie];
    expect(await Promise.all(cookies.map((cookie) => statusOf(post(channel, "x", { cookie }))))).toEqual(expected);
  });

  it("in a channel without messages everyone may upload; a muted or banned person may not", async () => {
    expect(await statusOf(post("files/empty/channel", "x"))).toBe(201);
    const [owner, other] = await startedChannel("files/muted");
    await other.sendMessage("hm");
    await owner.ask({ t: "mute", d: { user: other.you.id, for: 60 } });
    const refused = await post("files/muted", "x", { cookie: other.cookie });
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: "forbidden", reason: "muted" }]);
    await owner.ask({ t: "ban", d: { user: other.you.id, for: 60 } });
    expect(await (await post("files/muted", "x", { cookie: other.cookie })).json()).toMatchObject({ reason: "banned" });
  });
});

describe("W37 a file goes", () => {
  async function shared(channel: string) {
    const [ada, ben] = await startedChannel(channel);
    const file = await uploaded(channel, "x", { cookie: ben.cookie }).catch(async () => {
      await ben.sendMessage("hello");
      return uploaded(channel, "x", { cookie: ben.cookie });
    });
    const message = (await names(ben, [file.id])) as Message;
    return { ada, ben, file, message, status: () => statusOf(read(channel, file)) };
  }

  it("with the message that its author deletes", async () => {
    const { ben, file, message, status } = await shared("files/deleted");
    ben.send({ t: "delete", d: { id: message.id } });
    const { d } = await ben.nextOf("chat");
    expect([d.deleted, d.files]).toEqual([true, undefined]);
    await expect.poll(status).toBe(404);
    expect(await everything("files/deleted")).toEqual([[], []]);
    expect(file.size).toBe(1);
  });

  it("for a time with a message that staff remove, comes back with it, and is deleted after 24 hours", async () => {
    const { ada, message, status } = await shared("files/removed");
    ada.send({ t: "delete", d: { id: message.id } });
    await expect.poll(status).toBe(404);
    await ada.ask({ t: "restore", d: { id: message.id } });
    await expect.poll(status).toBe(200);
    await evict("files/removed");
    expect((await join("files/removed")).welcome.messages.at(-1)).toMatchObject({ files: [{ name: "notes.txt" }] });
    ada.send({ t: "delete", d: { id: message.id } });
    await expect.poll(status).toBe(404);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 3_600_000 });
    await runDurableObjectAlarm(channelOf("files/removed"));
    await expect.poll(() => everything("files/removed")).toEqual([[], []]);
  });

  it("with a purge, and with the channel's retention", async () => {
    const { ada, ben, status } = await shared("files/purged");
    await ada.ask({ t: "purge", d: { user: ben.you.id, since: 0 } });
    await expect.poll(status).toBe(404);
    const kept = await shared("files/kept");
    await kept.ada.ask({ t: "set", d: { keep: 3_600 } });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * 3_600_000 });
    await runDurableObjectAlarm(channelOf("files/kept"));
    await expect.poll(() => everything("files/kept")).toEqual([[], []]);
  });

  it("after an hour if no message names it; a named one stays, also if the channel was evicted meanwhile", async () => {
    const [ada] = await startedChannel("files/hour");
    await uploaded("files/hour", "forgotten", { cookie: ada.cookie });
    const file = await uploaded("files/hour", "named", { cookie: ada.cookie });
    const lost = await uploaded("files/hour", "named, but the message never came", { cookie: ada.cookie });
    await names(ada, [file.id]);
    await filesOf("files/hour").claim(ada.you.id, "never", [lost.id]);
    await evict("files/hour");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_601_000 });
    await runDurableObjectAlarm(filesOf("files/hour"));
    expect((await everything("files/hour"))[0]).toEqual([file.id, lost.id]); // its message may be on its way
    vi.setSystemTime(Date.now() + 60_000);
    await runDurableObjectAlarm(filesOf("files/hour"));
    expect((await everything("files/hour"))[0]).toEqual([file.id]);
    expect(await runDurableObjectAlarm(filesOf("files/hour"))).toBe(false); // nothing is due any more
  });

  it("when its deletion could not be told at first: the alarm tells it", async () => {
    const { ben, message, status } = await shared("files/told");
    await withMessageStore("files/told", (store) => store.delete(ben.you.id, message.id)); // nobody tells
    expect(await status()).toBe(200);
    await runDurableObjectAlarm(channelOf("files/told"));
    expect(await status()).toBe(404);
  });
});

it("W37 a channel without files writes no row for them", async () => {
  const [ada] = await startedChannel("files/without");
  const { id } = await ada.sendMessage("hello");
  ada.send({ t: "delete", d: { id } });
  await ada.nextOf("chat");
  expect(await everything("files/without")).toEqual([[], []]);
  const rows = await runInDurableObject(channelOf("files/without"), (_channel, { storage }) =>
    storage.sql.exec("SELECT * FROM file_changes").toArray(),
  );
  expect(rows).toEqual([]);
});

it("W37 a picture of 300 kB is one part, and a row each for what is known of it and for the day of its place", async () => {
  const [{ cookie }] = await startedChannel("files/cost");
  await uploaded("files/cost", "x", { cookie });
  const rowsBefore = await rowsIn("files/cost");
  await uploaded("files/cost", new Uint8Array(300_000), { cookie });
  expect((await rowsIn("files/cost")).map((n, index) => n - rowsBefore[index]!)).toEqual([1, 1, 1]);
});

/** Files, parts, and days. */
function rowsIn(channel: string): Promise<number[]> {
  return runInDurableObject(filesOf(channel), (_files, { storage }) =>
    ["files", "parts", "days"].map((table) => storage.sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).one().n),
  );
}

it("W37 a person uploads 20 files a minute", async () => {
  const [{ cookie }, other] = await startedChannel("files/minute");
  for (let n = 0; n < 20; n++) await uploaded("files/minute", "x", { cookie });
  const refused = await post("files/minute", "x", { cookie });
  expect([refused.status, await refused.json()]).toMatchObject([429, { code: "rate_limited", reason: "many_files" }]);
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  await evictDurableObject(filesOf("files/minute")); // an idle object ends after 10 s
  expect(await statusOf(post("files/minute", "x", { cookie }))).toBe(429);
  await other.sendMessage("hi");
  await uploaded("files/minute", "x", { cookie: other.cookie });
});

/** The ids of the files that are stored, and the keys of their parts. */
function everything(channel: string): Promise<[string[], number[]]> {
  return runInDurableObject(filesOf(channel), (_files, { storage }) => {
    if (storage.kv.get("channel") === undefined) return [[], []];
    const rows = storage.sql.exec<{ id: string }>("SELECT id FROM files ORDER BY n").toArray();
    const parts = storage.sql.exec<{ key: number }>("SELECT key FROM parts").toArray();
    return [rows.map(({ id }) => id), rows.length > 0 ? [] : parts.map(({ key }) => key)] as [string[], number[]];
  });
}
