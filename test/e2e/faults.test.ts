/** Faults in the browser: the page says what happened, no text is lost, and the next message works. */
import { describe, expect, it, vi } from "vitest";
import { STEP_TIMEOUT } from "./support/browser";
import { damage } from "./support/damage";
import type { Visitor } from "./support/people";
import { say } from "./support/program";
import { setupSite } from "./support/site";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const { visitor } = site;

/** Opens the channel at `path` in a new browser and sends the texts. */
async function openChannelWith(path: string, ...texts: string[]): Promise<Visitor> {
  const ada = await visitor();
  await ada.opens(path);
  for (const text of texts) await ada.sends(text);
  await ada.sees(texts.at(-1)!);
  return ada;
}

/** The lines of the Worker's log with that beginning, once there is one. */
async function logged(beginning: object): Promise<string[]> {
  const start = JSON.stringify(beginning).slice(0, -1);
  const lines = () =>
    [...site.edgewise.output.matchAll(/\{"code":.*\}/g)].map(([line]) => line).filter((line) => line.startsWith(start));
  await vi.waitUntil(() => lines().length > 0, STEP_TIMEOUT);
  return lines();
}

const sees = (who: Visitor, text: string | RegExp) => who.page.getByText(text).first().waitFor();

describe("a message that the channel cannot store", () => {
  it("shows that it waits, reaches nobody, and arrives once by itself later; then the next one does", async () => {
    const ada = await openChannelWith("/faults/disk", "before");
    const ben = await visitor();
    await ben.opens("/faults/disk");
    damage(
      site.edgewise.storage,
      "faults/disk",
      "CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT raise(FAIL, 'disk full of secrets'); END",
    );
    await ada.sends("during");
    await ada.sends("and after it");
    await sees(ada, "waiting: That could not be stored. Try again.");
    expect(await ada.unsent()).toEqual(["during", "and after it"]);
    expect(await ben.texts()).toEqual(["before"]);
    expect(await ada.page.content()).not.toContain("secrets");

    damage(site.edgewise.storage, "faults/disk", "DROP TRIGGER full");
    for (const who of [ada, ben]) {
      await who.sees("and after it");
      expect(await who.texts()).toEqual(["before", "during", "and after it"]);
    }
    await ben.sends("thank you");
    await ada.sees("thank you");
    const lines = await logged({ code: "storage", t: "chat" });
    expect(lines[0]).toContain('"error":"Error: disk full of secrets: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)"');
    expect(lines.join()).not.toContain("during");
    expect([ada.console, ben.console]).toEqual([[], []]);
  });
});

describe("a channel that cannot be reached", () => {
  const FAULTS: [why: string, path: string, fault: string, repair: string][] = [
    [
      "as its messages cannot be read",
      "faults/unreadable",
      "UPDATE messages SET reactions = '{'",
      "UPDATE messages SET reactions = NULL",
    ],
    [
      "as its object cannot start",
      "faults/unstartable",
      "UPDATE _cf_KV SET key = 'kept' WHERE key = 'epoch'; INSERT INTO _cf_KV VALUES ('epoch', x'00')",
      "DELETE FROM _cf_KV WHERE key = 'epoch'; UPDATE _cf_KV SET key = 'epoch' WHERE key = 'kept'",
    ],
  ];

  it.each(FAULTS)(
    "%s: the page renders, says so, keeps the text, and connects when possible",
    async (_why, path, fault, repair) => {
      const before = await openChannelWith(`/${path}`, "What was said here.");
      await before.page.close();
      damage(site.edgewise.storage, path, fault);
      await site.edgewise.killRuntime(); // the object starts anew

      const reader = await visitor({ javaScriptEnabled: false });
      const response = await reader.page.goto(`${site.url}/${path}`);
      expect(response?.status()).toBe(200);
      await sees(reader, "The channel is not answering yet.");

      const ada = await visitor();
      await ada.page.goto(`${site.url}/${path}`);
      await sees(ada, "Offline. Reconnecting…");
      await sees(ada, "The channel is not answering yet.");
      expect(await ada.page.getByText("No messages yet").count()).toBe(0);
      await ada.sends("Is anybody there?");
      await sees(ada, "waiting for the connection");

      damage(site.edgewise.storage, path, repair);
      await ada.isOnline();
      await ada.sees("Is anybody there?");
      expect(await ada.texts()).toEqual(["What was said here.", "Is anybody there?"]);
      expect(await ada.page.getByText("not answering").count()).toBe(0);
    },
  );
});

