/** Previews of links: when a page is fetched, and when nothing is (W38). */
import { runDurableObjectAlarm } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { bindings, type TestPeer } from "./support/peer";
import {
  asked,
  expectNone,
  filesOf,
  html,
  NEWS,
  pageOf,
  pagesOf,
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
import { errorOf, startedChannel } from "./support/staff";
import { evict, makeKnown } from "./support/stored";

useSites();

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
    requests.length = 0;
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
