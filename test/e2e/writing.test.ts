/** What becomes of a text while it is written: with an input method. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./people";
import { setupSite } from "./site";

const site = setupSite();
const { visitor } = site;

/** A key that Safari hands out while an input method still has it: it says that nothing is being composed, and gives 229 as its code. */
const pressesWhileComposing = (who: Visitor, key: string) =>
  who.page.evaluate((key) => {
    const init = { key, keyCode: 229, bubbles: true, cancelable: true };
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", init));
  }, key);

describe("with an input method, in Safari", () => {
  it("the Enter that takes a candidate sends nothing, and takes nothing from a list", async () => {
    const ada = await (await visitor()).opens("/composing");
    await ada.writes("にほんご");
    await pressesWhileComposing(ada, "Enter");
    expect(await ada.box.inputValue()).toBe("にほんご");
    await ada.box.fill("");
    await ada.writes(":tada");
    await ada.page.getByRole("option", { name: ":tada:" }).waitFor();
    await pressesWhileComposing(ada, "Enter");
    expect(await ada.box.inputValue()).toBe(":tada");
    expect(await ada.texts()).toEqual([]);
  });

  it("an Enter or Escape for a candidate leaves the name that is being typed alone", async () => {
    const ada = await (await visitor()).opens("/composing/name");
    const box = ada.page.getByLabel("Your name");
    await box.fill("にほん");
    for (const key of ["Enter", "Escape"]) await pressesWhileComposing(ada, key);
    expect(await box.inputValue()).toBe("にほん");
    expect(await ada.page.evaluate(() => document.cookie)).not.toContain("name=");
  });

  it("an Enter for a candidate in the search takes no emoji", async () => {
    const ada = await (await visitor()).opens("/composing/emoji");
    await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
    await ada.page.locator(".emoji").first().waitFor();
    await pressesWhileComposing(ada, "Enter");
    expect(await ada.box.inputValue()).toBe("");
    expect(await ada.page.getByRole("dialog", { name: "Choose an emoji" }).count()).toBe(1);
  });
});
