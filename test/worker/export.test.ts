/** `/api/export/<channel>`: the whole history as a file (W34). test/e2e/export.test.ts opens the file in a browser. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Message, Settings } from "../../src/shared/protocol";
import { LANGUAGES } from "../../src/shared/languages";
import { Exports } from "../../worker/export/Exports";
import { STRINGS } from "../../worker/strings/all";
import { fetchPath, join, newUserCookie, waitForRateLimitWindow } from "./support/peer";
import { startedChannel } from "./support/staff";
import { withMessageStore } from "./support/stored";
import { withoutWaking } from "./support/without-waking";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const DAY = 24 * 60 * 60_000; // ms
const ada = { id: "ada", name: "Ada" };
const ben = { id: "ben", name: "Ben" };

/** Requests an export, as a new user unless `init` has a cookie: an identity has two a minute. */
const ask = (channel: string, query: string, init?: RequestInit) => fetchPath(`/api/export/${channel}?${query}`, init);

async function fileOf(channel: string, query: string, init?: RequestInit): Promise<string> {
  const response = await ask(channel, query, init);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return new TextDecoder().decode(await response.arrayBuffer());
}

const read = (ndjson: string) =>
  ndjson
    .trimEnd()
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Message);
const lastOf = (ndjson: string) => read(ndjson).at(-1);
const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);

/** Writes `count` messages, one a day since 1970-01-01 12:00. */
function write(channel: string, count: number, text = (n: number) => `message ${n}`): Promise<void> {
  return withMessageStore(channel, (store) => {
    for (let n = 1; n <= count; n++) store.append(ada, `${n}`, text(n), (n - 0.5) * DAY);
  });
}

/** Begins an export of this channel, and reads no more than its first piece. */
async function begin(channel: string, init?: RequestInit) {
  const { body } = await ask(channel, "format=json", init);
  const reader = body!.getReader();
  const first = new TextDecoder().decode((await reader.read()).value as Uint8Array);
  const rest = async () => {
    let text = first;
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      text += decoder.decode(part.value as Uint8Array, { stream: true });
    return text;
  };
  return { reader, rest };
}

/** Asks for the JSON file until no other export runs. */
async function whenFree(channel: string): Promise<Response> {
  let response = await ask(channel, "format=json");
  for (let tries = 1; response.status === 429 && tries < 1_000; tries++) {
    await scheduler.wait(0); // the object shares this thread: without a turn of its own, it never hears of a cancellation
    response = await ask(channel, "format=json");
  }
  return response;
}

it("W34 JSON has each message in a line of its own, as on the wire, and reading it back gives the history", async () => {
  const history = await withMessageStore("w34/json", (store) => {
    for (let n = 1; n <= 1_100; n++)
      store.append(
        n % 2 ? ada : { id: "x", name: "Аda" },
        `${n}`,
        `line ${n}\nand "more" \u2028 😀`,
        n,
        n > 600 ? n - 600 : undefined,
      );
    store.edit(ada.id, 3, "better", 2_000);
    store.delete(ada.id, 5);
    store.remove(7, 2_000);
    store.react("ben", 9, "👍", true);
    return store.before(Number.MAX_SAFE_INTEGER, 2_000).messages;
  });
  expect(history).toHaveLength(1_100);
  const response = await ask("w34/json", "format=json");
  expect(response.headers.get("Content-Type")).toBe("application/x-ndjson");
  expect(response.headers.get("Cache-Control")).toBe("private, no-store"); // it may be that of a private channel (W29)
  expect(read(new TextDecoder().decode(await response.arrayBuffer()))).toEqual(history);
});

