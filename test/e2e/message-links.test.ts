/** The address of a message opens the channel there (W32), with and without JavaScript; from there, the list goes on at both ends. */
import { once } from "node:events";
import { expect, it } from "vitest";
import { Owner } from "./support/owner";
import type { Visitor } from "./support/people";
import { heard, say } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite({ vars: { LIMITS_SCALE: 10_000 } });

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `message ${index + 1}`);

/** Whether the middle of the window shows the message with this text. */
function isInView(ada: Visitor, text: string): Promise<boolean> {
  return ada.page.getByText(text, { exact: true }).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const view = document.querySelector(".scroller")!.getBoundingClientRect();
    return top >= view.top && bottom <= view.bottom;
  });
}

/**
 * Scrolls by `step` pixels at a time until the message with this text is in the page. Returns by how many pixels a message has moved
 * at most that should have moved with the scroll, or not at all.
 */
function scrollsUntil(who: Visitor, text: string, step: number): Promise<number> {
  return who.page.locator(".scroller").evaluate(
    async (scroller, { text, step }) => {
      const shown = () => [...scroller.querySelectorAll<HTMLElement>(".message")];
      const tops = () => new Map(shown().map((row) => [row.dataset.id, row.getBoundingClientRect().top]));
      const isThere = () => shown().some((row) => row.querySelector(".text")?.textContent === text);
      let worst = 0;
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      /** Compares with where the rows were before, once they rest. At the end of the loaded messages, the list moves less than it is scrolled. */
      const look = async (before: Map<string | undefined, number>, scrolled: number) => {
        for (let last = ""; last !== (last = JSON.stringify([...tops()]));) await frame();
        for (const [id, top] of tops()) {
          const move = top - (before.get(id) ?? top);
          worst = Math.max(worst, move - Math.max(0, -scrolled), Math.min(0, -scrolled) - move);
        }
        return tops();
      };
      for (let before = tops(); !isThere();) {
        scroller.scrollBy({ top: step });
        before = await look(before, step);
        before = await look(before, 0); // what is loaded or measured meanwhile moves nothing
      }
      return worst;
    },
    { text, step },
  );
}

it.each(Object.entries(WINDOWS))("%s, W32 a link opens at its message, and scrolling leads to both ends", async (name, size) => {
  const channel = `linked/${name}`;
  await say(site.url, channel, numbered(1_000));
  const ada = await site.visitor(size);
  await ada.opens(`/${channel}?m=500`);
  await expect.poll(() => isInView(ada, "message 500")).toBe(true);
  expect(await ada.page.locator(".message.linked").innerText()).toContain("message 500");
  const scroller = ada.page.locator(".scroller");
  const goesTo = async (text: string, top: number) => {
    const found = ada.page.getByText(text, { exact: true });
    await expect
      .poll(async () => {
        await scroller.evaluate((element, top) => element.scrollBy({ top }), top);
        return found.isVisible();
      })
      .toBe(true);
  };
  await goesTo("message 1", -600);
  await goesTo("message 1000", 600);
  expect(ada.console).toEqual([]);
});

it("W31 W32 with 20,000 messages, the first one's link opens there, also without JavaScript; the list scrolls without a jump, and back to the newest", async () => {
  const channel = "linked/long";
  const all = numbered(20_000);
  // In parts: who sends all at once reads so many echoes too slowly, on a busy machine, and is closed (W15)
  for (let at = 0; at < all.length; at += 1_000) await say(site.url, channel, all.slice(at, at + 1_000));
  const ada = await site.visitor();
  await ada.opens(`/${channel}?m=1`);
  await expect.poll(() => isInView(ada, "message 1")).toBe(true);
  await ada.hasLoaded("when-idle");
  await ada.listRests();
  expect(await scrollsUntil(ada, "message 500", 300)).toBeLessThan(1);
  expect(await scrollsUntil(ada, "message 1", -300)).toBeLessThan(1);
  await ada.page.locator(".to-end").click();
  await expect.poll(() => isInView(ada, "message 20000")).toBe(true);
  expect(new URL(ada.page.url()).search).toBe("");

  const reader = await site.visitor({ javaScriptEnabled: false });
  await reader.page.goto(`${site.url}/${channel}?m=1`);
  expect(await reader.texts()).toEqual(numbered(50));
  expect(await reader.page.locator(".message.linked .text").allInnerTexts()).toEqual(["message 1"]);
  await reader.page.mouse.move(640, 400);
  await reader.page.mouse.wheel(0, 100_000);
  await expect
    .poll(() => reader.page.getByText("message 50", { exact: true }).boundingBox())
    .toMatchObject({ y: expect.toSatisfy((y: number) => y < WINDOWS.wide.height) });
  expect(ada.console).toEqual([]);
});

