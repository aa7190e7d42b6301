/** Previews of links: what is fetched, what is refused, and what becomes of them (W38). The sites are a stub of `fetch`. */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LinkPreview, Message } from "../../src/shared/protocol";
import { isPublicAddress } from "../../worker/files/public-address";
import { bindings, fetchPath, join, newUserCookie, type TestPeer } from "./support/peer";
import { errorOf, startedChannel } from "./support/staff";
import { channelOf, evict, makeKnown } from "./support/stored";

const PNG = Uint8Array.fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
);
const PICTURE = "https://news.example.com/picture.png";

type Answer = (signal: AbortSignal) => Response;
/** What the internet has, by address. */
const sites = new Map<string, Answer>();
/** What was asked of it. */
let requests: { url: string; init: RequestInit }[] = [];
const asked = () => requests.map(({ url }) => url);

const html = (body: BodyInit, type = "text/html; charset=utf-8"): Answer => {
  return () => new Response(body, { headers: { "Content-Type": type } });
};
const picture = (body: BodyInit): Answer => html(body, "image/png");
const redirect = (to: string): Answer => {
  return () => new Response(null, { status: 302, headers: { Location: to } });
};
const pageOf = (title: string, more = "") => `<!doctype html><html><head><title>${title}</title>${more}</head><body>Hello</body>`;

beforeEach(() => {
  bindings.PREVIEWS = "on";
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init = {}) => {
    const url = String(input);
    requests.push({ url, init });
    const site = sites.get(url);
    if (!site) throw new Error(`There is no ${url}.`);
    return site(init.signal!);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  delete bindings.PREVIEWS;
  delete bindings.PREVIEW_HOSTS;
  delete bindings.FILES;
  sites.clear();
  requests = [];
});

const filesOf = (channel: string) => bindings.FILE_STORE.getByName(channel);

/** Sends a message, and returns its state with its preview. */
async function previewed(peer: TestPeer, text: string): Promise<Message & { preview: LinkPreview }> {
  const { id } = await peer.sendMessage(text);
  return withPreview(peer, id);
}

async function withPreview(peer: TestPeer, id: number): Promise<Message & { preview: LinkPreview }> {
  for (;;) {
    const { d, seq } = await peer.nextOf("chat");
    if (d.id !== id || !d.preview) continue;
    expect(d.seq).toBe(seq);
    return d as Message & { preview: LinkPreview };
  }
}

/** Nothing is being fetched in the channel any more, and its messages have no preview. */
async function expectNone(channel: string): Promise<void> {
  await vi.waitFor(() => runInDurableObject(filesOf(channel), (_files, { storage }) => storage.kv.get("channel")));
  await expect.poll(() => pagesOf(channel), { timeout: 8_000 }).toHaveLength(1);
  const { messages } = (await join(channel)).welcome;
  expect(messages.filter(({ preview }) => preview)).toEqual([]);
}

/** What the channel remembers of pages. */
const pagesOf = (channel: string) =>
  runInDurableObject(filesOf(channel), (_files, { storage }) =>
    storage.kv.get("channel") === undefined ? [] : storage.sql.exec("SELECT * FROM previews").toArray(),
  );

/** The ids of stored files. */
const storedIn = (channel: string) =>
  runInDurableObject(filesOf(channel), (_files, { storage }) =>
    storage.kv.get("channel") === undefined
      ? []
      : storage.sql
          .exec<{ id: string }>("SELECT id FROM files ORDER BY n")
          .toArray()
          .map(({ id }) => id),
  );

const statusOf = async (channel: string, { image }: LinkPreview, cookie = newUserCookie()) =>
  (await fetchPath(`/_file/${channel}/${image!.id}/preview`, { headers: { Cookie: cookie } })).status;

const NEWS = "https://news.example.com/story";
const withPicture = pageOf(
  "A &amp; B &#x2014; news",
  `<meta name="description" content=" Two
   lines "><meta property="og:image" content="/picture.png">`,
);

