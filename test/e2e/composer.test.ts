/** The composer: completion of names and emoji, the picker, its height, and the length of a text. */
import { expect, it } from "vitest";
import { setupSite } from "./support/site";

const { visitor } = setupSite();

it("two letters after a colon suggest emoji; arrows choose, Enter inserts, Escape closes only the list", async () => {
  const ada = await (await visitor()).opens("/emoji");
  await ada.writes("Well :tad");
  const list = ada.page.getByRole("listbox", { name: "Emoji" });
  await list.getByText(":tada:").waitFor();
  expect(await ada.box.getAttribute("aria-activedescendant")).toBe(await list.getByRole("option").first().getAttribute("id"));
  await ada.page.keyboard.press("Enter");
  expect(await ada.box.inputValue()).toBe("Well 🎉 ");
  await ada.writes(":he");
  await list.waitFor();
  await ada.page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  expect(await ada.box.getAttribute("aria-activedescendant")).toBeNull();
  expect(await ada.box.inputValue()).toBe("Well 🎉 :he");
  await ada.page.keyboard.press("Enter");
  await ada.sees("Well 🎉 :he");
});

it("an emoji's name that is typed in full becomes the emoji at the second colon, and Ctrl+Z takes that back", async () => {
  const ada = await (await visitor()).opens("/shortcodes");
  const becomes = (text: string) => ada.page.waitForFunction((text) => document.querySelector("textarea")!.value === text, text);
  await ada.writes("Well :tada:"); // before the names have loaded
  await becomes("Well 🎉");
  await ada.writes(" done :+1:");
  await becomes("Well 🎉 done 👍");
  await ada.page.keyboard.press("Control+z");
  expect(await ada.box.inputValue()).toBe("Well 🎉 done :+1:");
  await ada.writes(" at 10:30:45, `x :tada:` https://a.example/:tada: :nothing:");
  expect(await ada.box.inputValue()).toBe("Well 🎉 done :+1: at 10:30:45, `x :tada:` https://a.example/:tada: :nothing:");
});

it("an emoji's name is replaced once the input method has ended, not while it composes", async () => {
  const ada = await (await visitor()).opens("/shortcodes/composing");
  await ada.writes(":tada");
  await ada.page.getByRole("option", { name: ":tada:" }).waitFor(); // the names are loaded
  await ada.box.fill("");
  const input = await ada.page.context().newCDPSession(ada.page);
  await input.send("Input.imeSetComposition", { text: ":rocket:", selectionStart: 8, selectionEnd: 8 });
  expect(await ada.box.inputValue()).toBe(":rocket:");
  await input.send("Input.insertText", { text: ":rocket:" });
  await ada.page.waitForFunction(() => document.querySelector("textarea")!.value === "🚀");
});

it("Ctrl+Z takes back a completion, and an emoji of the picker", async () => {
  const ada = await (await visitor()).opens("/undo");
  await ada.writes("one :tad");
  await ada.page.getByRole("option", { name: ":tada:" }).waitFor();
  await ada.page.keyboard.press("Enter");
  expect(await ada.box.inputValue()).toBe("one 🎉 ");
  await ada.page.keyboard.press("Control+z");
  expect(await ada.box.inputValue()).toBe("one :tad");
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await ada.page.getByLabel("Search emoji").pressSequentially("rocket");
  await ada.page.locator(".emoji", { hasText: "🚀" }).click();
  expect(await ada.box.inputValue()).toBe("one :tad🚀 ");
  await ada.page.keyboard.press("Control+z");
  expect(await ada.box.inputValue()).toBe("one :tad");
});

it("an @ suggests the people who are here", async () => {
  const [ada, ben] = await Promise.all([visitor(), visitor()]);
  await Promise.all([ada.opens("/mentions"), ben.opens("/mentions")]);
  await ben.isCalled("Ben");
  await ada.writes("Hi @be");
  await ada.page.getByRole("option", { name: "Ben" }).click();
  expect(await ada.box.inputValue()).toBe("Hi @Ben ");
  expect(await ada.focus()).toMatch(/^Message to/);
});

it("near the limit the length is shown; a longer text is rejected beside the box, and kept", async () => {
  const ada = await (await visitor()).opens("/limit");
  const count = ada.page.locator(".composer-count");
  await ada.box.fill("x".repeat(3_599));
  expect(await count.innerText()).toBe("");
  await ada.box.fill("x".repeat(3_600));
  expect(await count.innerText()).toBe("3,600 of 4,000 characters");
  await ada.box.fill("y".repeat(3_900));
  await ada.page.keyboard.insertText("y".repeat(150)); // as a phone's keyboard does, or dictation
  expect(await count.getAttribute("class")).toContain("problem");
  await ada.page.keyboard.press("Enter");
  await ada.page.getByText("at most 4,000 characters").waitFor();
  expect(await ada.box.inputValue()).toHaveLength(4_050);
  await ada.page.reload();
  await ada.isOnline();
  expect(await ada.box.inputValue()).toHaveLength(4_050);
});

it("the text box grows with its text", async () => {
  const ada = await (await visitor()).opens("/growing");
  const height = () => ada.box.evaluate((box) => box.clientHeight);
  const before = await height();
  await ada.box.fill("one\ntwo\nthree");
  expect(await height()).toBeGreaterThan(before);
});

it("an emoji from the picker is inserted at the caret; recent ones come first", async () => {
  const ada = await (await visitor()).opens("/picker");
  await ada.box.fill("ab");
  await ada.box.press("ArrowLeft");
  await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await ada.page.getByLabel("Search emoji").pressSequentially("rocket");
  await ada.page.locator(".emoji", { hasText: "🚀" }).click();
  expect(await ada.box.inputValue()).toBe("a🚀 b");
  await ada.page.getByRole("button", { name: "Emoji", exact: true }).click();
  expect(await ada.page.locator(".emoji").first().innerText()).toBe("🚀");
  await ada.page.keyboard.press("Escape");
  expect(await ada.focus()).toMatch(/^Message to/);
  expect(ada.console).toEqual([]);
});
