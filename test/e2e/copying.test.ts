/** What can be copied, and what happens if the browser does not allow it. */
import { describe, expect, it } from "vitest";
import { say } from "./support/program";
import { setupSite } from "./support/site";

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
