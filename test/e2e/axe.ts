/** axe on every state of the page: WCAG 2.2 AA, and what axe calls best practice. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser";
import { startEdgewise, type Edgewise } from "./edgewise";
import { Stage, STATE_NAMES, type Window } from "./states";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that colours can break: all else is the same in both themes. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What axe has to say against the page: each rule with the elements that break it. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze();
  return violations.map(({ id, nodes }) =>
    [id, ...nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)].join("\n"),
  );
}

/** A test for each state in `window`, light and dark; returns the stage, which is set once the tests run. */
export function checksEveryState(window: Window): () => Stage {
  let edgewise: Edgewise;
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    [edgewise, browser] = await Promise.all([startEdgewise(), openBrowser()]);
    stage = await Stage.set(browser, edgewise.url);
  });
  afterAll(async () => {
    await Promise.all([edgewise?.stop(), browser?.close()]);
  });

  describe(`nothing is said against, ${window}:`, () => {
    it.each(STATE_NAMES)("%s", async (state) => {
      const { page } = await stage.enter(state, window);
      await page.emulateMedia({ colorScheme: "light" });
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, OF_COLOUR)).toEqual([]);
    });
  });
  return () => stage;
}
