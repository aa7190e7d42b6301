/** What can be copied, and what happens if the browser does not allow it. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { numbered, say } from "./support/program";
import { setupSite } from "./support/site";
import { Writer } from "./support/writer";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const { visitor } = site;

describe("without https, where the page has no clipboard API", () => {
  it("code, a message and a channel's link can be copied", async () => {
    await say(site.url, "copying/copied", ["```\nsome code\n```", "some text"]);
    const who = await visitor();
    await who.page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await who.keepsToasts();
    await who.opens("/copying/copied");
    const pasted = async () => {
      await who.box.fill("");
      await who.box.press("Control+v");
      return who.box.inputValue();
    };
    const saysCopied = who.page.getByText("Copied", { exact: true }).waitFor(); // for a few seconds
    await who.page.locator(".code button").click();
    await saysCopied;
    expect(await pasted()).toBe("some code");
    await who.chooses("Copy text", "some text");
    await who.page.getByText("Copied.").waitFor();
    expect(await pasted()).toBe("some text");
    await who.chooses("Copy link", "some text");
    await expect.poll(pasted).toBe(`${site.url}/copying/copied?m=2`);
    await who.page.locator(".channel-link").hover();
    await who.page.locator(".channel-link").getByRole("button", { name: "Copy link" }).click();
    await who.page.getByText("Link copied").waitFor();
    expect(await pasted()).toBe(`${site.url}/copying/copied`);
    expect(who.console).toEqual([]);
  });

  it("a link that cannot be copied is shown", async () => {
    const who = await visitor();
    await who.page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    for (const path of ["/copying/one", "/copying/two"]) await who.opens(path);
    await who.page.locator(".channel-link", { hasText: "copying/one" }).hover();
    await who.page.getByRole("button", { name: "Copy link of copying/one" }).click();
    await who.page.getByText(`${site.url}/copying/one`).waitFor();
  });
});

describe("selected messages", () => {
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
    const copies = async () => {
      await select(ada, "one", "four");
      return copied(ada);
    };
    await expect.poll(copies).toBe("Ben\none\n- two\n- **three**\n\nEve\nfour"); // the part that copies starts a moment after it is loaded
  });

  it("a selection goes on beyond the rows that are in the document", async () => {
    using ben = await Writer.in(site.url, "copied-far", "Ben");
    await ben.sends(...numbered(1, 150));
    const ada = await site.visitor();
    await ada.opens("/copied-far");
    await ada.hasLoaded("when-idle");
    await ada.page.waitForLoadState("networkidle"); // as above
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
