/** A jump to a message that cannot be shown says why. */
import { expect, it } from "vitest";
import { numbered, say } from "./support/program";
import { setupSite } from "./support/site";
import { Wire } from "./support/wire";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

it("a jump without a connection says so, and works once online", async () => {
  await say(site.url, "answers/away", ["the first"]);
  const ben = await site.visitor();
  await ben.opens("/answers/away");
  await ben.clicksAction("Reply", "the first");
  await say(site.url, "answers/away", numbered(1, 120));
  await ben.sends("to the first");
  await ben.sees("to the first");
  const ada = await site.visitor();
  const wire = await Wire.of(ada.page);
  await ada.opens("/answers/away");
  await wire.cut();
  await ada.isOffline();
  await ada.page.locator(".quote").click();
  await ada.page.getByText(ada.words.reasons.no_answer).waitFor();
  await wire.mend();
  await ada.isOnline();
  await ada.page.locator(".quote").click();
  await ada.page.locator(".message:focus", { hasText: "the first" }).waitFor();
  expect(ada.console.filter((line) => line.startsWith("uncaught"))).toEqual([]);
});

it("a jump to a message that no longer exists says so", async () => {
  const ada = await site.visitor();
  await ada.page.routeWebSocket(/\/_ws\//, (route) => {
    const channel = route.connectToServer();
    channel.onMessage((frame) => route.send(String(frame).replace('"reply":1', '"reply":2'))); // which was never a message
  });
  await ada.opens("/answers/gone");
  await ada.sends("the first");
  await ada.sees("the first");
  await ada.clicksAction("React with 👍", "the first");
  await ada.seesReaction("👍", 1, true, "the first");
  await ada.clicksAction("Reply", "the first");
  await ada.sends("to the first");
  await ada.sees("to the first");
  await ada.page.locator(".quote").click();
  const note = ada.page.locator(".note", { hasText: "That message is not there any more." });
  await note.waitFor();
  expect(await note.evaluate((element) => getComputedStyle(element).position)).toBe("absolute"); // over the messages, it moves nothing
});