describe("W38 the preview of a link", () => {
  it("arrives as a change of its message, stays, and has a picture of this site", async () => {
    sites.set(NEWS, html(withPicture)).set(PICTURE, picture(PNG));
    const [ada, ben] = await startedChannel("previews/news");
    const message = await previewed(ada, `See ${NEWS}#part, and https://other.example.com`);
    expect(message.seq).toBeGreaterThan(message.id);
    expect(message.preview).toEqual({
      url: `${NEWS}#part`,
      title: "A & B — news",
      description: "Two lines",
      image: { id: expect.stringMatching(/^[\w-]{22}$/), width: 1, height: 1 },
    });
    expect(message.editedAt).toBeUndefined();
    expect(asked()).toEqual([NEWS, PICTURE]);
    expect((await withPreview(ben, message.id)).preview).toEqual(message.preview);
    await evict("previews/news");
    expect((await join("previews/news")).welcome.messages.at(-1)).toEqual(message);
    const served = await fetchPath(`/_file/previews/news/${message.preview.image!.id}/preview`);
    expect([served.status, served.headers.get("Content-Type")]).toEqual([200, "image/png"]);
    expect(served.headers.get("Content-Security-Policy")).toBe("sandbox; default-src 'none'");
  });

  it.each([
    [
      "named characters",
      pageOf("Caf&eacute; &Auml;&auml; &laquo;&hellip;&raquo; &frac12; &nothing; &AMP"),
      "Café Ää «…» ½ &nothing; &AMP",
    ],
    ["a drawing with a title of its own", `<body><svg><title>Logo</title></svg><title>The page</title>`, "The page"],
    ["an empty title first", "<title></title><title>The page</title>", "The page"],
  ])("has the page's title: %s", async (what, body, title) => {
    sites.set(NEWS, html(body));
    const [ada] = await startedChannel(`previews/title/${what.length}`);
    expect((await previewed(ada, NEWS)).preview.title).toBe(title);
  });

  it("is fetched without cookies and referrer, by a plain agent, and follows no redirect by itself", async () => {
    sites.set(NEWS, html(withPicture)).set(PICTURE, picture(PNG));
    await previewed((await startedChannel("previews/headers"))[0], NEWS);
    for (const { init } of requests) {
      expect(init).toMatchObject({ redirect: "manual", signal: expect.any(AbortSignal) });
      expect(Object.keys(init.headers!)).toEqual(["Accept", "User-Agent"]);
    }
  });

  it.each([
    ["og:title", `<title>t</title><meta name="twitter:title" content="tw"><meta property="og:title" content="og">`, "og"],
    ["twitter:title", `<title>t</title><meta name="twitter:title" content="tw">`, "tw"],
    ["the first title", `<title>first</title><svg><title>second</title></svg>`, "first"],
    ["a title with markup", `<title><script>alert(1)</script><b>&lt;i&gt;</title>`, "<script>alert(1)</script><b><i>"],
    ["a title of many lines and controls", `<title>a\u0007\n\n  b\u202e</title>`, "a b\u202e"],
    ["a long title", `<title>${"x".repeat(500)}</title>`, `${"x".repeat(199)}…`],
    ["a title without end", `<title>begun`, "begun"],
    ["a title with references", `<title>&#128512;&#x110000;&copy;&QUOT;</title>`, '😀©"'],
    ["a prototype", `<title>t</title><meta name="__proto__" content="x"><meta property="constructor" content="y">`, "t"],
  ])("says %s", async (name, head, title) => {
    sites.set(NEWS, html(head));
    const channel = `previews/titles/${name.replaceAll(/\W/g, "-")}`;
    expect((await previewed((await startedChannel(channel))[0], NEWS)).preview).toEqual({ url: NEWS, title, description: "" });
  });

  it.each([
    ["header", "text/html; charset=shift_jis", ""],
    ["page", "text/html", '<meta charset="shift_jis">'],
  ])("is read in the charset of its %s", async (where, type, meta) => {
    const title = [0x93, 0xfa, 0x96, 0x7b]; // 日本
    sites.set(NEWS, html(Uint8Array.from([...new TextEncoder().encode(`${meta}<title>`), ...title]), type));
    expect((await previewed((await startedChannel(`previews/charset/${where}`))[0], NEWS)).preview.title).toBe("日本");
  });

  it("is that of the first link that is not in code", async () => {
    sites.set(NEWS, html(pageOf("News")));
    const [ada] = await startedChannel("previews/code");
    const text = `\`https://code.example.com\`\n\`\`\`\nhttps://fence.example.com\n\`\`\`\nmailto:a@b.example [news](${NEWS})`;
    expect((await previewed(ada, text)).preview.title).toBe("News");
    await ada.sendMessage("`https://code.example.com`");
    expect(asked()).toEqual([NEWS]);
  });

  it("is read from the first 512 KiB of a huge page", async () => {
    let sent = 0;
    const endless = (start: string) => {
      const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(65_536).fill(32));
      return new ReadableStream(
        {
          start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
          pull: (controller) => (sent++, pull(controller)),
        },
        { highWaterMark: 0 },
      );
    };
    sites.set(NEWS, () => html(endless(pageOf("Huge")))(AbortSignal.any([])));
    expect((await previewed((await startedChannel("previews/huge"))[0], NEWS)).preview.title).toBe("Huge");
    expect(sent).toBeLessThanOrEqual(9);
    sites.set("https://late.example.com/", html(`${" ".repeat(524_289)}${pageOf("Late")}`));
    await (await startedChannel("previews/late"))[0].sendMessage("https://late.example.com/");
    await expectNone("previews/late");
  });

  it("is not waited for longer than 3 s", async () => {
    const slow: Answer = (signal) => {
      const start = (controller: ReadableStreamDefaultController) => {
        controller.enqueue(new TextEncoder().encode(pageOf("Slow")));
        signal.addEventListener("abort", () => controller.error(signal.reason));
      };
      return html(new ReadableStream({ start }))(signal);
    };
    sites.set(NEWS, slow);
    const [ada] = await startedChannel("previews/slow");
    const began = Date.now();
    await ada.sendMessage(NEWS);
    await expectNone("previews/slow");
    expect(Date.now() - began).toBeGreaterThan(2_500);
    expect(Date.now() - began).toBeLessThan(6_000);
  });

  it.each([
    ["no HTML", html("{}", "application/json")],
    ["a picture", picture(PNG)],
    ["no title", html("<p>Hello")],
    ["an empty title", html("<title> \n</title>")],
    ["an invisible title", html("<title>\u200b&#8203;</title>")],
    ["an error", () => new Response(pageOf("Not found"), { status: 404, headers: { "Content-Type": "text/html" } })],
    ["no type", () => new Response(new TextEncoder().encode(pageOf("Unknown")))],
  ])("does not exist of what is %s", async (what, site) => {
    const channel = `previews/none/${what.toLowerCase().replaceAll(" ", "-")}`;
    sites.set(NEWS, site);
    await (await startedChannel(channel))[0].sendMessage(NEWS);
    await expectNone(channel);
    expect(asked()).toEqual([NEWS]);
  });

  it("has no picture if that cannot be cleaned, is larger than 512 KiB, no picture, or on a private host", async () => {
    const [ada, ben] = await startedChannel("previews/pictures");
    await makeKnown("previews/pictures", ada, ben);
    const large = new Uint8Array(524_289);
    large.set(PNG);
    const bad: [string, Answer][] = [
      ["https://pictures.example.com/cut", picture(PNG.slice(0, 40))],
      ["https://pictures.example.com/large", picture(large)],
      ["https://pictures.example.com/svg", html("<svg/>", "image/svg+xml")],
      ["https://pictures.example.com/page", html(PNG)],
      ["https://pictures.example.com/moved", redirect("http://127.0.0.1/a.png")],
      ["http://169.254.169.254/a.png", picture(PNG)],
      ["data:image/png;base64,AAAA", picture(PNG)],
    ];
    for (const [index, [address, answer]] of bad.entries()) {
      const url = `${NEWS}/${index}`;
      sites.set(address, answer).set(url, html(pageOf("Bad picture", `<meta property="og:image" content="${address}">`)));
      expect((await previewed(ada, url)).preview, address).toEqual({ url, title: "Bad picture", description: "" });
    }
    expect(await storedIn("previews/pictures")).toEqual([]);
    expect(asked().filter((url) => !url.includes("example.com"))).toEqual([]);
  });

  it("has no picture while the deployer has switched files off", async () => {
    bindings.FILES = "off";
    sites.set(NEWS, html(withPicture)).set(PICTURE, picture(PNG));
    expect((await previewed((await startedChannel("previews/no-files"))[0], NEWS)).preview.image).toBeUndefined();
    expect(asked()).toEqual([NEWS]);
  });
});

