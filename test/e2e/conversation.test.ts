/** The conversation as something to read, translate, copy and print. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `message ${from + i}`);

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
    await row.focus();
    await ada.page.keyboard.press("ArrowUp"); // what the keys do has loaded
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

/** As a browser's translator does it, now and for everything that comes later: each text node is moved into `<font><font>`. */
function translate(who: Visitor): Promise<void> {
  return who.page.evaluate(() => {
    const translated = new WeakSet<Node>();
    const all = () => {
      const texts = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_TEXT);
      const found: Node[] = [];
      while (texts.nextNode()) if (texts.currentNode.textContent!.trim() !== "") found.push(texts.currentNode);
      for (const text of found.filter((node) => !translated.has(node) && !node.parentElement!.closest("font, textarea"))) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        text.parentNode!.replaceChild(outer, text);
        outer.append(inner);
        inner.append(text);
        translated.add(text);
      }
    };
    new MutationObserver(all).observe(document.querySelector("#app")!, { childList: true, subtree: true });
    all();
  });
}

it("on a page that the browser translates, all that changes is shown as it is now", async () => {
  using ben = await Writer.in(site.url, "translated", "Ben");
  const [first, second] = [await ben.sends("the **first** text"), await ben.sends("the second text")];
  const ada = await site.visitor();
  await ada.keepsToasts();
  await ada.opens("/translated");
  await ada.isCalled("Ada");
  await ada.sends("hello");
  await ada.sees("hello");
  await ben.answers(second, "an answer");
  await ada.sees("an answer");
  ben.client.send({ t: "react", d: { id: second, emoji: "👍", on: true } });
  await ada.page.locator(".reaction").first().waitFor();
  await translate(ada);

  const [rowOfFirst, rowOfSecond] = [first, second].map((id) => ada.page.locator(`[data-id="${id}"]`));
  ben.client.send({ t: "edit", d: { id: first, text: "the *changed* text" } });
  ben.client.send({ t: "edit", d: { id: second, text: "the new text" } });
  await rowOfFirst!.getByText("changed").waitFor();
  expect(await rowOfFirst!.locator(".text").innerText()).toBe("the changed text");
  await expect.poll(() => rowOfSecond!.locator(".text").innerText()).toBe("the new text");
  expect(await ada.page.locator(".quote-text").innerText()).toBe("the new text");
  await ada.clicksAction("React with 👍", "the new text");
  await expect.poll(() => rowOfSecond!.locator(".reaction").first().innerText()).toBe("👍\n2");
  ben.client.send({ t: "delete", d: { id: second } });
  await expect.poll(() => rowOfSecond!.locator(".text").innerText()).toBe("This message was deleted.");
  expect(await ada.page.locator(".quote-text").innerText()).toBe("deleted message");

  ben.client.send({ t: "typing" });
  await expect.poll(() => ada.page.locator(".typing").innerText()).toBe("Ben is typing…");
  await ben.sends("a new line");
  await ada.sees("a new line");
  await expect.poll(() => ada.page.locator(".typing").innerText()).toBe("");
  using eve = await Writer.in(site.url, "translated", "Eve");
  await ada.seesOnline(3);
  expect(eve.client.status).toBe("online");
  expect(await ada.page.locator(".people-n").innerText()).toBe("3");
  await ada.chooses("Delete", "hello");
  await ada.page.locator(".notice", { hasText: "Message deleted." }).waitFor();
  await ada.isCalled("Countess");
  await ada.sends("renamed");
  await ada.sees("renamed");
  expect((await ada.authors()).at(-1)).toBe("Countess");
  expect(await ada.page.locator(".composer-name").textContent()).toBe("Countess");
  expect(ada.console).toEqual([]);

  const bar = ada.page.locator(".connection-bar");
  await ada.goesOffline();
  await expect.poll(() => bar.innerText()).toContain("Offline. Reconnecting…");
  await ada.page.context().setOffline(false);
  await expect.poll(() => bar.innerText()).toBe("Back online");
});

it("what people write and are called has no language, so nothing treats it as English", async () => {
  using ben = await Writer.in(site.url, "no-language", "Ben");
  const id = await ben.sends("guten Tag");
  await ben.answers(id, "moin");
  const ada = await site.visitor();
  await ada.opens("/no-language");
  await ada.sees("moin");
  const languageOf = (selector: string) =>
    ada.page
      .locator(selector)
      .first()
      .evaluate((element) => element.closest("[lang]")!.getAttribute("lang"));
  for (const selector of [
    ".text",
    ".by .author",
    ".quote-text",
    ".quote .author",
    "textarea",
    ".name-box input",
    ".composer-name bdi",
    ".head-name",
  ])
    expect([selector, await languageOf(selector)]).toEqual([selector, ""]);
  expect(await languageOf(".by time")).toBe("en");
});

describe("copying", () => {
  const copied = async (who: Visitor) => {
    await who.page.keyboard.press("Control+c");
    await who.box.fill("");
    await who.box.press("Control+v");
    return who.box.inputValue();
  };
  const select = (who: Visitor, from: string, to: string) =>
    who.page.evaluate(
      ([from, to]) => {
        const textOf = (text: string) => [...document.querySelectorAll(".text")].find((element) => element.textContent === text)!;
        getSelection()!.setBaseAndExtent(textOf(from!).firstChild!, 0, textOf(to!).firstChild!, to!.length);
      },
      [from, to],
    );

  it("several messages become lines: the name once for each group, then the texts, without times", async () => {
    using ben = await Writer.in(site.url, "copied", "Ben");
    using eve = await Writer.in(site.url, "copied", "Eve");
    await ben.sends("one", "- two\n- **three**");
    await eve.sends("four");
    const ada = await site.visitor();
    await ada.opens("/copied");
    await ada.hasLoaded("when-idle");
    await select(ada, "one", "four");
    expect(await copied(ada)).toBe("Ben\none\n- two\n- **three**\n\nEve\nfour");
  });

  it("a selection goes on beyond the rows that are in the document", async () => {
    using ben = await Writer.in(site.url, "copied-far", "Ben");
    await ben.sends(...numbered(1, 150));
    const ada = await site.visitor();
    await ada.opens("/copied-far");
    await ada.hasLoaded("when-idle");
    await select(ada, "message 148", "message 150");
    await ada.readsAll();
    await ada.page.evaluate(() => {
      const first = [...document.querySelectorAll(".text")].find((element) => element.textContent === "message 1")!;
      const { focusNode, focusOffset } = getSelection()!;
      getSelection()!.setBaseAndExtent(focusNode!, focusOffset, first.firstChild!, "message".length);
    });
    expect(await copied(ada)).toBe(`Ben\n 1\n${numbered(2, 150).join("\n")}`);
  });
});

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
