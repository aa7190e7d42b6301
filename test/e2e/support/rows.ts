/** What tests of the message list's rows share: a person with messages, and the way to a row by keyboard. */
import { expect } from "vitest";
import type { Visitor } from "./people";
import type { Site } from "./site";

/** Ada in the channel at `path`, where she has said `texts`. */
export async function personWith(site: Site, path: string, ...texts: string[]): Promise<Visitor> {
  const ada = await site.visitor();
  await ada.keepsToasts();
  await ada.opens(path);
  await ada.isCalled("Ada");
  for (const text of texts) {
    await ada.sends(text);
    await ada.sees(text);
  }
  return ada;
}

/** By keyboard alone, from the list to the row with this text. */
export async function goesTo(who: Visitor, text: string): Promise<void> {
  await who.page.locator(".scroller").focus();
  for (let rows = await who.page.locator(".message").count(); rows > 0; rows--) {
    await who.page.keyboard.press("ArrowUp");
    await expect.poll(() => who.focus()).toMatch(/: /); // what follows the first key is loaded by it
    if ((await who.focus())?.endsWith(`: ${text}`)) return;
  }
  throw new Error(`There is no row “${text}”.`);
}
