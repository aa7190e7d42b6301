/** The search of a channel (W33), in the browser. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { STORAGE_KEYS } from "../../src/ui/stored";
import type { Visitor } from "./support/people";
import { say } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite({ vars: { LIMITS_SCALE: 10_000 } });

const opensSearch = ({ page, words }: Visitor) => page.getByRole("button", { name: words.search.title }).click();

it.each(Object.entries(WINDOWS))("%s, W33 a message far back is found, opened, and left again", async (name, size) => {
  const channel = `search/${name}`;
  await say(site.url, channel, ["The *needle* is here.", ...Array.from({ length: 400 }, (_, index) => `hay ${index}`)]);
  const ada = await site.visitor(size);
  await ada.opens(`/${channel}`);
  await opensSearch(ada);
  await ada.page.keyboard.type("NEED");
  await ada.page.keyboard.press("Enter");
  const result = ada.page.locator(".search-found li");
  await result.waitFor();
  expect(await result.locator("mark").allInnerTexts()).toEqual(["needle"]);
  await result.getByRole("link").click();
  await ada.page.locator(".message.linked", { hasText: "needle" }).waitFor();
  expect(await ada.page.locator(".search-panel").count()).toBe(0);
  await ada.page.goBack();
  await ada.sees("hay 399");
  await opensSearch(ada);
  await result.waitFor(); // what was found is still there
  await ada.page.keyboard.press("Escape");
  await ada.page.locator(".search-panel").waitFor({ state: "detached" });
  expect(ada.console).toEqual([]);
});

it("W33 Ctrl+F opens the search, and the second time leaves the key to the browser", async () => {
  await say(
    site.url,
    "search/key",
    Array.from({ length: 30 }, (_, index) => `word ${index}`),
  );
  const ada = await site.visitor();
  await ada.opens("/search/key");
  await ada.page.getByRole("button", { name: ada.words.search.title }).waitFor();
  await ada.page.evaluate(() => {
    const left: boolean[] = [];
    Object.assign(globalThis, { left });
    window.addEventListener("keydown", (event) => event.key === "f" && left.push(!event.defaultPrevented));
  });
  await ada.page.keyboard.press("Control+f");
  await ada.page.getByRole("searchbox").fill("word");
  await ada.page.keyboard.press("Enter");
  await ada.page.getByText(ada.words.search.found(20, true)).waitFor();
  await ada.page.getByRole("button", { name: ada.words.search.more }).click();
  await ada.page.getByText(ada.words.search.found(30, false)).waitFor();
  await ada.page.keyboard.press("Control+f");
  expect(await ada.page.evaluate(() => (globalThis as unknown as { left: boolean[] }).left)).toEqual([false, true]);
});

it("W33 a search that is refused says why, and one without words finds nothing", async () => {
  const ada = await site.visitor();
  await ada.opens("/search/refused");
  await opensSearch(ada);
  await ada.page.getByRole("searchbox").fill("…");
  await ada.page.keyboard.press("Enter");
  await ada.page.getByText(ada.words.search.found(0, false)).waitFor();
  await ada.page.context().setOffline(true);
  await ada.isOffline();
  await ada.page.keyboard.press("Enter");
  await ada.page.locator(".search-result", { hasText: ada.words.reasons.no_answer }).waitFor();
});

it("a date leads to its first message", async () => {
  await say(
    site.url,
    "search/date",
    Array.from({ length: 120 }, (_, index) => `word ${index}`),
  );
  const ada = await site.visitor();
  await ada.opens("/search/date");
  await opensSearch(ada);
  await ada.page.getByLabel(ada.words.search.date).fill("2020-01-31");
  await ada.page.getByRole("button", { name: ada.words.search.date }).click();
  await ada.page.locator(".message.linked", { hasText: "word 0" }).waitFor();
  expect(new URL(ada.page.url()).search).toBe("?m=1");
});

it.each(Object.entries(WINDOWS))(
  "%s, W33 the side bar finds a message in any visited channel, and opens it",
  async (name, size) => {
    const [far, near] = [`search/far/${name}`, `search/near/${name}`];
    await say(site.url, far, ["A *needle* here.", ...Array.from({ length: 7 }, (_, index) => `needle ${index}`)]);
    await say(site.url, near, ["No hay."]);
    const ada = await site.visitor(size);
    await ada.opens(`/${far}`);
    await ada.opens(`/${near}`);
    const drawer = ada.page.locator(".drawer-button");
    if (await drawer.isVisible()) await drawer.click();
    await ada.page.getByRole("button", { name: ada.words.search.visited.title }).click();
    await ada.page.keyboard.type("NEED");
    await ada.page.keyboard.press("Enter");
    await ada.page.getByText(ada.words.search.visited.found(1)).waitFor();
    const results = ada.page.locator(".found-message");
    expect(await results.locator("mark").allInnerTexts()).toEqual(Array.from({ length: 5 }, () => "needle"));
    await ada.page.getByRole("button", { name: ada.words.search.more }).click();
    await results.nth(7).getByRole("link").click();
    await ada.page.locator(".message.linked", { hasText: "A needle here." }).waitFor();
    expect(new URL(ada.page.url()).pathname).toBe(`/${far}`);
    expect(await ada.page.locator("dialog[open]").count()).toBe(0);
    expect(ada.console).toEqual([]);
  },
);

it("W33 more than 20 visited channels are searched in turns; offline, the panel says so and can try again", async () => {
  const channels = Array.from({ length: 25 }, (_, index) => `search/turns/${index}`);
  for (const channel of channels) await say(site.url, channel, ["One needle."]);
  const ada = await site.visitor();
  await ada.opens(`/${channels[0]}`);
  await ada.page.evaluate(
    ([key, names]) => localStorage.setItem(key, JSON.stringify(names.map((name, at) => ({ name, at, pinned: false })))),
    [STORAGE_KEYS.visited, channels] as const,
  );
  await ada.page.reload();
  await ada.page.getByRole("button", { name: ada.words.search.visited.title }).click();
  await ada.page.keyboard.type("needle");
  await ada.page.context().setOffline(true);
  await ada.page.keyboard.press("Enter");
  await ada.page.locator(".search-result", { hasText: ada.words.reasons.no_answer }).waitFor();
  await ada.page.context().setOffline(false);
  await ada.page.keyboard.press("Enter");
  await ada.page.getByText(ada.words.search.visited.found(20)).waitFor();
  await ada.page.getByRole("button", { name: ada.words.search.visited.rest(5) }).click();
  await ada.page.getByText(ada.words.search.visited.found(25)).waitFor();
});

it("W34 the history is taken along from the panel of the search", async () => {
  await say(site.url, "search/export", ["Something to keep."]);
  const ada = await site.visitor();
  await ada.opens("/search/export");
  await opensSearch(ada);
  const [download] = await Promise.all([
    ada.page.waitForEvent("download"),
    ada.page.getByRole("link", { name: ada.words.exportLinks.json }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("search-export.ndjson");
  expect(await readFile(await download.path(), "utf8")).toContain("Something to keep.");
});
