/** Messages arrive once and in order, whatever happens to the network, the tab and the server. */
import { describe, expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { Wire } from "./support/wire";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } }); // newcomers may not write as fast (W30)
const { visitor } = site;
const url = (path: string) => `${site.url}${path}`;

/** Someone whose page loads while its socket does not connect: what a page does without a network, and can be reloaded. */
async function offline(who: Visitor, path: string): Promise<Wire> {
  const wire = await Wire.of(who.page);
  await wire.cut();
  await who.page.goto(url(path));
  await who.isOffline();
  return wire;
}

/** Waits until as many messages are stored, and sees that they are these and nothing else. */
async function exactly(who: Visitor, ...texts: string[]): Promise<void> {
  await who.page
    .locator(".message:not(.pending)")
    .nth(texts.length - 1)
    .waitFor();
  expect(await who.texts()).toEqual(texts);
}

describe("offline", () => {
  it("three messages survive a reload and a closed tab; once online, each arrives once, in order", async () => {
    const [ada, ben] = await Promise.all([visitor(), visitor()]);
    await ben.opens("/offline");
    const wire = await offline(ada, "/offline");
    for (const text of ["one", "two", "three"]) await ada.sends(text);
    await ada.page.locator(".message.pending").first().getByText("waiting for the connection").waitFor();

    await ada.page.reload();
    await ada.page.locator(".message.pending").nth(2).waitFor();
    expect(await ada.unsent()).toEqual(["one", "two", "three"]);

    const later = await ada.inAnotherTab();
    await ada.page.close();
    const laterWire = await offline(later, "/offline");
    await later.page.locator(".message.pending").nth(2).waitFor();
    expect(await later.unsent()).toEqual(["one", "two", "three"]);
    await later.sends("four");
    expect(await ben.texts()).toEqual([]);

    await laterWire.mend();
    await Promise.all([later, ben].map((who) => exactly(who, "one", "two", "three", "four")));
    expect([wire.texts, laterWire.texts]).toEqual([[], ["one", "two", "three", "four"]]);
    await later.page.reload();
    await exactly(later, "one", "two", "three", "four");
    expect([ada.console, later.console]).toEqual([[], []]);
  });

  it("they also arrive if the page was closed until the network is back", async () => {
    const [ada, ben] = await Promise.all([visitor(), visitor()]);
    await Promise.all([ada.opens("/tunnel"), ben.opens("/tunnel")]);
    await ada.goesOffline();
    for (const text of ["one", "two", "three"]) await ada.sends(text);
    const later = await ada.inAnotherTab();
    await ada.page.close();
    await later.page.context().setOffline(false);
    await later.opens("/tunnel");
    await Promise.all([later, ben].map((who) => exactly(who, "one", "two", "three")));
  });
});

describe("two tabs of one user", () => {
  it("each sends its own messages, and nothing is sent twice", async () => {
    const [ada, ben] = await Promise.all([visitor(), visitor()]);
    const other = await ada.inAnotherTab();
    await ben.opens("/two-tabs");
    const wires = [await offline(ada, "/two-tabs"), await offline(other, "/two-tabs")];
    await ada.sends("from the first");
    await other.sends("from the second");
    await ada.sends("from the first again");
    await Promise.all([ada, other].map((tab) => tab.page.locator(".message.pending").nth(2).waitFor()));
    expect(await other.unsent()).toEqual(await ada.unsent());

    await Promise.all(wires.map((wire) => wire.mend()));
    await Promise.all([ada, other].map((tab) => tab.isOnline()));
    for (const who of [ada, other, ben]) {
      await who.page.locator(".message:not(.pending)").nth(2).waitFor();
      expect((await who.texts()).sort()).toEqual(["from the first", "from the first again", "from the second"]);
    }
    expect(wires.map(({ texts }) => texts)).toEqual([["from the first", "from the first again"], ["from the second"]]);
  });

  it.each(["closed", "crashed"])("the messages of a tab that is %s are sent by the other one", async (how) => {
    const ada = await visitor();
    const other = await ada.inAnotherTab();
    const wires = [await offline(ada, `/${how}`), await offline(other, `/${how}`)];
    for (const text of ["one", "two"]) await ada.sends(text);
    await other.page.locator(".message.pending").nth(1).waitFor();
    await wires[1]!.mend();
    await other.isOnline();
    expect(wires[1]!.sent).toEqual([]);
    if (how === "closed") await ada.page.close();
    else await crash(ada);
    await exactly(other, "one", "two");
    expect(wires.map(({ texts }) => texts)).toEqual([[], ["one", "two"]]);
  });

  it("online, the tab in which a message was written sends it, and both show it once", async () => {
    const ada = await visitor();
    const other = await ada.inAnotherTab();
    const wires = await Promise.all([ada, other].map(({ page }) => Wire.of(page)));
    await Promise.all([ada, other].map((tab) => tab.opens("/both-online")));
    const texts = Array.from({ length: 8 }, (_, index) => `message ${index}`);
    for (const text of texts) await ada.sends(text);
    await Promise.all([ada, other].map((tab) => exactly(tab, ...texts)));
    expect(wires.map(({ texts }) => texts)).toEqual([texts, []]);
    expect([ada.console, other.console]).toEqual([[], []]);
  });
});

