/** Previews of links: what they are, and what becomes of them (W38). */
import { runDurableObjectAlarm } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { bindings, fetchPath, join } from "./support/peer";
import {
  type Answer,
  asked,
  expectNone,
  html,
  NEWS,
  pageOf,
  PICTURE,
  picture,
  PNG,
  previewed,
  redirect,
  requests,
  sites,
  statusOf,
  storedIn,
  useSites,
  withPicture,
  withPreview,
} from "./support/sites";
import { startedChannel } from "./support/staff";
import { channelOf, evict, makeKnown } from "./support/stored";

useSites();

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