describe("W38 a page is fetched", () => {
  it("once an hour, however many messages link to it, and also if it has no preview", async () => {
    sites.set(NEWS, html(withPicture)).set(PICTURE, picture(PNG)).set("https://empty.example.com/", html("nothing"));
    const [ada, ben] = await startedChannel("previews/hour");
    await makeKnown("previews/hour", ada, ben);
    const [one, two] = [await ada.sendMessage(`${NEWS}#a`), await ada.sendMessage(NEWS)];
    const states = [await withPreview(ben, one.id), await withPreview(ben, two.id)];
    await evict("previews/hour");
    const three = await previewed(ada, NEWS);
    const pictures = [...states, three].map(({ preview }) => preview.image!.id);
    expect(new Set(pictures).size).toBe(3); // each message has its own
    expect(await Promise.all([...states, three].map(({ preview }) => statusOf("previews/hour", preview)))).toEqual([
      200, 200, 200,
    ]);
    expect(asked()).toEqual([NEWS, PICTURE]);
    for (let n = 0; n < 2; n++) await ada.sendMessage("https://empty.example.com/");
    await expect.poll(() => pagesOf("previews/hour")).toHaveLength(2);
    expect(asked()).toEqual([NEWS, PICTURE, "https://empty.example.com/"]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_601_000 });
    await runDurableObjectAlarm(filesOf("previews/hour"));
    expect(await pagesOf("previews/hour")).toEqual([]);
    expect(await storedIn("previews/hour")).toEqual(pictures);
    await previewed(ada, NEWS);
    expect(asked().slice(3)).toEqual([NEWS, PICTURE]);
  });

  it("through at most 3 redirects, each to a public address", async () => {
    const [ada] = await startedChannel("previews/redirects");
    const at = (n: number) => `https://hop.example.com/${n}`;
    for (let n = 0; n < 4; n++) sites.set(at(n), redirect(`/${n + 1}`));
    sites.set(at(4), html(pageOf("The end", `<meta property="og:image" content="x.png">`)));
    expect((await previewed(ada, at(1))).preview).toMatchObject({ url: at(1), title: "The end" });
    expect(asked()).toEqual([at(1), at(2), at(3), at(4), "https://hop.example.com/x.png"]);
    requests = [];
    const [ben] = await startedChannel("previews/many-redirects");
    await ben.sendMessage(at(0));
    await expectNone("previews/many-redirects");
    expect(asked()).toEqual([at(0), at(1), at(2), at(3)]);
  });

  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://metadata.internal/",
    "https://a.example.com:8443/",
    "ftp://a.example.com/",
  ])("never by a redirect to %s", async (target) => {
    const channel = `previews/redirected/${target.replaceAll(/\W+/g, "-")}x`;
    sites.set(NEWS, redirect(target)).set(target, html(pageOf("Secret")));
    await (await startedChannel(channel))[0].sendMessage(NEWS);
    await expectNone(channel);
    expect(asked()).toEqual([NEWS]);
  });

  it("never from a private address that a message names", async () => {
    const [ada] = await startedChannel("previews/private-address");
    await ada.sendMessage("http://127.0.0.1/admin");
    await expectNone("previews/private-address");
    expect(asked()).toEqual([]);
  });

  it("at most 10 times at once, and once in 2 s after that", async () => {
    const [ada, ben] = await startedChannel("previews/flood");
    await makeKnown("previews/flood", ada, ben);
    vi.useFakeTimers({ toFake: ["Date"] });
    for (let n = 0; n < 12; n++) {
      await filesOf("previews/flood").preview({ channel: "previews/flood", user: "a", cid: "a", url: `${NEWS}/${n}` });
    }
    await expect.poll(() => pagesOf("previews/flood")).toHaveLength(10);
    expect(asked()).toHaveLength(10);
  });
});