describe("the server", () => {
  it.each(["before it stores", "after it has stored, before the echo arrives"])(
    "killed %s: the message is there once",
    async (when) => {
      const ada = await visitor();
      const wire = await Wire.of(ada.page);
      const path = `/killed-${when.slice(0, 2)}`;
      await ada.opens(path);
      let killed!: () => void;
      const kill = new Promise<void>((resolve) => (killed = resolve));
      if (when.startsWith("before")) {
        wire.tamper = (frame) => (frame.includes("one") ? (killed(), "ping") : frame);
      } else wire.swallow = () => (killed(), true);
      await ada.sends("one");
      await ada.sends("two");
      await kill;
      await site.edgewise.kill();
      wire.tamper = (frame) => frame;
      wire.swallow = () => false;
      await ada.isOffline();
      expect(await ada.unsent()).toEqual(["one", "two"]);
      await site.edgewise.restart();
      await exactly(ada, "one", "two");
      const reader = await visitor();
      await reader.opens(path);
      await exactly(reader, "one", "two");
    },
  );
});

describe("a rejected message", () => {
  /** Someone whose “too much” grows on its way to the server beyond what it takes. */
  async function refused(path: string, ...texts: string[]): Promise<Visitor> {
    const ada = await visitor();
    const wire = await Wire.of(ada.page);
    wire.tamper = (frame) => frame.replace("too much", "x".repeat(5_000));
    await ada.opens(path);
    for (const text of texts) await ada.sends(text);
    await ada.page.locator(".refusal").waitFor();
    return ada;
  }

  it("W14 shows the reason, does not block the next ones, and survives a reload; once discarded, it is gone", async () => {
    const ada = await refused("/refused/discard", "too much", "next");
    await ada.sees("next");
    expect(await ada.texts()).toEqual(["next", "too much"]);
    await ada.page.reload();
    const refusal = ada.page.getByRole("alert").filter({ hasText: "Not sent: A message has at most 4,000 characters." });
    await refusal.waitFor();
    expect(await refusal.getByRole("button").allInnerTexts()).toEqual(["Edit", "Try again", "Discard"]);
    await refusal.getByRole("button", { name: "Discard" }).click();
    await refusal.waitFor({ state: "detached" });
    await ada.page.reload();
    await ada.isOnline();
    await exactly(ada, "next");
  });

  it("W14 goes back into the text box, before the text there, and can be sent again", async () => {
    const ada = await refused("/refused/edit", "too much");
    await ada.writes("of a good thing");
    await ada.page.getByRole("button", { name: "Edit", exact: true }).click();
    const box = ada.page.getByLabel(/^Message to/);
    expect(await box.inputValue()).toBe("too much\nof a good thing");
    expect(await ada.unsent()).toEqual([]);
    await box.fill("just enough");
    await box.press("Enter");
    await exactly(ada, "just enough");
  });
});

it("W4 a message's row is the same element before and after the echo", async () => {
  const ada = await visitor();
  const wire = await offline(ada, "/one-row");
  await ada.sends("one");
  const row = await ada.page.waitForSelector(".message.pending");
  await wire.mend();
  await ada.sees("one");
  expect(await row.evaluate((element) => [element.isConnected, element.className])).toEqual([true, "message own headed"]);
});

/** Ends the page's process. The protocol's answer never comes: there is nobody left to give it. */
async function crash({ page }: Visitor): Promise<void> {
  const crashed = page.waitForEvent("crash");
  const session = await page.context().newCDPSession(page);
  session.send("Page.crash").catch(() => undefined);
  await crashed;
}