it("W32 live messages do not move a reader in the past, and the newest are one click away", async () => {
  await say(site.url, "past/live", numbered(300));
  const ada = await site.visitor();
  await ada.opens("/past/live?m=10");
  await expect.poll(() => isInView(ada, "message 10")).toBe(true);
  await ada.hasLoaded("when-idle");
  const top = () => ada.page.getByText("message 10", { exact: true }).evaluate((element) => element.getBoundingClientRect().top);
  await ada.page.waitForLoadState("networkidle");
  const before = await top();
  await say(site.url, "past/live", ["something new"]);
  await ada.page.getByRole("button", { name: ada.words.jumpToLatest.label(1) }).waitFor();
  expect(Math.abs((await top()) - before)).toBeLessThan(1);
  expect(await ada.page.getByText("something new").count()).toBe(0);
  await ada.page.getByRole("button", { name: ada.words.jumpToLatest.label(1) }).click();
  await ada.sees("something new");
  expect(new URL(ada.page.url()).search).toBe("");
  await ada.page.goBack();
  await expect.poll(() => isInView(ada, "message 10")).toBe(true);
});

it("W32 without JavaScript the page opens at the linked message", async () => {
  await say(site.url, "linked/plain", numbered(300));
  const reader = await site.visitor({ javaScriptEnabled: false });
  await reader.page.goto(`${site.url}/linked/plain?m=120`);
  const linked = reader.page.locator(".message.linked[aria-current=true]");
  expect(await linked.innerText()).toContain("message 120");
  const [row, view] = await Promise.all([linked.boundingBox(), reader.page.locator(".scroller").boundingBox()]);
  expect(row!.y).toBeGreaterThanOrEqual(view!.y);
  expect(row!.y + row!.height).toBeLessThanOrEqual(view!.y + view!.height);
  expect((await reader.texts()).length).toBe(50);
});

it("W32 a message's time is its link: a click marks it, and Back returns to where one was", async () => {
  await say(site.url, "linked/time", numbered(200));
  const ada = await site.visitor();
  await ada.opens("/linked/time");
  await ada.hasLoaded("when-idle");
  const row = ada.message("message 190");
  await row.hover();
  await row.locator("a.at").click();
  await expect.poll(() => new URL(ada.page.url()).search).toBe("?m=190");
  await ada.page.locator(".message.linked[aria-current=true]", { hasText: "message 190" }).waitFor();
  await ada.page.goBack();
  await ada.page.locator(".message.linked").waitFor({ state: "detached" });
  await ada.sees("message 200");
});

it("W32 a message that is gone is said to be, and its surroundings are shown", async () => {
  await say(site.url, "linked/gone", numbered(60));
  const ada = await site.visitor();
  await ada.opens("/linked/gone?m=999");
  await ada.page.getByText(ada.words.jump.gone).waitFor();
  expect(await ada.page.getByText("message 60", { exact: true }).isVisible()).toBe(true);
});

it.each(["0", "-1", "1e3", "abc", "99999999999999999999", "1&m=2", ""])("W32 ?m=%s is harmless", async (m) => {
  await say(site.url, `linked/odd-${encodeURIComponent(m).length}`, numbered(3));
  const response = await fetch(`${site.url}/linked/odd-${encodeURIComponent(m).length}?m=${m}`);
  expect([response.status, (await response.text()).includes("message 3")]).toEqual([200, true]);
});

it("W32 a public message has its preview in the head of the page; a private one has none, and no outsider reads it", async () => {
  const owner = await Owner.of(site.url, "linked/head", `A *bold* “quote" & <b>more</b> ${"word ".repeat(80)}`);
  const head = async (cookie?: string) => {
    const html = await (await fetch(`${site.url}/linked/head?m=1`, { headers: cookie ? { cookie } : {} })).text();
    const [title, description, address] = ["title", "description", "url"].map(
      (name) => new RegExp(`og:${name}" content="([^"]*)"`).exec(html)?.[1],
    );
    return { title, description, address, html };
  };
  const { title, description, address } = await head();
  expect([title, address]).toEqual([expect.stringContaining("linked/head · Edgewise"), `${site.url}/linked/head?m=1`]);
  expect(description).toMatch(/^A bold “quote&quot; &amp; <b>more<\/b> word .*word w…$/);
  await owner.does({ t: "set", d: { read: "members" } });
  const hidden = await head();
  expect([hidden.title, hidden.description, hidden.html.includes("bold")]).toEqual([undefined, undefined, false]);
});

it("W32 W37 the preview of a message without a text has the names of its files", async () => {
  const page = await fetch(`${site.url}/linked/file`);
  const cookie = page.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const upload = await fetch(`${site.url}/api/files/linked/file`, {
    method: "POST",
    headers: { cookie, origin: site.url, "X-Name": "minutes.pdf" },
    body: "%PDF-1.7",
  });
  const { id } = (await upload.json()) as { id: string };
  const socket = new WebSocket(`${site.url.replace("http", "ws")}/_ws/linked/file`, { headers: { cookie } } as never);
  await once(socket, "message");
  const said = heard(socket, "minutes.pdf");
  socket.send(JSON.stringify({ t: "chat", d: { cid: "1", text: "", files: [id] } }));
  await said;
  socket.close();
  expect(await (await fetch(`${site.url}/linked/file?m=1`)).text()).toContain('og:description" content="minutes.pdf"');
});