describe("a page of older messages that cannot be read", () => {
  it("is requested again until it can be read", async () => {
    const texts = Array.from({ length: 60 }, (_, n) => `message ${n + 1}`);
    await say(site.url, "faults/older", texts);
    damage(site.edgewise.storage, "faults/older", "UPDATE messages SET reactions = '{' WHERE id = 1");
    const ada = await (await visitor()).opens("/faults/older");
    await ada.page.getByText("message 11", { exact: true }).scrollIntoViewIfNeeded();
    await sees(ada, "Loading older messages…");
    await logged({ code: "storage", t: "history" });
    damage(site.edgewise.storage, "faults/older", "UPDATE messages SET reactions = NULL");
    await ada.page.getByText("message 1", { exact: true }).waitFor();
  });
});

describe("a page that cannot be rendered", () => {
  it("on the server gives an error page with a way back, and one line in the Worker's log", async () => {
    const ada = await openChannelWith("/faults/render", "A line with a date that no clock shows.");
    const at = "UPDATE messages SET at = at + 9e15";
    damage(site.edgewise.storage, "faults/render", at);
    await site.edgewise.killRuntime(); // the object has read its messages, and would not again
    const response = await ada.page.goto(`${site.url}/faults/render`);
    expect(response?.status()).toBe(500);
    expect(await ada.page.innerText("h1")).toBe("This page could not be made");
    expect(await response?.text()).not.toMatch(/<script|RangeError|\bat \w+ \(|no clock/);
    const lines = await logged({ code: "front_door", route: "/" });
    expect(lines).toEqual([expect.stringContaining('"error":"RangeError: Invalid time value","at":"at ')]);

    damage(site.edgewise.storage, "faults/render", at.replace("+", "-"));
    await site.edgewise.killRuntime();
    await ada.page.getByRole("link", { name: "Try again" }).click();
    await ada.isOnline();
    await ada.sends("And it works again.");
    await ada.sees("And it works again.");
  });

  it("in the browser says so, keeps the draft, and works again after a reload", async () => {
    const ada = await visitor();
    let broken = true;
    await ada.page.routeWebSocket(/\/_ws\//, (route) => {
      const channel = route.connectToServer();
      channel.onMessage((frame) => route.send(broken ? String(frame).replace(/"at":\d+/, '"at":9e15') : frame));
    });
    await ada.opens("/faults/browser");
    await ada.writes("half a thought");
    const ben = await openChannelWith("/faults/browser", "A line that comes with a date that no clock shows.");
    await sees(ada, "Something went wrong on this page");
    expect(await ada.page.locator("body").innerText()).not.toMatch(/RangeError|Invalid/);
    expect(ada.console.join()).toContain("RangeError: Invalid time value");

    broken = false;
    await ada.page.getByRole("button", { name: "Reload the page" }).click();
    await ada.isOnline();
    expect(await ada.page.getByLabel(/^Message to/).inputValue()).toBe("half a thought");
    await ada.sends(" is whole");
    await ben.sees("half a thought is whole");
  });
});

describe("a part of the page that cannot be loaded", () => {
  it("shows a message each time it is opened, and appears after a reload", async () => {
    const ada = await visitor();
    await ada.opens("/faults/part");
    await ada.page.route(/EmojiPicker/, (route) => route.abort());
    const button = ada.page.getByRole("button", { name: "Emoji", exact: true });
    await button.click();
    const alert = ada.page.getByRole("alert").filter({ hasText: "could not be loaded" });
    await alert.waitFor();
    await button.click();
    await alert.waitFor({ state: "detached" });
    await ada.page.unroute(/EmojiPicker/);
    await ada.page.reload();
    await ada.isOnline();
    await button.click();
    await ada.page.locator(".emoji").first().waitFor();
  });
});