it.each([
  "https://example.com/",
  "http://example.com:80/",
  "http://example.com:443/",
  "https://1.example.com/a",
  "https://localhost.example.com/",
  "https://münchen.example/",
  "https://example.com./",
])("W38 %s is a public address", (address) => expect(isPublicAddress(new URL(address), [])).toBe(true));

it.each([
  "http://127.0.0.1/",
  "http://127.1/",
  "http://127.0.0.1./",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.0.0.1/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://0/",
  "http://１２７.０.０.１/",
  "http://①②⑦.0.0.1/",
  "http://127。0。0。1/",
  "http://%31%32%37.0.0.1/",
  "http://10.0.0.1/",
  "http://169.254.169.254/",
  "http://8.8.8.8/",
  "http://[::1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[0:0:0:0:0:ffff:7f00:1]/",
  "http://[2606:4700::1111]/",
  "http://localhost/",
  "http://LOCALHOST/",
  "http://localhost./",
  "http://localhost../",
  "http://a.localhost/",
  "http://printer.local/",
  "http://printer.local./",
  "http://metadata.google.internal/",
  "http://intranet/",
  "http://1.0.0.127.in-addr.arpa/",
  "https://example.com:8443/",
  "https://example.com:22/",
  "https://user@example.com/",
  "https://:password@example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
  "data:text/html,x",
  "javascript:1",
])("W38 %s is no public address", (address) => expect(isPublicAddress(new URL(address), ["other.test:1"])).toBe(false));

