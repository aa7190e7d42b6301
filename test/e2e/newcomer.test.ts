/** The limit for people who are new in a channel (W30), as they see it. */
import { it } from "vitest";
import { Owner } from "./support/owner";
import { setupSite } from "./support/site";

const site = setupSite();

it("W30 a newcomer's fourth message waits, says why, and is sent by itself", async () => {
  const owner = await Owner.of(site.url, "newcomer");
  const ada = await site.visitor();
  await ada.opens("/newcomer");
  for (const n of [1, 2, 3, 4, 5]) await ada.sends(`line ${n}`);
  await ada.page.locator(".progress", { hasText: ada.words.reasons.newcomer }).first().waitFor();
  await ada.sees("line 5");
  owner.leaves();
});
