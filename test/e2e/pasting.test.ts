/** What is pasted or dropped: long texts, which are offered to be sent in parts, and files, which are attached. */
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";

const { visitor } = setupSite();

/** Puts a text into the clipboard and pastes it by keyboard. */
async function pastes(who: Visitor, text: string): Promise<void> {
  await who.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await who.page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await who.box.focus();
  await who.page.keyboard.press("Control+v");
}

/** Drags a file over an element and drops it there, as the browser reports it. Returns whether the page kept it from replacing the page. */
const dropsFile = (who: Visitor, selector: string) =>
  who.page.locator(selector).evaluate((target) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["a picture"], "cat.png", { type: "image/png" }));
    const init = { dataTransfer, bubbles: true, cancelable: true };
    return ["dragover", "drop"].map((type) => !target.dispatchEvent(new DragEvent(type, init)));
  });

/** The part of the composer that takes care of what is pasted and dropped is loaded after the page. */
async function opens(path: string): Promise<Visitor> {
  const ada = await (await visitor()).opens(path);
  await ada.page.locator(".composer-count").waitFor({ state: "attached" });
  return ada;
}

const offer = (who: Visitor) => who.page.getByRole("group", { name: "A text that is too long" });

it("3 MB that are pasted do not stop the page: the box takes what fits, and the rest is offered in parts", async () => {
  const ada = await opens("/paste/long");
  const line = `${"a line of a log ".repeat(6)}\n`;
  await pastes(ada, line.repeat(Math.ceil(3_000_000 / line.length)));
  await offer(ada)
    .getByText(/ of 3,?000,?\d+ characters do not fit/)
    .waitFor();
  expect((await ada.box.inputValue()).length).toBeLessThanOrEqual(4_000);
  await offer(ada).getByRole("button", { name: "Cancel" }).click();
  await offer(ada).waitFor({ state: "detached" });
  expect(await ada.box.inputValue()).toBe("");
  expect(ada.console).toEqual([]);
});

it("a pasted text that is too long is sent in parts, in order, with its code block closed and opened again", async () => {
  const ada = await opens("/paste/parts");
  const code = Array.from({ length: 300 }, (_, n) => `console.log("line number ${n}");`).join("\n");
  await ada.writes("Look: ");
  await pastes(ada, `this is it\n\`\`\`js\n${code}\n\`\`\`\nThat was it.`);
  await ada.page.keyboard.press("Enter"); // sends nothing: the rest would be lost
  expect(await ada.focus()).toBe("Send in 3 parts");
  await ada.page.keyboard.press("Enter");
  await ada.sees("That was it.");
  expect(await ada.box.inputValue()).toBe("");
  expect(await ada.page.locator(".message .code").count()).toBe(3);
  const lines = (await ada.texts()).join("\n").match(/line number \d+/g);
  expect(lines).toEqual(Array.from({ length: 300 }, (_, n) => `line number ${n}`));
});

it("a file that is dropped anywhere is attached and does not replace the page; while a dialog is open, it is not taken", async () => {
  const ada = await opens("/paste/file");
  for (const place of [".scroller", ".side-bar", ".composer-text"]) expect(await dropsFile(ada, place)).toEqual([true, true]);
  await ada.page.locator(".attachment").nth(2).waitFor();
  await ada.page.locator(".side-bar-settings").click();
  expect(await dropsFile(ada, "dialog[open]")).toEqual([true, true]);
  await ada.page.keyboard.press("Escape");
  expect(await ada.page.locator(".attachment").count()).toBe(3);
});
