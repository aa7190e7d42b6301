/** `/api/feed/<channel>`: the latest messages as Atom (W35). test/e2e/feed.test.ts reads it with a parser. */
import { expect, it } from "vitest";
import { fetchPath, join } from "./support/peer";
import { startedChannel } from "./support/staff";
import { withMessageStore } from "./support/stored";
import { withoutWaking } from "./support/without-waking";

async function feedOf(channel: string): Promise<string> {
  const response = await fetchPath(`/api/feed/${channel}`);
  expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  return response.text();
}

/** The contents of the elements of this name, in order. */
const all = (name: string, xml: string) =>
  Array.from(xml.matchAll(new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`, "g")), ([, text]) => text!);

it("W35 a feed has the latest 50 messages, the newest first, each with a stable id, its author and its link", async () => {
  await withMessageStore("w35/café", (store) => {
    for (let n = 1; n <= 60; n++) store.append({ id: "a", name: "Ada" }, `${n}`, `message ${n}\nand more`, n * 1_000);
  });
  const xml = await feedOf("w35/caf%C3%A9");
  const numbers = Array.from({ length: 50 }, (_, index) => 60 - index);
  expect(all("content", xml)).toEqual(numbers.map((n) => `message ${n}\nand more`));
  expect(all("title", xml)).toEqual(["w35/café · Edgewise", ...numbers.map((n) => `message ${n} and more`)]);
  const id = "tag:edgewise.test,2026:/w35/caf%C3%A9";
  expect(all("id", xml)).toEqual([id, ...numbers.map((n) => `${id}/stored/${n}`)]);
  expect(all("name", xml)).toEqual(numbers.map(() => "Ada"));
  expect(all("published", xml).slice(0, 2)).toEqual(["1970-01-01T00:01:00.000Z", "1970-01-01T00:00:59.000Z"]);
  const links = Array.from(xml.matchAll(/<link rel="(\w+)" type="([^"]*)" href="http:\/\/edgewise\.test([^"]*)"\/>/g), (found) =>
    found.slice(1),
  );
  expect(links).toEqual([
    ["self", "application/atom+xml", "/api/feed/w35/caf%C3%A9"],
    ["alternate", "text/html", "/w35/caf%C3%A9"],
    ...numbers.map((n) => ["alternate", "text/html", `/w35/caf%C3%A9?m=${n}`]),
  ]);
});

it("W35 an edit changes the time of its entry and of the feed; deleted and removed messages are absent", async () => {
  const [ada, ben] = await startedChannel("w35/changes");
  const [edited, deleted, removed] = [
    await ada.sendMessage("befor"),
    await ada.sendMessage("deleted text"),
    await ben.sendMessage("removed text"),
  ];
  await ada.ask({ t: "delete", d: { id: removed.id } });
  ada.send({ t: "delete", d: { id: deleted.id } });
  ada.send({ t: "edit", d: { id: edited.id, text: "before" } });
  let changed = await ada.nextOf("chat");
  while (changed.d.editedAt === undefined) changed = await ada.nextOf("chat");
  const xml = await feedOf("w35/changes");
  expect(all("content", xml)).toEqual(["before", "first"]);
  const time = new Date(changed.d.editedAt).toISOString();
  expect(all("updated", xml).slice(0, 2)).toEqual([time, time]);
  expect(xml).not.toMatch(/deleted text|removed text|befor</);
});

it("W35 people's text is escaped, and what XML does not allow is left out", async () => {
  await withMessageStore("w35/signs", (store) => {
    store.append({ id: "a", name: `<b>&"'\u0001` }, "1", "]]></content>\u0000\u001b\u0085\ufffe<x y='&amp;'>\t😀", 1);
  });
  const xml = await feedOf("w35/signs");
  expect(all("name", xml)).toEqual(["&#60;b&#62;&#38;&#34;&#39;"]);
  expect(all("content", xml)).toEqual(["]]&#62;&#60;/content&#62;&#60;x y=&#39;&#38;amp;&#39;&#62;\t😀"]);
});

it("W35 a feed that has not changed is answered with 304, also for a weak tag among others", async () => {
  const ada = await join("w35/etag");
  await ada.sendMessage("one");
  const ask = (tag = "", method = "GET") => fetchPath("/api/feed/w35/etag", { method, headers: { "If-None-Match": tag } });
  const first = await ask();
  const tag = first.headers.get("ETag")!;
  expect([first.status, tag, first.headers.get("Cache-Control")]).toEqual([
    200,
    expect.stringMatching(/^"\S+"$/),
    "private, no-cache",
  ]);
  for (const known of ["*", tag, `W/${tag}`, `"another", ${tag}`]) {
    const again = await ask(known);
    expect([again.status, again.headers.get("ETag"), await again.text()]).toEqual([304, tag, ""]);
  }
  const head = await ask("", "HEAD");
  expect([head.status, head.headers.get("ETag"), await head.text()]).toEqual([200, tag, ""]);
  await ada.sendMessage("two");
  const changed = await ask(tag);
  expect([changed.status, all("content", await changed.text())]).toEqual([200, ["two", "one"]]);
});

it("W35 an empty channel has an empty feed, and stores nothing for it", async () => {
  expect(all("updated", await feedOf("w35/empty"))).toEqual(["1970-01-01T00:00:00.000Z"]);
  expect((await join("w35/empty")).welcome.seq).toBe(0);
});

it("W35 a reader of the feed gets no cookie; other methods and other paths are refused, and wake no channel", async () => {
  expect((await fetchPath("/api/feed/w35/empty")).headers.getSetCookie()).toEqual([]);
  for (const [path, status, init] of [
    ["/api/feed/w35/new", 405, { method: "POST" }],
    ["/api/feed/_no", 404],
    ["/api/feed/W35//New", 308],
  ] as [string, number, RequestInit?][])
    expect([path, (await withoutWaking(() => fetchPath(path, init))).status]).toEqual([path, status]);
});

it("W35 the topic is the subtitle, and a private channel has a feed for those who may read it", async () => {
  const [owner] = await startedChannel("w35/topic");
  await owner.ask({ t: "set", d: { topic: "Tea & biscuits", read: "members" } });
  const response = await fetchPath("/api/feed/w35/topic", { headers: { Cookie: owner.cookie } });
  expect(all("subtitle", await response.text())).toEqual(["Tea &#38; biscuits"]);
  expect((await fetchPath("/api/feed/w35/topic")).status).toBe(403);
});