it("W38 the variable PREVIEW_HOSTS adds hosts with their ports, for http alone", () => {
  const isPublic = (address: string) => isPublicAddress(new URL(address), ["127.0.0.1:8000", "a.local"]);
  expect(["http://127.0.0.1:8000/", "https://a.local/", "http://0x7f.1:8000/x"].map(isPublic)).toEqual([true, true, true]);
  expect(["http://127.0.0.1:8001/", "http://127.0.0.1/", "http://a.local:81/", "ftp://a.local/"].map(isPublic)).toEqual(
    [false, false, false, false], // prettier-ignore
  );
});

describe("W38 previews cost nothing", () => {
  /** Sends a link, and expects that the channel has called nobody. */
  async function expectNothing(channel: string, peer: TestPeer, event = { cid: crypto.randomUUID(), text: NEWS }): Promise<void> {
    const called = vi.spyOn(bindings.FILE_STORE, "getByName");
    sites.set(NEWS, html(pageOf("News")));
    peer.send({ t: "chat", d: event });
    while ((await peer.nextOf("chat")).d.cid !== event.cid);
    await scheduler.wait(50);
    expect(called).not.toHaveBeenCalled();
    called.mockRestore();
    expect(asked()).toEqual([]);
    expect(await pagesOf(channel)).toEqual([]);
  }

  it.each([undefined, "off", "", "1"])("while PREVIEWS is %j", async (value) => {
    if (value === undefined) delete bindings.PREVIEWS;
    else bindings.PREVIEWS = value;
    const channel = `previews/off/x${value}`;
    const [ada] = await startedChannel(channel);
    await expectNothing(channel, ada);
  });

  it("while the channel's setting is off, which moderators may set", async () => {
    const [ada, ben] = await startedChannel("previews/setting");
    expect(await errorOf(ben, { t: "set", d: { previews: "off" } })).toEqual(["forbidden", "not_staff"]);
    expect(await errorOf(ada, { t: "set", d: { previews: "no" } })).toEqual(["invalid", undefined]);
    await ada.ask({ t: "role", d: { user: ben.you.id, role: "moderator" } });
    const { d } = (await ben.ask({ t: "set", d: { previews: "off" } })) as { d: object };
    expect(d).not.toHaveProperty("code");
    await expectNothing("previews/setting", ada);
    await ada.ask({ t: "set", d: { previews: "on" } });
    expect((await previewed(ada, NEWS)).preview.title).toBe("News");
  });

  it("for a message whose author wants none, also if it is edited so", async () => {
    const [ada] = await startedChannel("previews/person");
    await expectNothing("previews/person", ada, { cid: "mine", text: NEWS, preview: false } as never);
    const { id } = await ada.sendMessage("no link");
    ada.send({ t: "edit", d: { id, text: NEWS, preview: false } });
    expect((await ada.nextOf("chat")).d).toMatchObject({ id, text: NEWS });
    await scheduler.wait(50);
    expect(asked()).toEqual([]);
  });

  it("for a message without a link, and for one that is sent again", async () => {
    const [ada] = await startedChannel("previews/without");
    await expectNothing("previews/without", ada, { cid: "plain", text: "No link: notes.md" });
    bindings.PREVIEWS = "off";
    await expectNothing("previews/without", ada, { cid: "again", text: NEWS });
    bindings.PREVIEWS = "on";
    await expectNothing("previews/without", ada, { cid: "again", text: NEWS });
  });
});

