/** axe checks every state of the page in a wide window, light and dark. */
import { expect, it } from "vitest";
import { checksEveryState, violations } from "./support/axe";

const stage = checksEveryState("wide");

it("the check reports a control without a name, low contrast and small targets, and works under the page's CSP", async () => {
  const { page } = await stage().enter("talk", "wide");
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