it("W34 from and to choose messages by their time, a date being a whole day in UTC", async () => {
  await write("w34/dates", 600);
  const exported = async (query: string) => ids(read(await fileOf("w34/dates", `format=json&${query}`)));
  expect(await exported("from=1971-08-20")).toEqual([597, 598, 599, 600]);
  expect(await exported("to=1970-01-02")).toEqual([1, 2]);
  expect(await exported("from=1970-01-03&to=1970-01-03")).toEqual([3]);
  expect(await exported("from=1970-01-03T12:00&to=1970-01-04T12:00:00.000Z")).toEqual([3, 4]);
  expect(await exported("from=1970-01-03T12:00:00.001Z&to=1970-01-04T11:59:59")).toEqual([]);
  for (const plus of ["+", "%2B"]) expect(await exported(`from=1970-01-03T13:00${plus}01:00&to=1970-01-03`)).toEqual([3]);
  expect(await exported("from=1980-01-01")).toEqual([]);
  expect(await exported("from=1970-01-04&to=1970-01-03")).toEqual([]);
});

it("W34 messages of the time are found after a channel's clock was set back, too", async () => {
  await withMessageStore("w34/clock", (store) => {
    for (let n = 1; n <= 300; n++) store.append(ada, `${n}`, `message ${n}`, (n <= 200 ? n : n - 50) * DAY);
  });
  const exported = await fileOf("w34/clock", "format=json&from=1970-06-30&to=1970-07-02"); // the days 180 to 182
  expect(ids(read(exported))).toEqual([180, 181, 182, 230, 231, 232]);
});

describe("in slices", () => {
  const settings: Settings = {
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
  const all = { channel: "w34/slices", format: "json", language: "en", from: -Infinity, to: Infinity } as const;

  it("W34 an export of a few days does not read the whole history", async () => {
    await write("w34/few", 5_000);
    const rows = await withMessageStore("w34/few", async (store, queries) => {
      const file = new Exports(store).start({ ...all, from: 2_500 * DAY, to: 2_502 * DAY }, settings, () => true);
      expect(ids(read(await new Response(file).text()))).toEqual([2_501, 2_502]);
      return queries.reduce((sum, { cursor }) => sum + cursor.rowsRead, 0);
    });
    expect(rows).toBeLessThan(1_500);
  });

  it("W34 the next slice is read once the one before has been taken, and after a pause for everyone else", async () => {
    await write("w34/slices", 1_000);
    await withMessageStore("w34/slices", async (store, queries) => {
      const pauses = vi.spyOn(scheduler, "wait").mockResolvedValue(undefined); // without a time in which the reader could keep up
      const reader = new Exports(store).start(all, settings, () => true)!.getReader();
      const rowsRead = () => queries.reduce((sum, { cursor }) => sum + cursor.rowsRead, 0);
      const before = rowsRead();
      const decoder = new TextDecoder();
      let taken = 0; // messages
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        expect(rowsRead() - before - taken).toBeLessThan(300);
        taken += decoder.decode(part.value as Uint8Array, { stream: true }).split("\n").length - 1;
      }
      expect(taken).toBe(1_000);
      expect(pauses.mock.calls.length).toBeGreaterThanOrEqual(9);
      expect(Math.min(...pauses.mock.calls.map(([ms]) => ms))).toBeGreaterThan(0);
    });
  });

  it("W34 an export that is read slowly does not give way", async () => {
    await write("w34/slow", 1_000);
    await withMessageStore("w34/slow", async (store) => {
      vi.useFakeTimers({ toFake: ["Date"] });
      const exports = new Exports(store);
      const reader = exports.start(all, settings, () => true)!.getReader();
      while (!(await reader.read()).done) {
        expect(exports.start(all, settings, () => true)).toBeUndefined();
        vi.setSystemTime(Date.now() + 5_000); // a slice takes several reads
      }
    });
  });
});

