/** The first impression: the lobby, an empty channel, a link preview, an installed app. */
import { expect, it } from "vitest";
import { setupSite } from "./support/site";

const site = setupSite();
const { visitor } = site;

it.each([
  [1280, 800],
  [390, 844],
])("the lobby explains itself before any script; dismissed, the welcome stays away, at %i pixels", async (width, height) => {
  const [reader, ada] = await Promise.all([visitor({ width, height, javaScriptEnabled: false }), visitor({ width, height })]);
  await reader.page.goto(site.url);
  expect(await reader.page.locator(".welcome").innerText()).toContain("Every path is a channel");

  await ada.watchesShifts();
  await ada.opens("/");
  expect(await ada.shifts()).toBeLessThan(0.02);
  expect(await ada.page.getByLabel("Message to lobby").isVisible()).toBe(true);
  await ada.page.getByRole("button", { name: "Dismiss this welcome" }).click();
  expect(await ada.page.locator(".welcome").count()).toBe(0);
  const again = await ada.page.reload();
  expect(await again!.text()).not.toContain("Every path is a channel");
  expect(ada.console).toEqual([]);
});

it("an empty channel explains how to begin, and copies its link", async () => {
  const ada = await visitor();
  await ada.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await ada.opens("/caf%C3%A9");
  await ada.page.getByText("No messages yet").waitFor();
  await ada.page.getByRole("button", { name: "Copy link", exact: true }).click();
  await ada.page.getByText("Link copied").waitFor();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}/caf%C3%A9`);
});

it("a link preview has title, description and an absolute picture; search engines may list the lobby, but no channel", async () => {
  const head = async (path: string) => {
    const html = await (await fetch(site.url + path)).text();
    const content = (name: string) => new RegExp(`<meta[^>]*(?:name|property)="${name}"[^>]*content="([^"]*)"`).exec(html)?.[1];
    return { title: /<title[^>]*>([^<]*)/.exec(html)?.[1], content };
  };
  const [lobby, design] = await Promise.all([head("/"), head("/team/design")]);
  expect([design.title, design.content("og:title")]).toEqual(["team/design · Edgewise", "team/design · Edgewise"]);
  expect(design.content("og:url")).toBe(`${site.url}/team/design`);
  expect(design.content("description")).toContain("every path is a channel");
  expect([lobby.content("robots"), design.content("robots")]).toEqual([undefined, "noindex"]);
  const image = await fetch(lobby.content("og:image")!);
  expect([image.status, image.headers.get("Content-Type")]).toEqual([200, "image/png"]);
});

it("the app can be installed: the manifest's icons exist in the sizes that it names", async () => {
  const ada = await visitor();
  await ada.opens("/");
  const path = await ada.page.locator("link[rel=manifest]").getAttribute("href");
  const response = await fetch(site.url + path!);
  const { name, start_url, display, icons } = (await response.json()) as {
    name: string;
    start_url: string;
    display: string;
    icons: { src: string; sizes: string }[];
  };
  expect([name, start_url, display]).toEqual(["Edgewise", "/", "standalone"]);
  const decodedSize = (src: string) =>
    ada.page.evaluate(async (src) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
  const isScalable = ({ sizes }: { sizes: string }) => sizes === "any";
  for (const { src } of [...icons.filter(isScalable), { src: "/favicon-unread.svg" }])
    expect(await decodedSize(src), src).toMatch(/^[1-9]\d*x[1-9]\d*$/);
  const pictures = [...icons.filter((icon) => !isScalable(icon)), { src: "/apple-touch-icon.png", sizes: "180x180" }];
  expect(pictures.length).toBeGreaterThan(1);
  for (const { src, sizes } of pictures) expect([src, await decodedSize(src)]).toEqual([src, sizes]);
});
