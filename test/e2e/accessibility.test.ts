/** Every state of the page, wide and on a phone, light and dark, by axe: WCAG 2.2 AA, and what axe calls best practice. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser";
import { startEdgewise, type Edgewise } from "./edgewise";
import { Stage, STATE_NAMES, type Window, WINDOWS } from "./states";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

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

/** What axe has to say against the page: each rule with the elements that break it. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) =>
    [id, ...nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)].join("\n"),
  );
}

describe.each(Object.keys(WINDOWS) as Window[])("nothing is said against, %s:", (window) => {
  it.each(STATE_NAMES)("%s", async (state) => {
    const { page } = await stage.enter(state, window);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, ...(await violations(page))]).toEqual([colorScheme]);
    }
  });
});

it("the check itself notices a control without a name, faint text and small targets, and gets along with the page's CSP", async () => {
  const { page } = await stage.enter("talk", "wide");
  await page.evaluate(() => {
    document.querySelector("textarea")!.removeAttribute("aria-label");
    document.querySelector("textarea")!.removeAttribute("placeholder");
    document.querySelector<HTMLElement>(".text")!.style.color = "gray";
    const crowd = document.createElement("div");
    for (const name of ["yes", "no"]) {
      const button = crowd.appendChild(document.createElement("button"));
      button.textContent = name;
      button.style.cssText = "min-height: 0; height: 9px; padding: 0; font-size: 6px";
    }
    document.querySelector("header")!.append(crowd);
  });
  const rules = (await violations(page)).map((violation) => violation.split("\n", 1)[0]);
  expect(rules).toEqual(expect.arrayContaining(["color-contrast", "label", "target-size"]));
  expect(page.console).toEqual([]);
});
