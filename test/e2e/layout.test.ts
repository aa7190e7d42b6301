/** The layout in little room, above a soft keyboard, and with forced colours. */
import { expect, it } from "vitest";
import { say } from "./support/program";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const site = setupSite();

it("a soft keyboard over the page leaves the composer visible, and the layout is restored when it closes", async () => {
  const ada = await site.visitor(WINDOWS.phone);
  await ada.opens("/covered");
  const { height } = ada.page.viewportSize()!;
  const bottom = async () => (await ada.page.locator("footer").boundingBox().then((box) => box!.y + box!.height)); // prettier-ignore
  const covers = (px: number) =>
    ada.page.evaluate((px) => {
      Object.defineProperty(visualViewport, "height", { configurable: true, get: () => innerHeight - px });
      visualViewport!.dispatchEvent(new Event("resize"));
    }, px);
  expect(await bottom()).toBe(height);
  await covers(300);
  expect(await bottom()).toBe(height - 300);
  await covers(0);
  expect(await bottom()).toBe(height);
});

it("the longest channel name takes two lines of the header", async () => {
  const ada = await site.visitor({ width: 320, height: 640 });
  const path = `/${"projects-of-a-department/".repeat(4)}${"x".repeat(28)}`;
  await ada.opens(path);
  const head = (await ada.page.locator(".head").boundingBox())!;
  expect(head.height).toBeLessThan(72);
  expect(await ada.page.locator(".head-name").getAttribute("title")).toBe(path.slice(1));
});

it("each line of a message has its own text direction", async () => {
  await say(site.url, "both-ways", ["left to right\nמימין לשמאל"]);
  const ada = await site.visitor();
  await ada.opens("/both-ways");
  const lines = await ada.page.locator(".message .text").evaluate((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right } = text.closest(".body")!.getBoundingClientRect();
    return [...range.getClientRects()].filter(({ width }) => width > 1).map((line) => [line.left - left, right - line.right]);
  });
  const [english, hebrew] = [lines[0]!, lines.at(-1)!];
  expect(english[0]).toBeLessThan(english[1]!);
  expect(hebrew[1]).toBeLessThan(hebrew[0]!);
});

it.each(["en", "ar"] as const)(
  "a line in Arabic alone begins at the right, and one in English at the left: on a page in %s",
  async (language) => {
    await say(site.url, `alone/${language}`, ["شكرًا جزيلًا.", "Thank you."]);
    const ada = await site.visitor({ language });
    await ada.opens(`/alone/${language}`);
    const room = await ada.page.locator(".message .text").evaluateAll((texts) =>
      texts.map((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        const [line, body] = [range.getBoundingClientRect(), text.closest(".body")!.getBoundingClientRect()];
        return [line.left - body.left, body.right - line.right].map((gap) => gap < 20);
      }),
    );
    expect(room).toEqual([
      [false, true],
      [true, false],
    ]);
  },
);

it("with forced colours, outlines replace the background colours that carry meaning", async () => {
  const ada = await site.visitor();
  await ada.page.emulateMedia({ forcedColors: "active" });
  await ada.opens("/contrast");
  await ada.sends("Hello.");
  await ada.sees("Hello.");
  await ada.clicksAction("React with 👍", "Hello.");
  await ada.seesReaction("👍", 1, true, "Hello.");
  await ada.message("Hello.").locator("a.at").click(); // links to it
  await ada.page.locator(".message.linked").waitFor();
  await ada.box.focus();
  const outlines = await ada.page
    .locator(".reaction[aria-pressed=true], .channel-link.current, .message.linked")
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
  expect(outlines.length).toBeGreaterThanOrEqual(3);
  expect(new Set(outlines)).toEqual(new Set(["solid"]));
});
