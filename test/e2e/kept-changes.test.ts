/** Unconfirmed changes survive their page, and reach the channel however it is left. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { cutOff, type Wire } from "./support/wire";

const { visitor } = setupSite();

/** Ada, who has said something in the channel at `path` and is cut off from it. */
async function cutOffAda(path: string, text: string): Promise<[ada: Visitor, wire: Wire]> {
  const ada = await visitor();
  return [ada, await cutOff(ada, path, text)];
}

async function edits(who: Visitor, text: string): Promise<void> {
  await who.box.press("ArrowUp");
  await who.box.fill(text);
  await who.box.press("Enter");
}

/** By a click in the page, which stays. */
async function goesTo(who: Visitor, channel: string): Promise<void> {
  await who.page.getByLabel("Open another channel").first().fill(channel);
  await who.page.keyboard.press("Enter");
  await who.page.getByLabel(`Message to ${channel}`).waitFor();
}

describe("offline", () => {
  it("W14 an unsent edit survives a visit to another channel, and is shown until it is sent", async () => {
    const [ada, wire] = await cutOffAda("/kept/edit", "Helo.");
    await edits(ada, "Hello.");
    await ada.message("Hello.").getByText("the change is waiting for the connection").waitFor();
    await goesTo(ada, "elsewhere");
    await goesTo(ada, "kept/edit");
    await wire.mend();
    await ada.isOnline();
    const ben = await (await visitor()).opens("/kept/edit");
    await ben.sees("Hello.");
    expect(await ada.texts()).toEqual(["Hello."]);
    expect(ada.console).toEqual([]);
  });

  it("W7 an unsent deletion survives a reload", async () => {
    const [ada, wire] = await cutOffAda("/kept/deletion", "A slip.");
    await ada.chooses("Delete", "A slip.");
    await ada.page.reload();
    await ada.page.getByText("This message was deleted.").waitFor();
    await wire.mend();
    await ada.isOnline();
    const ben = await (await visitor()).opens("/kept/deletion");
    await ben.page.getByText("This message was deleted.").waitFor();
  });
});

describe("a message in flight", () => {
  /** Their page hears no echo any more. */
  async function hearsNothing(who: Visitor): Promise<void> {
    await who.page.addInitScript(() => {
      const { addEventListener } = WebSocket.prototype;
      WebSocket.prototype.addEventListener = function (this: WebSocket, type: string, heard: (event: Event) => void) {
        const unlessEcho = (event: Event) => String((event as MessageEvent).data).includes('"t":"chat"') || heard(event);
        addEventListener.call(this, type, type === "message" ? unlessEcho : heard);
      };
    });
  }

  it.each([
    ["goes to another channel", "gone", (who: Visitor) => goesTo(who, "elsewhere")],
    ["closes the page", "closed", (who: Visitor) => who.page.goto("about:blank")],
  ])("W4 takes the ones behind it along when their author %s", async (_how, name, leaves) => {
    const path = `/kept/${name}`;
    const [ada, ben] = await Promise.all([visitor(), visitor()]);
    await hearsNothing(ada);
    await Promise.all([ada.opens(path), ben.opens(path)]);
    for (const text of ["one", "two", "three"]) await ada.sends(text);
    await leaves(ada);
    await ben.sees("three");
    expect(await ben.texts()).toEqual(["one", "two", "three"]);
  });
});
