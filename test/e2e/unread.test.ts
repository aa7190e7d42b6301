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
