/** The conversation on paper. */
import { expect, it } from "vitest";
import { numbered } from "./support/program";
import { setupSite } from "./support/site";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

it("printed are all loaded messages, black on white, and nothing else", async () => {
  using ben = await Writer.in(site.url, "printed", "Ben");
  await ben.sends(...numbered(1, 150));
  const ada = await site.visitor();
  await ada.opens("/printed");
  await ada.page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await ada.hasLoaded("when-idle");
  await ada.readsAll();
  const pages = (await ada.page.pdf()).toString("latin1").match(/\/Type \/Page\b/g)!.length;
  await ada.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect((await ada.texts()).length).toBe(150);
  await ada.page.emulateMedia({ media: "print" });
  for (const selector of [".side-bar", ".writing", ".drawer-button", ".head button", ".to-end", ".actions"])
    expect([selector, await ada.page.locator(selector).first().isVisible()]).toEqual([selector, false]);
  for (const text of ["message 1", "message 150"]) expect(await ada.page.getByText(text, { exact: true }).isVisible()).toBe(true);
  const { color, height, full } = await ada.page.evaluate(() => ({
    color: getComputedStyle(document.querySelector(".text")!).color,
    height: document.querySelector(".scroller")!.clientHeight,
    full: document.documentElement.scrollHeight,
  }));
  expect(color).toBe("rgb(0, 0, 0)");
  expect(full).toBeGreaterThanOrEqual(height);
  expect(pages).toBeGreaterThan(3);
  await ada.page.emulateMedia({ media: "screen" });
  await ada.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect.poll(async () => (await ada.texts()).length).toBeLessThan(150);
});
