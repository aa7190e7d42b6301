/** A network that lets pages through, but no sockets. */
import { expect, it } from "vitest";
import { say } from "./support/program";
import { setupSite } from "./support/site";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });

it("W2 after three tries the page says what is in the way, shows new messages by HTTP, and sends once a socket opens", async () => {
  const ada = await site.visitor();
  let isBlocked = true;
  await ada.page.addInitScript(() => (Math.random = () => 0)); // no wait between the tries
  await ada.page.routeWebSocket(/\/_ws\//, (route) => (isBlocked ? void route.close() : void route.connectToServer()));
  await ada.page.clock.install();
  await ada.visits("/no-socket");
  await ada.page.clock.runFor(2_000);
  await ada.page.getByText("This network blocks live connections").waitFor();
  await say(site.url, "no-socket", ["by HTTP"]);
  await ada.sends("I wait");
  await ada.page.getByText("1 message waits").waitFor();
  await ada.page.clock.runFor(15_000);
  await ada.sees("by HTTP");
  await ada.message("I wait").getByText("waiting for the connection").waitFor();
  await ada.page.getByRole("button", { name: "Try now" }).dispatchEvent("click"); // without waits, the page tries again by itself, too
  isBlocked = false;
  await ada.page.evaluate(() => window.dispatchEvent(new Event("online"))); // or it might wait for half a minute
  await ada.isOnline();
  await ada.sees("I wait");
  expect(await ada.texts()).toEqual(["by HTTP", "I wait"]);
});

it("W2 a page without a socket hears of a newer build from the answers by HTTP", async () => {
  const ada = await site.visitor();
  await ada.page.addInitScript(() => (Math.random = () => 0));
  await ada.page.routeWebSocket(/\/_ws\//, (route) => void route.close());
  await ada.page.route("**/api/health", (route) => route.fulfill({ json: { build: "next" } }));
  await ada.page.route("**/api/welcome/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/"build":"\w+"/, '"build":"next"') });
  });
  await ada.page.clock.install();
  await ada.visits("/no-socket/build");
  await ada.page.clock.runFor(2_000);
  await ada.page.getByText("This network blocks live connections").waitFor();
  for (const button of ["Reload", "Try now"]) await ada.page.getByRole("button", { name: button }).click({ trial: true });
});

it("W30 a page whose socket is refused because of its address says so, and connects once it may", async () => {
  const ada = await site.visitor();
  let isRefused = true;
  await ada.page.routeWebSocket(/\/_ws\//, (route) => (isRefused ? void route.close() : void route.connectToServer()));
  await ada.page.route("**/api/health?socket=*", (route) => (isRefused ? route.fulfill({ status: 429 }) : route.continue()));
  await ada.visits("/no-socket/refused");
  await ada.page.getByText(ada.words.connectionBar.crowded).waitFor();
  isRefused = false;
  await ada.page.getByRole("button", { name: ada.words.connectionBar.tryNow }).dispatchEvent("click");
  await ada.isOnline();
  await ada.page.getByText(ada.words.connectionBar.crowded).waitFor({ state: "detached" });
});