it.each([
  "",
  "format=xml",
  "format=",
  "format=constructor",
  "format=json&from=",
  "format=json&from=yesterday",
  "format=json&from=2026",
  "format=json&to=2026-02-30",
  "format=json&to=2026-13-01",
  "format=json&to=2026-01-31T25:00",
  "format=json&to=2026-01-31T12:00Z&from=0",
  "format=json&from=1795000000000",
])("W34 the query “%s” is answered with 400 and a sentence, and wakes no channel", async (query) => {
  for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
    const response = await withoutWaking(() => ask("w34/invalid", query, { headers: { "Accept-Language": language } }));
    expect([response.status, await response.text()]).toEqual([400, `${STRINGS[language].badExport}\n`]);
    expect(response.headers.getSetCookie()).toEqual([]);
  }
});

it("W34 the file is named after its channel, in ASCII and in full", async () => {
  const names = Object.fromEntries(
    await Promise.all(
      [
        ["team/design", "json"],
        ["café/menü", "md"],
        ["会議", "html"],
      ].map(async ([channel, format]) => {
        const response = await ask(encodeURI(channel!), `format=${format}`);
        await response.text();
        return [channel, response.headers.get("Content-Disposition")];
      }),
    ),
  );
  expect(names).toEqual({
    "team/design": `attachment; filename="team-design.ndjson"; filename*=UTF-8''team-design.ndjson`,
    "café/menü": `attachment; filename="caf_-men_.md"; filename*=UTF-8''caf%C3%A9-men%C3%BC.md`,
    会議: `attachment; filename="__.html"; filename*=UTF-8''%E4%BC%9A%E8%AD%B0.html`,
  });
});

it("W34 an empty channel has an empty history, and stores nothing for its export", async () => {
  expect(await fileOf("w34/empty", "format=json")).toBe("");
  expect(await fileOf("w34/empty", "format=md")).toBe("# w34\\/empty\n\n");
  const stored = await withMessageStore("w34/empty", (_store, _queries, sql) =>
    sql.exec("SELECT name FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\'").toArray(),
  );
  expect(stored).toEqual([]);
});

it("W34 other methods and paths are refused and wake no channel; HEAD gets the headers, and the channel is free", async () => {
  for (const [path, status, init] of [
    ["/api/export/w34/new?format=json", 405, { method: "POST" }],
    ["/api/export/_no?format=json", 404],
    ["/api/export/W34//New?format=json", 308],
  ] as [string, number, RequestInit?][])
    expect([path, (await withoutWaking(() => fetchPath(path, init))).status]).toEqual([path, status]);
  await write("w34/head", 600);
  const head = await ask("w34/head", "format=html", { method: "HEAD" });
  expect([head.status, head.headers.get("Content-Type"), await head.text()]).toEqual([200, "text/html; charset=utf-8", ""]);
  expect(ids(read(await fileOf("w34/head", "format=json")))).toHaveLength(600);
});

describe("one at a time", () => {
  it("W34 while an export is running, another one gets 429; afterwards, and at once after a cancellation, it is served", async () => {
    await write("w34/one", 3_000, (n) => `${n} ${"x".repeat(2_000)}`);
    vi.useFakeTimers({ toFake: ["Date"] }); // or it would be free after 30 s in any case
    const { rest } = await begin("w34/one");
    const refused = await ask("w34/one", "format=md", { headers: { "Accept-Language": "de" } });
    expect([refused.status, refused.headers.get("Retry-After"), await refused.text()]).toEqual([
      429,
      "5",
      `${STRINGS.de.exportRuns}\n`,
    ]);
    expect(ids(read(await rest()))).toHaveLength(3_000);
    const { reader } = await begin("w34/one");
    expect((await ask("w34/one", "format=md")).status).toBe(429);
    await reader.cancel();
    expect((await (await whenFree("w34/one")).arrayBuffer()).byteLength).toBeGreaterThan(6_000_000);
  });

  it("W34 a cancelled export of short texts frees the channel at once, too", async () => {
    await write("w34/short", 3_000);
    vi.useFakeTimers({ toFake: ["Date"] });
    const { reader } = await begin("w34/short");
    await reader.cancel();
    const next = await whenFree("w34/short");
    expect(ids(read(new TextDecoder().decode(await next.arrayBuffer())))).toHaveLength(3_000);
  });

  it("W34 an export that nobody reads for 30 s gives way to the next one, and says that it is not complete", async () => {
    await write("w34/stalled", 3_000, (n) => `${n} ${"x".repeat(2_000)}`);
    const stalled = await begin("w34/stalled");
    expect((await ask("w34/stalled", "format=md")).status).toBe(429);
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(Date.now() + 31_000);
    const next = await begin("w34/stalled");
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(lastOf(await stalled.rest())).toEqual({ error: STRINGS.en.export.cut });
    expect((await ask("w34/stalled", "format=md")).status).toBe(429); // the end of the first one does not end the next
    expect(ids(read(await next.rest()))).toHaveLength(3_000);
  });
});

