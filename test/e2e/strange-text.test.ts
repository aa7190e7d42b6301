/** Names that look alike, piles of marks, and directions: no text affects what is outside its row. */
import { expect, it } from "vitest";
import { personWith } from "./support/rows";
import { setupSite } from "./support/site";
import { adaAndBen } from "./support/two-people";

const site = setupSite();

it("names that look alike have a tag, for a new visitor also without a script", async () => {
  const [ada, ben] = await adaAndBen(site, "/look-alike");
  await ben.isCalled("Аda"); // the first letter is Cyrillic
  await ben.sends("I am not Ada.");
  await ada.sees("I am not Ada.");
  const authors = ada.page.locator(".by");
  await expect
    .poll(() => authors.allInnerTexts())
    .toEqual([expect.stringMatching(/^Ada\s*#/), expect.stringMatching(/^Аda\s*#/)]);
  await ada.page.getByRole("button", { name: /online/ }).click();
  await expect
    .poll(() => ada.page.locator(".people-one").allInnerTexts())
    .toEqual([expect.stringMatching(/^Ada #.* \(you\)\s+Owner$/), expect.stringMatching(/^Аda #/)]);
  const reader = await site.visitor({ javaScriptEnabled: false });
  await reader.visits("/look-alike");
  expect(await reader.page.locator(".by .tag").count()).toBe(2);
});

it.each([
  ["piles of marks", `Zalgo${"\u0335\u030d\u0316".repeat(200)}`],
  ["a direction that is not closed", "\u2069\u202eabc def ghi"],
])("%s affect nothing outside their row", async (_what, strange) => {
  const ada = await personWith(site, `/strange-${strange.length}`, "first", "above", "plain", "below");
  await ada.page.mouse.move(0, 0);
  const look = (text: string) => ada.message(text).screenshot({ animations: "disabled" });
  const [above, below] = [await look("above"), await look("below")];
  await ada.chooses("Edit", "plain");
  await ada.box.fill(strange);
  await ada.page.keyboard.press("Enter");
  const row = ada.page.locator(".message", { hasText: "(edited)" });
  await row.waitFor();
  await ada.page.mouse.move(0, 0);
  await ada.box.focus();
  expect((await look("above")).equals(above)).toBe(true);
  expect((await look("below")).equals(below)).toBe(true);
  const [body, edited] = [await row.locator(".body").boundingBox(), await row.locator(".edited").boundingBox()];
  expect(edited!.x).toBeGreaterThan(body!.x + 30); // it follows the text
});

it.each(["ᄀ", "🏽", "क्", "\u0903", "😀\u200d"])(
  "%j, joined to one endless character, is cut off at the edge of its row",
  async (char) => {
    const ada = await personWith(site, `/endless-${char.codePointAt(0)}`, "plain", char.repeat(165 / char.length)); // short enough not to be folded;
    await ada.page.mouse.move(0, 0);
    await ada.box.focus();
    const besideRow = async (index: number) => {
      const { x, y, width } = (await ada.page.locator(".message").nth(index).boundingBox())!;
      return ada.page.screenshot({ clip: { x: x + width + 1, y: y + 4, width: 100, height: 20 } });
    };
    expect((await besideRow(1)).equals(await besideRow(0))).toBe(true);
  },
);

it("a direction that begins before an address does not turn it around", async () => {
  const ada = await personWith(site, "/turned", "plain");
  await ada.box.fill("\u202esee https://a.example/x");
  await ada.page.keyboard.press("Enter");
  const [first, last] = await ada.page.locator(".text a").evaluate(({ firstChild: text }) =>
    [0, 18].map((at) => {
      const range = document.createRange();
      range.setStart(text!, at);
      range.setEnd(text!, at + 1);
      return range.getBoundingClientRect().x;
    }),
  );
  expect(first).toBeLessThan(last!);
});
