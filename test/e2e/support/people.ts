/** People in a browser: `ada.opens("/lobby")`, `ada.sends("hi")`, `ben.sees("hi")`. */
import type { Browser, Locator } from "playwright-core";
import { pageIn, person, type Person, type PersonOptions } from "./browser.ts";
import { type Words, wordsIn } from "./words.ts";

export class Visitor {
  static async of(browser: Browser, url: string, options?: PersonOptions): Promise<Visitor> {
    return new Visitor(await person(browser, options), url, await wordsIn(options?.language ?? "en"));
  }

  readonly page: Person;
  /** What the page says, in this person's language. */
  readonly words: Words;
  readonly #url: string;

  private constructor(page: Person, url: string, words: Words) {
    this.page = page;
    this.words = words;
    this.#url = url;
  }

  /** The same person in another tab. */
  async inAnotherTab(): Promise<Visitor> {
    return new Visitor(await pageIn(this.page.context()), this.#url, this.words);
  }

  /** The same person in another browser: with their cookies, and nothing else that the first one keeps. */
  async inAnotherBrowser(options?: PersonOptions): Promise<Visitor> {
    const other = await Visitor.of(this.page.context().browser()!, this.#url, options);
    await other.page.context().addCookies(await this.page.context().cookies());
    return other;
  }

  async visits(path: string): Promise<void> {
    await this.page.goto(this.#url + path);
  }

  /** Opens a path and waits until the channel is connected. */
  async opens(path: string): Promise<this> {
    await this.visits(path);
    await this.isOnline();
    return this;
  }

  async isOnline(): Promise<void> {
    await this.page.locator(".status-online").waitFor();
  }

  /**
   * Waits until the page has loaded a file of scripts, and the sentences of all that loads on demand: afterwards it may be offline.
   * `when-idle` has what it loads when it is idle.
   */
  async hasLoaded(script: string): Promise<void> {
    await this.page.waitForFunction((file) => {
      const sentences = document.documentElement.dataset["strings"]!.split(" ")[1]!;
      const loaded = performance.getEntriesByType("resource");
      return [file, sentences].every((part) => loaded.some(({ name }) => name.includes(part)));
    }, `/${script}-`);
  }

  /** Before a page is opened: its toasts stay until they are closed, as if the mouse rested on them. */
  async keepsToasts(): Promise<void> {
    await this.page.addInitScript(() => {
      const pause = () => document.querySelector(".notice")?.dispatchEvent(new PointerEvent("pointerenter"));
      new MutationObserver(pause).observe(document, { childList: true, subtree: true });
    });
  }

  /** Loses its network, once the page has what it loads when it is idle. */
  async goesOffline(): Promise<void> {
    await this.hasLoaded("when-idle");
    await this.page.context().setOffline(true);
    await this.isOffline();
  }

  async isOffline(): Promise<void> {
    await this.page.locator(".status:not(.status-online)").waitFor();
  }

  /** Types into the composer, `pause` ms a key. */
  async writes(text: string, pause = 0): Promise<void> {
    await this.box.pressSequentially(text, { delay: pause });
  }

  /** The text comes at once, as from an input method: each key of `writes` takes the page's time. */
  async sends(text: string): Promise<void> {
    await this.box.focus();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press("Enter");
  }

  async sees(text: string): Promise<void> {
    await this.page.locator(".message:not(.pending) .text", { hasText: text }).first().waitFor();
  }

  /** Where messages are written. */
  get box(): Locator {
    return this.page.locator(".composer-text");
  }

  /** The line with this text. */
  message(text: string): Locator {
    return this.page.locator(".message", { hasText: text }).first();
  }

  /** Clicks a button of the toolbar of a message: “Reply”, “React with 👍”. */
  async clicksAction(action: string, text: string): Promise<void> {
    const message = this.message(text);
    const button = message.getByRole("button", { name: action, exact: true });
    await message.hover();
    for (let moved = 1; moved < 6 && !(await isSoonThere(button)); moved++) {
      const { x, y, width, height } = (await message.boundingBox())!; // who sees no buttons moves the pointer a little
      await this.page.mouse.move(x + width / 2 + moved, y + height / 2);
    }
    await button.click();
  }

  /** Clicks an item of the menu of a message. */
  async chooses(action: string, text: string): Promise<void> {
    await this.clicksAction(this.words.messageActions.more, text);
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  /** Opens the panel of the staff at one of its tabs. */
  async opensPanel(tab: keyof Words["staff"]["panel"]["tabs"]): Promise<void> {
    await this.page.locator(".staff-button").click();
    await this.page.getByRole("tab", { name: this.words.staff.panel.tabs[tab] }).click();
  }

  /** A reaction under a message: how many people, and whether one is among them. */
  async seesReaction(emoji: string, n: number, own: boolean, text: string): Promise<void> {
    const chip = this.message(text).locator(`.reaction[aria-pressed="${own}"]`, { hasText: `${emoji}${n}` });
    await chip.and(this.page.locator(":not(.reaction-pending)")).waitFor();
  }

  /** What has the focus, by its name or label; `undefined` where nothing has. */
  focus(): Promise<string | undefined> {
    return this.page.evaluate(() => {
      const { activeElement: at } = document;
      return at === null || at === document.body ? undefined : (at.getAttribute("aria-label") ?? at.textContent ?? "");
    });
  }

  async isCalled(name: string): Promise<void> {
    const box = this.page.getByLabel(this.words.nameBox.label);
    await box.fill(name);
    await box.press("Enter");
  }

  async seesOnline(n: number): Promise<void> {
    await this.page.locator(".people-n", { hasText: new RegExp(`^${n}$`) }).waitFor();
  }

  /** The texts in the page, in order, with what is not yet stored: all of a short list, of a long one those around the screen. */
  texts(): Promise<string[]> {
    return this.page.locator(".message .text").allInnerTexts();
  }

  /** The texts of the whole list, in order, as they come by on the way from its end to its beginning. */
  readsAll(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const scroller = document.querySelector(".scroller")!;
      const texts = new Map<number, string>(); // by place, counted from the end
      const frames = async (n: number) => {
        for (; n > 0; n--) await new Promise(requestAnimationFrame);
      };
      scroller.scrollTo({ top: 0 });
      for (let top = NaN; scroller.scrollTop !== top || document.querySelector(".older")!.textContent !== "";) {
        await frames(3); // the list is told, follows, and asks for what is older
        for (const row of document.querySelectorAll<HTMLElement>(".message"))
          texts.set(Number(row.dataset.index), row.querySelector<HTMLElement>(".text")!.innerText);
        top = scroller.scrollTop;
        scroller.scrollBy({ top: -scroller.clientHeight });
      }
      return [...texts].sort(([a], [b]) => b - a).map(([, text]) => text);
    });
  }

  /** Waits until the list has not moved for some frames: the wheel's last turn, and a row that gets the focus, take their time. */
  listRests(): Promise<void> {
    return this.page.evaluate(async () => {
      const scroller = document.querySelector(".scroller")!;
      for (let top = NaN, still = 0; still < 10; top = scroller.scrollTop) {
        await new Promise(requestAnimationFrame);
        still = scroller.scrollTop === top ? still + 1 : 0;
      }
    });
  }

  /** Those of them that are not yet stored. */
  unsent(): Promise<string[]> {
    return this.page.locator(".message.pending .text").allInnerTexts();
  }

  authors(): Promise<string[]> {
    return this.page.locator(".message .author").allInnerTexts();
  }

  /** Before a page is opened: from then on, `shifts` sums up how much has moved in it by itself. */
  async watchesShifts(): Promise<void> {
    await this.page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) =>
        shifts.push(...list.getEntries().map((entry) => (entry as unknown as { value: number }).value)),
      ).observe({ type: "layout-shift", buffered: true });
    });
  }

  shifts(): Promise<number> {
    return this.page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))); // a frame's shifts are reported after it
      return (globalThis as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0);
    });
  }

  /** What the page has said on the browser's console. */
  get console(): string[] {
    return this.page.console;
  }
}

/** Whether it is there within 5 s. */
function isSoonThere(element: Locator): Promise<boolean> {
  return element.waitFor({ timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}
