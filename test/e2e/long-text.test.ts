/** A long text is folded: it takes no more than its share of the screen until a reader wants it all. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { numbered } from "./support/program";
import { setupSite } from "./support/site";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

describe("a long text is folded", () => {
  const lines = Array.from({ length: 1_999 }, (_, i) => `${i % 10}`);
  const heightOf = (who: Visitor, text: string) => who.message(text).evaluate((row) => row.getBoundingClientRect().height);

  it.each([
    ["lines", lines.join("\n")],
    [
      "a list",
      lines
        .slice(0, 900)
        .map((line) => `- ${line}`)
        .join("\n"),
    ],
    [
      "a quote",
      lines
        .slice(0, 900)
        .map((line) => `> ${line}`)
        .join("\n"),
    ],
    ["code", `\`\`\`\n${lines.slice(0, 1_900).join("\n")}\n\`\`\``],
    ["one long line", "long ".repeat(790)],
  ])("%s: also on the server's page, and without JavaScript it scrolls", async (what, text) => {
    const path = `folded-${what.replaceAll(" ", "-")}`;
    using ben = await Writer.in(site.url, path, "Ben");
    await ben.sends(text, "the end");
    const reader = await site.visitor({ javaScriptEnabled: false, width: 390 });
    await reader.visits(`/${path}`);
    const fold = reader.page.locator(".fold");
    const { height, scrolls } = await fold.evaluate((element) => ({
      height: element.clientHeight,
      scrolls: getComputedStyle(element).overflowY === "auto" && element.scrollHeight > element.clientHeight,
    }));
    expect(height).toBeLessThan(500);
    expect(scrolls).toBe(true);
    expect(await reader.page.getByText("Show all").count()).toBe(1); // hidden: no script would answer
    expect(await reader.page.getByText("Show all").isVisible()).toBe(false);
  });

  it("the button shows all of it where the reader is, by keyboard too; it stays unfolded after an edit and away from the screen", async () => {
    using ben = await Writer.in(site.url, "unfolded", "Ben");
    await ben.sends(...numbered(1, 40));
    const id = await ben.sends(lines.join("\n"));
    const ada = await site.visitor({ width: 390 });
    await ada.opens("/unfolded");
    const row = ada.page.locator(`[data-id="${id}"]`);
    const button = row.getByRole("button", { name: "Show all" });
    expect(await button.getAttribute("aria-expanded")).toBe("false");
    const place = () => row.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    await ada.hasLoaded("MessageActions"); // before, the arrow keys do nothing in the list
    await row.focus();
    await ada.page.keyboard.press("ArrowUp");
    await ada.page.keyboard.press("ArrowDown");
    await ada.page.keyboard.press("Tab");
    expect(await ada.focus()).toBe("Show all");
    await ada.listRests(); // the keys have scrolled
    const before = await place();
    await ada.page.keyboard.press("Enter");
    await expect.poll(() => row.evaluate((element) => element.clientHeight)).toBeGreaterThan(20_000);
    expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
    await row.getByRole("button", { name: "Show less" }).waitFor();

    ben.client.send({ t: "edit", d: { id, text: `${lines.slice(0, 1_900).join("\n")}\nedited` } });
    await row.locator(".edited").waitFor({ state: "attached" });
    expect(await row.evaluate((element) => element.clientHeight)).toBeGreaterThan(20_000);
    await ben.sends(...numbered(41, 120));
    await ada.page.locator(".to-end").click();
    await row.waitFor({ state: "detached" });
    for (; (await row.count()) === 0;)
      await ada.page.locator(".scroller").evaluate((scroller) => scroller.scrollBy({ top: -300 }));
    await row.getByRole("button", { name: "Show less" }).click();
    await row.getByRole("button", { name: "Show all" }).waitFor();
    expect(await heightOf(ada, "edited")).toBeLessThan(600);
    expect(ada.console).toEqual([]);
  });

  it("its end has the colour of its row: also of one that mentions the reader, or under the mouse", async () => {
    using ben = await Writer.in(site.url, "fold/colour", "Ben");
    const ada = await site.visitor();
    await ada.opens("/fold/colour");
    await ada.isCalled("Ada");
    await ben.sends(["@Ada, look:", ...lines.slice(0, 60)].join("\n"), lines.slice(0, 60).join("\n"));
    await ada.page.locator(".fold-button").nth(1).hover();
    const colours = await ada.page
      .locator(".fold-button")
      .evaluateAll((buttons) =>
        buttons.map((button) => [
          getComputedStyle(button).backgroundImage.match(/rgb\([^)]*\)(?= )/)?.[0],
          getComputedStyle(button.closest(".message")!).backgroundColor,
        ]),
      );
    expect(colours.map(([end]) => end)).toEqual(colours.map(([, row]) => row));
    expect(new Set(colours.map(([, row]) => row)).size).toBe(2);
  });

  it("a text that fits has no button: the layout decides", async () => {
    using ben = await Writer.in(site.url, "fits");
    await ben.sends("long ".repeat(150));
    const [wide, narrow] = [await site.visitor(), await site.visitor({ width: 320 })];
    await wide.opens("/fits");
    await narrow.opens("/fits");
    expect(await wide.page.getByRole("button", { name: "Show all" }).count()).toBe(0);
    expect(await narrow.page.getByRole("button", { name: "Show all" }).count()).toBe(1);
  });
});