it("W34 an identity has two exports a minute, in whatever channels; others are served", async () => {
  await waitForRateLimitWindow();
  const headers = { Cookie: newUserCookie(), "Accept-Language": "fr" };
  for (const channel of ["w34/limit-1", "w34/limit-2"]) await fileOf(channel, "format=json", { headers });
  const refused = await withoutWaking(() => ask("w34/limit-3", "format=json", { headers }));
  expect([refused.status, refused.headers.get("Retry-After"), await refused.text()]).toEqual([
    429,
    "60",
    `${STRINGS.fr.tooManyExports}\n`,
  ]);
  expect(await fileOf("w34/limit-3", "format=json")).toBe("");
});

it("W34 while an export is running, people write; it has the history of when it began", async () => {
  await write("w34/meanwhile", 3_050, (n) => `${n} ${"x".repeat(2_000)}`);
  const { rest } = await begin("w34/meanwhile");
  const peer = await join("w34/meanwhile");
  expect((await peer.sendMessage("new")).id).toBe(3_051);
  expect(ids(read(await rest())).at(-1)).toBe(3_050);
});

it("W34 W29 an export ends if its reader may no longer read the channel", async () => {
  const [owner] = await startedChannel("w34/closed");
  await withMessageStore("w34/closed", (store) => {
    for (let n = 2; n <= 3_000; n++) store.append(ada, `${n}`, `${n} ${"x".repeat(2_000)}`, n);
  });
  const { rest } = await begin("w34/closed");
  await owner.ask({ t: "set", d: { read: "members" } });
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const text = await rest();
  expect(text.split("\n").length).toBeLessThan(2_000);
  expect(lastOf(text)).toEqual({ error: STRINGS.en.export.cut });
  await vi.waitFor(() => expect(log.mock.calls).toEqual([[expect.stringMatching(/^\{"code":"export"/)]]));
  expect(ids(read(await fileOf("w34/closed", "format=json", { headers: { Cookie: owner.cookie } })))).toHaveLength(3_000);
});

/** A channel with all that a message can have, and of which some is hostile. */
async function variedChannel(channel: string): Promise<void> {
  const [owner] = await startedChannel(channel);
  await owner.ask({ t: "set", d: { topic: "Tea <b> & *biscuits*" } });
  await withMessageStore(channel, (store) => {
    const at = Date.parse("2026-01-31T12:05:30Z");
    store.append(ben, "2", "Hi *there*\n\n- one\n- two", at);
    store.append({ id: "eve", name: "<Eve> *&*" }, "3", "an & < answer", at, 2);
    store.append(ben, "4", "gone for good", at);
    store.append(ben, "5", "taken away", at);
    store.append(ben, "6", "befor", at);
    store.append(ben, "7", "an answer to what is gone", at, 4);
    store.append(ben, "8", "an answer to Eve", at, 3);
    store.delete(ben.id, 4);
    store.remove(5, at);
    store.edit(ben.id, 6, "before", at + 120_000);
    for (const user of ["x", "y"]) store.react(user, 2, "👍", true);
    store.react("x", 2, "🎉", true);
  });
}

it("W34 Markdown has names, times, answers, edits, reactions and who is staff; deleted texts are nowhere", async () => {
  await variedChannel("w34/md");
  const markdown = await fileOf("w34/md", "format=md", { headers: { "Accept-Language": "en" } });
  const [head, ...rest] = markdown.split(/\n\n(?=\*\*)/);
  expect(head).toBe("# w34\\/md\n\n> Tea \\<b\\> \\& \\*biscuits\\*");
  expect(rest.map((entry) => entry.trimEnd())).toEqual([
    expect.stringMatching(/^\*\*Ada\*\* · Owner · \d{4}-\d\d-\d\d \d\d:\d\d UTC · #1\n\n> first$/),
    "**Ben** · 2026-01-31 12:05 UTC · #2 · 👍 2 · 🎉 1\n\n> Hi *there*\n> \n> - one  \n> - two",
    "**\\<Eve\\> \\*\\&\\*** · 2026-01-31 12:05 UTC · #3 · ↪ #2 Ben\n\n> an & < answer",
    "**Ben** · 2026-01-31 12:05 UTC · #4\n\n> *This message was deleted.*",
    "**Ben** · 2026-01-31 12:05 UTC · #5\n\n> *This message was removed by the staff.*",
    "**Ben** · 2026-01-31 12:05 UTC · #6 · edited 2026-01-31 12:07 UTC\n\n> before",
    "**Ben** · 2026-01-31 12:05 UTC · #7 · ↪ #4 Ben\n\n> an answer to what is gone",
    "**Ben** · 2026-01-31 12:05 UTC · #8 · ↪ #3 \\<Eve\\> \\*\\&\\*\n\n> an answer to Eve",
  ]);
  expect(markdown).not.toMatch(/gone for good|taken away|befor$/m);
});

it.each([
  ["<script>xss()</script>", "```", "```"],
  ["<!--", "```", "```"],
  ["![x](https://evil.example/)", "```", "```"],
  ["[x]: javascript:xss()", "```", "```"],
  ["[x](javascript:xss())", "```", "```"],
  ["[x](java&#115;cript:xss())", "```", "```"],
  ["````\n<b>\n````", "`````", "`````"],
  ["```html\n<b>\n```\n\n# not a heading of the file", "````", "````"],
])("W34 in Markdown, %j stays in its place: quoted, as code", async (text, ...fences) => {
  const channel = `w34/risky-${[...text].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0)}`;
  await withMessageStore(channel, (store) => void store.append(ada, "1", text, 0));
  const [begin, end] = fences as string[];
  const quoted = [begin, ...text.split("\n"), end].map((line) => `> ${line}`).join("\n");
  expect(await fileOf(channel, "format=md")).toBe(
    `# ${channel.replace(/[/-]/g, "\\$&")}\n\n**Ada** · 1970-01-01 00:00 UTC · #1\n\n${quoted}\n\n`,
  );
});

it("W34 in Markdown, every line of a text is quoted, and harmless formatting stays", async () => {
  const text =
    "# big\n\n    code\n> quote\n---\n***\n**Ada** · Owner\na < b && c > d\n[site](https://example.com/) mailto:a@b.example\n```\nopen\u2028fence";
  await withMessageStore("w34/lines", (store) => void store.append(ada, "1", text, 0));
  const lines = (await fileOf("w34/lines", "format=md")).split(/[\n\u2028]/).slice(4, -2);
  expect(lines.map((line) => line.trimEnd())).toEqual(text.split(/[\n\u2028]/).map((line) => `> ${line}`.trimEnd()));
});

it("W34 HTML has names, times, answers, edits, reactions and who is staff; deleted texts are nowhere", async () => {
  await variedChannel("w34/html");
  const html = await fileOf("w34/html", "format=html", { headers: { "Accept-Language": "de" } });
  const [head, ...articles] = html.split(/(?=<article)/);
  expect(head).toContain('<html lang="de" dir="ltr">');
  expect(head).toContain('<p dir="auto">Tea &#60;b&#62; &#38; *biscuits*</p>');
  expect(articles[0]).toMatch(
    /^<article id="m1">\n<header><b><bdi>Ada<\/bdi><\/b> · Inhaber:in · <a href="#m1"><time datetime="\d{4}[^"]*Z">/,
  );
  const time = (id: number) => `<a href="#m${id}"><time datetime="2026-01-31T12:05:30.000Z">2026-01-31 12:05 UTC</time></a>`;
  const entry = (id: number, author: string, notes: string, ...lines: string[]) =>
    `<article id="m${id}">\n<header><b><bdi>${author}</bdi></b> · ${time(id)}${notes}</header>\n${lines.join("\n")}\n</article>\n`;
  expect(articles.slice(1)).toEqual([
    entry(2, "Ben", "", '<p dir="auto">Hi *there*\n\n- one\n- two</p>', "<p>👍 2 · 🎉 1</p>"),
    entry(
      3,
      "&#60;Eve&#62; *&#38;*",
      "",
      '<p><a href="#m2">↪ <bdi>Ben</bdi> <bdi>Hi *there* - one - two</bdi></a></p>',
      '<p dir="auto">an &#38; &#60; answer</p>',
    ),
    entry(4, "Ben", "", "<p><i>Diese Nachricht wurde gelöscht.</i></p>"),
    entry(5, "Ben", "", "<p><i>Diese Nachricht wurde vom Team entfernt.</i></p>"),
    entry(6, "Ben", " · bearbeitet 2026-01-31 12:07 UTC", '<p dir="auto">before</p>'),
    entry(7, "Ben", "", '<p><a href="#m4">↪ <bdi>Ben</bdi> <bdi></bdi></a></p>', '<p dir="auto">an answer to what is gone</p>'),
    entry(
      8,
      "Ben",
      "",
      '<p><a href="#m3">↪ <bdi>&#60;Eve&#62; *&#38;*</bdi> <bdi>an &#38; &#60; answer</bdi></a></p>',
      '<p dir="auto">an answer to Eve</p>',
    ),
  ]);
  expect(html).not.toMatch(/gone for good|taken away|befor</);
});

it("W34 in HTML, an answer to a message before the beginning of the file shows it, without a link", async () => {
  await withMessageStore("w34/cut", (store) => {
    store.append(ben, "1", "the question", 0);
    store.append(ada, "2", "the answer", 2 * DAY, 1);
  });
  const html = await fileOf("w34/cut", "format=html&from=1970-01-02");
  expect(html).toContain("<p><a>↪ <bdi>Ben</bdi> <bdi>the question</bdi></a></p>");
  expect(html).not.toContain('id="m1"');
});

it("W34 W37 the files of a message are named, also where it has no text", async () => {
  const file = { id: "f", name: "a *b*.png", type: "image/png", size: 1, alt: "", preview: "" };
  await withMessageStore("w34/files", (store) => {
    store.append(ada, "1", "", 1, undefined, [file, { id: "g", name: "<c>.pdf", gone: true }]);
    store.append(ben, "2", "answer", 2, 1);
  });
  expect(read(await fileOf("w34/files", "format=json"))[0]).toMatchObject({
    text: "",
    files: [{ name: "a *b*.png" }, { gone: true }],
  });
  expect(await fileOf("w34/files", "format=md")).toContain("> 📎 a \\*b\\*\\.png · 📎 \\<c\\>\\.pdf");
  const html = await fileOf("w34/files", "format=html");
  expect(html).toContain('<p dir="auto">📎 a *b*.png · 📎 &#60;c&#62;.pdf</p>');
  expect(html).toContain("<bdi>a *b*.png, &#60;c&#62;.pdf</bdi>");
});
