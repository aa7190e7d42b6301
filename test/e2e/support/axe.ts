/** Runs axe on a page: WCAG 2.2 AA and axe's best practices. */
import axe from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../../src/shared/languages";
import { arrived } from "./browser";
import { cutOff } from "./cut-off";
import { speakPseudo } from "./pseudo-locale";
import { setupSite } from "./site";
import { Stage, STATE_NAMES, type Window } from "./states";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that colours can break: all else is the same in both themes. */
const OF_COLOUR = { type: "rule", values: ["color-contrast", "link-in-text-block"] } satisfies axe.RunOnly;

/** What axe has to say against the page: each rule with the elements that break it. */
export async function violations(page: Page, runOnly: axe.RunOptions["runOnly"] = TAGS): Promise<string[]> {
  await arrived(page);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source); // as devtools would: no CSP has a say in it
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options),
    { runOnly, resultTypes: ["violations"] } satisfies axe.RunOptions,
  );
  return violations.map(({ id, nodes }) =>
    [id, ...nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`)].join("\n"),
  );
}

/** A test for each state in `window`, light and dark; returns the stage, which is set once the tests run. */
export function checksEveryState(window: Window, language: Language = "en"): () => Stage {
  const site = setupSite({ vars: { LIMITS_SCALE: 1000 } }); // programs talk
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set(site.browser, site.url, language);
  });

  describe(`nothing is said against, ${window}:`, () => {
    it.each(STATE_NAMES)("%s", async (state) => {
      const { page } = await stage.enter(state, window);
      await page.emulateMedia({ colorScheme: "light" });
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, OF_COLOUR)).toEqual([]);
      await expect.poll(() => cutOff(page)).toEqual([]); // an open menu finds its new place a moment later
      if (language !== "en") return;
      await speakPseudo(page); // other languages are longer than English
      await expect.poll(() => cutOff(page)).toEqual([]); // an open menu finds its new place a moment later
    });
  });
  return () => stage;
}
