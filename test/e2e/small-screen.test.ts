/** Small screens, zoom and soft keyboards: there is room for the messages, and everything can be reached. */
import { expect, it } from "vitest";
import { setupSite } from "./support/site";
import { say, talk } from "./support/program";
import { WINDOWS } from "./support/states";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const phone = { ...WINDOWS.phone, hasTouch: true };
const overKeyboard = { width: 390, height: 420 };

it.each([
  [640, 360], // 1280 × 720 at 200 %
  [360, 640],
  [390, 420], // a phone with its keyboard open
])("at %i × %i pixels the lobby's welcome leaves room for the messages", async (width, height) => {
  await say(site.url, "lobby", talk(5));
  const ada = await site.visitor({ width, height });
  await ada.opens("/");
  const { height: room } = (await ada.page.locator(".talk").boundingBox())!;
  expect(room).toBeGreaterThan(height / 3);
  expect(await ada.page.getByRole("heading", { name: "Every path is a channel" }).isVisible()).toBe(true);
});

it("the soft keyboard that opens for the welcome's box does not hide that box", async () => {
  const ada = await site.visitor(phone);
  await ada.opens("/");
  const box = ada.page.getByLabel("Channel name");
  await box.tap();
  await ada.page.setViewportSize(overKeyboard);
  await ada.page.keyboard.type("phone/path");
  await ada.page.keyboard.press("Enter");
  await ada.page.waitForURL("**/phone/path");
});

it("dismissing the welcome by touch opens no keyboard; by key it focuses the composer", async () => {
  for (const way of ["tap", "key"] as const) {
    const ada = await site.visitor(phone);
    await ada.opens("/");
    const cross = ada.page.getByRole("button", { name: "Dismiss this welcome" });
    await (way === "tap" ? cross.tap() : cross.press("Enter"));
    await ada.page.locator(".welcome").waitFor({ state: "detached" });
    expect(await ada.focus()).toBe(way === "tap" ? undefined : "Message to lobby");
  }
});

it("on a touch screen the emoji picker opens without the soft keyboard", async () => {
  const ada = await site.visitor(phone);
  await ada.opens("/picker");
  await ada.page.getByRole("button", { name: "Emoji", exact: true }).tap();
  await ada.page.locator(".emoji").first().waitFor();
  expect(await ada.page.evaluate(() => document.activeElement?.tagName)).toBe("DIV");
  await ada.page.keyboard.press("Escape");
  await ada.page.locator(".emoji-picker").waitFor({ state: "detached" });
});

it("each group of the emoji picker starts at its beginning", async () => {
  const ada = await site.visitor(WINDOWS.phone);
  await ada.opens("/picker");
  await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await ada.page.locator(".emoji").first().waitFor();
  const grid = ada.page.locator(".emoji-grid");
  await grid.evaluate((grid) => grid.scrollTo(0, 400));
  await ada.page.getByRole("button", { name: "Food" }).click();
  expect(await grid.evaluate((grid) => grid.scrollTop)).toBe(0);
});

it("every suggestion can be reached above the soft keyboard", async () => {
  const ada = await site.visitor({ ...phone, ...overKeyboard });
  await ada.opens("/offers");
  await ada.writes(":he");
  const offers = ada.page.locator(".completions");
  await offers.waitFor();
  expect((await offers.boundingBox())!.y).toBeGreaterThanOrEqual(0);
  await ada.page.keyboard.press("ArrowUp");
  await expect.poll(async () => (await offers.getByRole("option").last().boundingBox())!.y).toBeLessThan(420);
});

it("on a phone, a long path is cut off before its last segment, and in the middle of a long one; a tap shows all", async () => {
  const ada = await site.visitor({ width: 390 });
  const ends = async (path: string) => {
    await ada.opens(path);
    const name = ada.page.locator(".head-name");
    expect(await name.textContent()).toBe(path);
    const box = (await name.boundingBox())!;
    const last = (await ada.page.locator(".head-last > :last-child").boundingBox())!;
    expect(last.x + last.width).toBeLessThanOrEqual(box.x + box.width + 1);
    expect(last.width).toBeGreaterThan(20);
    await name.click();
    const shown = await name.evaluate((element) => {
      const view = element.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()].every(({ left, right }) => left >= view.left - 1 && right <= view.right + 1);
    });
    expect(shown).toBe(true);
  };
  await ends("/projects-of-a-department/planning-of-the-year/2026/notes");
  await ends(`/team/${"meeting-notes-".repeat(6)}final`);
  await ends(`/${"会議".repeat(10)}/${"議事録".repeat(5)}`);
});

it.each([390, 320])("at %i pixels, a name that is cut off has an ellipsis, and reaches into no button", async (width) => {
  const ada = await site.visitor({ width });
  for (const name of ["averyverylongchannelnamethatdoesnotend", "team/the-quarterly-planning"]) {
    await ada.opens(`/${width}/${name}`);
    await ada.sends("Mine."); // an owner has one button more
    await ada.page.locator(".staff-button").waitFor();
    const seen = await ada.page.locator(".head-last").evaluate((last) => {
      const [start, end] = [last.querySelector(".head-part")!, last.querySelector(".head-end")!];
      const text = new Range();
      text.selectNodeContents(end);
      const { left, right } = text.getBoundingClientRect();
      const isStartCut = start.scrollWidth > start.clientWidth;
      const isEndCut = left < end.getBoundingClientRect().left - 1;
      const siblings = [...document.querySelectorAll(".head-title ~ *")].map((element) => element.getBoundingClientRect());
      return {
        isCut: isStartCut || isEndCut,
        hasEllipsis: isStartCut && start.clientWidth >= 1.5 * Number.parseFloat(getComputedStyle(start).fontSize), // beside the slash
        isBesideButtons: right <= siblings.find(({ width }) => width > 0)!.left,
      };
    });
    expect([name, seen]).toEqual([name, { isCut: true, hasEllipsis: true, isBesideButtons: true }]);
  }
});
