/** Unread counts of visited channels in the side bar. */
import { expect, it } from "vitest";
import { say } from "./support/program";
import { setupSite } from "./support/site";

const site = setupSite();

it("a channel that was empty when it was visited counts new messages soon, even shortly after another request", async () => {
  const ada = await site.visitor();
  await say(site.url, "unread/first", ["zero"]);
  await ada.opens("/unread/first"); // so that there is something to ask about
  const asked = ada.page.waitForResponse(/api.unread/);
  await ada.opens("/unread/empty");
  await asked;
  const box = ada.page.getByLabel("Open another channel");
  await box.fill("unread/other");
  await box.press("Enter");
  await ada.isOnline();
  await say(site.url, "unread/empty", ["one", "two"]);
  const link = ada.page.getByRole("link", { name: "unread/empty" });
  await link.locator(".unread", { hasText: "2" }).waitFor();
  await link.click();
  await ada.page.getByText("New messages").waitFor();
  expect(await ada.texts()).toEqual(["one", "two"]);
});

it("the side bar tells mentions from other unread messages, and marks all of them as read, in each tab", async () => {
  const ada = await site.visitor();
  for (const channel of ["unread/for-me", "unread/for-others"]) {
    await say(site.url, channel, ["zero"]);
    await ada.opens(`/${channel}`);
    await ada.sees("zero");
  }
  await ada.isCalled("Ada");
  await ada.opens("/unread/elsewhere"); // a visible page reads what comes
  await say(site.url, "unread/for-me", ["one", "@Ada, look"]);
  await say(site.url, "unread/for-others", ["@Ben, look"]);
  const other = await ada.inAnotherTab();
  await Promise.all([ada.opens("/unread/elsewhere"), other.opens("/unread/elsewhere")]);
  const link = (name: string) => ada.page.getByRole("link", { name });
  await link("unread/for-me").locator(".unread:not(.other)", { hasText: "2 unread, 1 mentions you" }).waitFor();
  await link("unread/for-others").locator(".unread.other", { hasText: "1 unread" }).waitFor();
  await other.page.locator(".side-bar .unread").nth(1).waitFor();
  await ada.page.getByRole("button", { name: "Mark all as read" }).click();
  await Promise.all([ada, other].map(({ page }) => page.locator(".side-bar .unread").first().waitFor({ state: "detached" })));
  const asked = ada.page.waitForResponse(/api.unread/);
  await ada.opens("/unread/elsewhere");
  const counts = Object.values((await (await asked).json()) as Record<string, { n: number }>).map(({ n }) => n);
  expect(counts).toEqual([0, 0]);
});