describe("W38 a preview goes", () => {
  async function shared(channel: string) {
    sites.set(NEWS, html(withPicture)).set(PICTURE, picture(PNG));
    const [ada, ben] = await startedChannel(channel);
    const message = await previewed(ben, `Look: ${NEWS}`);
    expect(await statusOf(channel, message.preview)).toBe(200);
    return { ada, ben, message, status: () => statusOf(channel, message.preview) };
  }

  it("with the link that an edit removes; another link brings another preview", async () => {
    const { ben, message, status } = await shared("previews/edited");
    const edit = async (text: string) => {
      ben.send({ t: "edit", d: { id: message.id, text } });
      return (await ben.nextOf("chat")).d;
    };
    expect((await edit(`Look again: ${NEWS}`)).preview).toEqual(message.preview);
    expect((await edit(`Look: \`${NEWS}\``)).preview).toBeUndefined();
    await expect.poll(status).toBe(404);
    expect(await storedIn("previews/edited")).toEqual([]);
    sites.set("https://other.example.com/", html(pageOf("Other")));
    expect((await edit("https://other.example.com/")).preview).toBeUndefined();
    expect((await withPreview(ben, message.id)).preview).toEqual({
      url: "https://other.example.com/",
      title: "Other",
      description: "",
    });
  });

  it("with the message that its author deletes", async () => {
    const { ben, message, status } = await shared("previews/deleted");
    ben.send({ t: "delete", d: { id: message.id } });
    const { d } = await ben.nextOf("chat");
    expect([d.deleted, d.preview]).toEqual([true, undefined]);
    await expect.poll(status).toBe(404);
    expect(await storedIn("previews/deleted")).toEqual([]);
  });

  it("for a time with a message that staff remove, and comes back with it", async () => {
    const { ada, ben, message, status } = await shared("previews/removed");
    ada.send({ t: "delete", d: { id: message.id } });
    expect((await ben.nextOf("chat")).d).toMatchObject({ removed: true });
    await expect.poll(status).toBe(404);
    await ada.ask({ t: "restore", d: { id: message.id } });
    expect((await ben.nextOf("chat")).d.preview).toEqual(message.preview);
    await expect.poll(status).toBe(200);
    await ada.ask({ t: "purge", d: { user: ben.you.id, since: 0 } });
    expect((await ben.nextOf("chat")).d.preview).toBeUndefined();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 25 * 3_600_000 });
    await runDurableObjectAlarm(channelOf("previews/removed"));
    await expect.poll(() => storedIn("previews/removed")).toEqual([]);
  });

  it("if its message was deleted or edited while it was fetched: then its picture goes, too", async () => {
    const site = { isThere: false };
    const [ada, ben] = await startedChannel("previews/raced");
    await makeKnown("previews/raced", ada, ben);
    sites.set(NEWS, html(withPicture));
    const pull = async (controller: ReadableStreamDefaultController) => {
      while (!site.isThere) await scheduler.wait(10);
      controller.enqueue(PNG);
      controller.close();
    };
    sites.set(PICTURE, (signal) => picture(new ReadableStream({ pull }))(signal));
    const [one, two] = [await ben.sendMessage(NEWS), await ben.sendMessage(NEWS)];
    ben.send({ t: "delete", d: { id: one.id } });
    ben.send({ t: "edit", d: { id: two.id, text: "no link" } });
    await ben.nextOf("chat");
    await ben.nextOf("chat");
    await evict("previews/raced");
    site.isThere = true;
    await expectNone("previews/raced");
    await expect.poll(() => storedIn("previews/raced")).toEqual([]);
  });

  it("without its picture if the channel has no room for that any more", async () => {
    const { ben, message } = await shared("previews/full");
    const { image, ...rest } = message.preview;
    await channelOf("previews/full").filesAreGone([{ user: ben.you.id, cid: message.cid, id: image!.id }]);
    expect((await ben.nextOf("chat")).d.preview).toEqual(rest);
  });
});

it("W38 the picture of a private channel is for its members", async () => {
  sites.set(NEWS, html(withPicture)).set(PICTURE, picture(PNG));
  const [ada, ben] = await startedChannel("previews/members");
  await ada.ask({ t: "set", d: { read: "members" } });
  const { preview } = await previewed(ada, NEWS);
  expect([await statusOf("previews/members", preview), await statusOf("previews/members", preview, ben.cookie)]).toEqual([
    403, 200,
  ]);
});
