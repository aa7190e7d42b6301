/** Previews of links on the page (W38). The linked site is a server on this machine. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { startEdgewise } from "./support/edgewise";
import { setupSite } from "./support/site";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** What the linked site was asked for. */
const requests: { path: string; cookie: string | undefined }[] = [];
const server = createServer(({ url = "", headers }, response) => {
  requests.push({ path: url, cookie: headers.cookie });
  if (url === "/slow") return; // never answers
  if (url === "/moved") return void response.writeHead(302, { Location: "/" }).end();
  if (url === "/private") return void response.writeHead(302, { Location: `http://localhost:${port}/` }).end();
  if (url.endsWith(".png")) return void response.writeHead(200, { "Content-Type": "image/png" }).end(PNG);
  response.writeHead(200, { "Content-Type": "text/html", "Set-Cookie": "tracked=1" }).end(
    `<title>A &lt;b>calm&lt;/b> page</title><meta property="og:image" content="/a.png">
     <meta name="description" content="What it is about, in two lines at most.">`,
  );
}).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
const NEWS = `http://127.0.0.1:${port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const site = setupSite({ vars: { PREVIEWS: "on", PREVIEW_HOSTS: `127.0.0.1:${port}`, LIMITS_SCALE: 1000 } });

it("W38 the card of a link appears for everyone, and is in the server's page; the person's switch hides it and asks for none", async () => {
  const [ada, ben] = [await site.visitor(), await site.visitor()];
  await ada.opens("/previews/card");
  await ben.opens("/previews/card");
  await ada.sends(`Look: ${NEWS}/moved`);
  for (const { page } of [ada, ben]) {
    const card = page.locator(".link-preview");
    await card.getByRole("link", { name: "A <b>calm</b> page" }).waitFor();
    expect(await card.innerText()).toContain(`127.0.0.1:${port}`);
    expect(await card.innerText()).toContain("What it is about, in two lines at most.");
    const link = card.getByRole("link");
    expect(await link.getAttribute("href")).toBe(`${NEWS}/moved`);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow ugc");
    const picture = card.locator("img");
    expect(await picture.getAttribute("src")).toMatch(/^\/_file\/previews\/card\/[\w-]{22}\/preview$/);
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  }
  expect(requests).toEqual(["/moved", "/", "/a.png"].map((path) => ({ path, cookie: undefined })));

  const html = await (await fetch(`${site.url}/previews/card`)).text();
  expect(html).toContain("A &lt;b>calm&lt;/b> page");
  await ben.page.reload();
  await ben.hasLoaded("LinkPreview");
  await expect.poll(() => ben.page.locator(".link-preview [data-hk]").count()).toBe(0); // the page's own card, in place of the server's
  expect(await ben.page.locator(".link-preview").getByRole("link").count()).toBe(1);

  await ben.page.getByRole("button", { name: "Settings" }).click();
  await ben.page.getByLabel("Show previews of links").uncheck();
  await ben.page.keyboard.press("Escape");
  await ben.page.locator(".link-preview").waitFor({ state: "hidden" });
  await ben.sends(`Mine: ${NEWS}/mine`);
  await ada.sees("Mine:");
  await ben.page.reload();
  await ben.isOnline();
  expect(await ben.page.locator(".link-preview").isVisible()).toBe(false);
  expect(requests.some(({ path }) => path === "/mine")).toBe(false);
  expect(ada.page.console).toEqual([]);
  expect(ben.page.console).toEqual([]);
});

it("W38 the card has the same height before its picture and its component are there, so that nothing moves", async () => {
  const ada = await site.visitor();
  await ada.opens("/previews/height");
  await ada.sends(`${NEWS}/`);
  await ada.page.locator(".link-preview img").waitFor();
  const loaded = (await ada.page.locator(".link-preview").boundingBox())!;
  const plain = await site.visitor({ javaScriptEnabled: false });
  await plain.visits("/previews/height");
  const rendered = (await plain.page.locator(".link-preview").boundingBox())!;
  expect(rendered.height).toBe(loaded.height);
  await plain.page.locator(".link-preview").getByRole("link", { name: "A <b>calm</b> page" }).waitFor();
});

it("W38 a page that never answers, or leads to a private address, has no card", async () => {
  const ada = await site.visitor();
  await ada.opens("/previews/none");
  await ada.sends(`${NEWS}/slow`);
  await ada.sends(`${NEWS}/private`);
  await ada.sends(`${NEWS}/`);
  await ada.page.locator(".link-preview").waitFor();
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  expect(await ada.page.locator(".link-preview").count()).toBe(1);
});

it("W38 no link is fetched, and no switch is shown, unless the deployer has switched previews on", async () => {
  await using edgewise = await startEdgewise({ vars: { PREVIEW_HOSTS: `127.0.0.1:${port}` } });
  const ada = await site.visitor();
  await ada.page.goto(`${edgewise.url}/previews/off`);
  await ada.isOnline();
  const before = requests.length;
  await ada.sends(`${NEWS}/off`);
  await ada.opensPanel("settings");
  await ada.page.getByLabel(ada.words.staff.settings.files.title).waitFor();
  expect(await ada.page.getByLabel(ada.words.staff.settings.previews.title).count()).toBe(0);
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("button", { name: ada.words.settings.title }).click();
  await ada.page.getByLabel(ada.words.settings.sounds).waitFor();
  expect(await ada.page.getByLabel(ada.words.settings.previews).count()).toBe(0);
  expect(requests.length).toBe(before);
});
