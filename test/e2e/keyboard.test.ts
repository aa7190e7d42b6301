/** A whole visit by keyboard: open, read, write, react, reply, edit, switch channel, with a visible focus. */
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";
import { WINDOWS } from "./support/states";

const MOST_TABS = 30; // there is nothing that is further away than this

const site = setupSite();

/** Where the focus is, by its label or text; a problem instead if nothing has it, or nothing of what has it is on screen. */
function place(ada: Visitor): Promise<string> {
  return ada.page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "lost";
    const { top, bottom, left, right, width, height } = at.getBoundingClientRect();
    const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && width > 1 && height > 1;
    const name = at.getAttribute("aria-label") ?? (at.textContent || at.tagName);
    return at.checkVisibility() && isOnScreen ? name.trim() : `out of sight: ${name}`;
  });
}

/** Presses `key`; whatever it does, the focus is seen then. */
async function press(ada: Visitor, key: string): Promise<string> {
  await ada.page.keyboard.press(key);
  const now = await place(ada);
  expect(now, `after ${key}`).not.toMatch(/^lost|^out of sight/);
  return now;
}

/** Presses `key` until the focus is where the name begins so; not at all if it is there. */
async function goesTo(ada: Visitor, name: RegExp, key: "Tab" | "Shift+Tab" | "ArrowUp" = "Tab"): Promise<void> {
  if (name.test(await place(ada))) return;
  const passed: string[] = [];
  for (let n = 0; n < MOST_TABS; n++) {
    passed.push(await press(ada, key));
    if (name.test(passed.at(-1)!)) return;
  }
  throw new Error(`There is no way by ${key} to ${name}, past ${passed.join(" | ")}.`);
}

async function isAt(ada: Visitor, name: RegExp): Promise<void> {
  await expect.poll(() => place(ada)).toMatch(name);
}

it.each(Object.entries(WINDOWS))(
  "by keyboard alone, %s: open, read, write, react, reply, edit, switch channel",
  async (name, size) => {
    const [ada, ben] = await Promise.all([site.visitor(size), site.visitor()]);
    const [here, there] = [`by-hand/${name}`, `elsewhere/${name}`];
    await ben.opens(`/${here}`);
    await ben.isCalled("Ben");
    await ben.sends("Good morning.");
    await ben.sends("Who is here?");
    await ben.sees("Who is here?");
    await ada.page.emulateMedia({ reducedMotion: "reduce" }); // what comes is there at once
    await ada.opens(`/${here}`);

    // open
    expect(await place(ada)).toBe(`Message to ${here}`);
    await goesTo(ada, /^Skip to the channel/, "Shift+Tab");
    await press(ada, "Enter");
    await goesTo(ada, /^\d+ online/);
    await press(ada, "Enter");
    await ada.page.locator(".people-one", { hasText: "Ben" }).waitFor();
    expect(await press(ada, "Escape")).toMatch(/online/);

    // read
    await goesTo(ada, /^Messages$/);
    await ada.page.keyboard.press("ArrowUp");
    await isAt(ada, /^Ben: Who is here\?/); // what follows the first key is loaded by it
    expect(await press(ada, "ArrowUp")).toBe("Ben: Good morning.");
    expect(await press(ada, "ArrowDown")).toBe("Ben: Who is here?");
    expect(await press(ada, "Escape")).toBe(`Message to ${here}`);

    // write
    await goesTo(ada, /^Your name|^INPUT/, "Shift+Tab");
    await ada.page.keyboard.type("Ada");
    await press(ada, "Enter");
    await goesTo(ada, /^Message to/);
    await ada.page.keyboard.type("I am.");
    await press(ada, "Enter");
    await ben.sees("I am.");

    // react
    await goesTo(ada, /^Messages$/, "Shift+Tab");
    await goesTo(ada, /^Ben: Who is here\?/, "ArrowUp");
    await ada.page.keyboard.press("+");
    await isAt(ada, /^Search emoji/);
    await ada.page.keyboard.type("wave");
    await ada.page.locator(".emoji", { hasText: "👋" }).waitFor();
    await ada.page.keyboard.press("Enter");
    await ben.seesReaction("👋", 1, false, "Who is here?");
    await isAt(ada, /^Ben: Who is here\?/);
    await ada.page.keyboard.press("Enter");
    await ada.page.getByRole("menu").waitFor();
    await ada.page.keyboard.press("Escape");
    await isAt(ada, /^Ben: Who is here\?/);

    // reply
    expect(await press(ada, "r")).toMatch(/^Message to/);
    await ada.page.keyboard.type("Only me, so far.");
    await press(ada, "Enter");
    await Promise.all([ada, ben].map((who) => who.sees("Only me, so far.")));
    expect(await ben.message("Only me, so far.").locator(".quote").innerText()).toContain("Who is here?");

    // edit
    await press(ada, "ArrowUp");
    expect(await ada.box.inputValue()).toBe("Only me, so far.");
    await ada.page.keyboard.type(" And you.");
    await press(ada, "Enter");
    await ben.sees("Only me, so far. And you.");

    // switch channel
    expect(await press(ada, "Control+k")).toBe("Open another channel");
    await ada.page.keyboard.type(there);
    await press(ada, "Enter");
    await ada.page.waitForURL(`**/${there}`);
    await ada.isOnline();
    await isAt(ada, new RegExp(`^Message to ${there}`));
    await ada.page.keyboard.type("Nobody here?");
    await press(ada, "Enter");
    await ada.sees("Nobody here?");
    expect([ada.console, ben.console]).toEqual([[], []]);
  },
);
