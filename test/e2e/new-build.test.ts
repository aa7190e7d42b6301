/** A deploy under an open page: it says so, reloads while nobody uses it, and goes on where the user was. */
import { expect, it } from "vitest";
import type { Visitor } from "./support/people";
import { say } from "./support/program";
import { setupSite } from "./support/site";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } });
const { visitor } = site;

/** Someone whose browser hears of the build `next` at each welcome, and whose waits are as short as possible. Counts the page loads. */
async function underDeploy(): Promise<{ ada: Visitor; loads: () => number; deploy: () => void }> {
  const ada = await visitor();
  let isDeployed = false;
  let loads = 0;
  await ada.page.addInitScript(() => (Math.random = () => 0));
  await ada.page.routeWebSocket(/\/_ws\//, (route) => {
    const server = route.connectToServer();
    server.onMessage((frame) => route.send(isDeployed ? String(frame).replace(/"build":"\w+"/, '"build":"next"') : frame));
    route.onMessage((frame) => server.send(frame));
  });
  await ada.page.route("**/api/health", (route) => route.fulfill({ json: { build: "next" } }));
  ada.page.on("domcontentloaded", () => loads++);
  return { ada, loads: () => loads, deploy: () => (isDeployed = true) };
}

const becomes = (who: Visitor, state: "hidden" | "visible") =>
  who.page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

it("W2 a visible page offers a newer build; once hidden, it reloads once for that build, and keeps the place", async () => {
  await say(
    site.url,
    "deployed",
    Array.from({ length: 80 }, (_, n) => `message ${n}`),
  );
  const { ada, loads, deploy } = await underDeploy();
  deploy();
  await ada.opens("/deployed");
  const offer = ada.page.locator(".connection-bar", { hasText: "Edgewise was updated." });
  await offer.waitFor();
  await ada.page.locator(".scroller").evaluate((scroller) => scroller.scrollTo({ top: -900 }));
  await ada.page.getByRole("button", { name: "To the newest message" }).waitFor();
  await ada.page.getByText("message 29", { exact: true }).waitFor({ state: "attached" }); // of the older page, which fills the view
  await ada.listRests();
  const firstInView = () =>
    ada.page.evaluate(() => {
      const { top } = document.querySelector(".scroller")!.getBoundingClientRect();
      const rows = [...document.querySelectorAll<HTMLElement>(".message")];
      return rows.find((row) => row.getBoundingClientRect().bottom > top)?.querySelector(".text")?.textContent;
    });
  const before = await firstInView();
  expect(loads()).toBe(1);
  await Promise.all([ada.page.waitForEvent("domcontentloaded"), becomes(ada, "hidden")]);
  await offer.waitFor();
  await expect.poll(firstInView).toBe(before);
  await becomes(ada, "hidden");
  await ada.sends("still here"); // the script has had its turns
  await ada.sees("still here");
  expect(loads()).toBe(2);
});

it("a page with a draft does not reload by itself; its button reloads, and the text of an edit stays in the box", async () => {
  const { ada, loads, deploy } = await underDeploy();
  await ada.opens("/draft");
  await ada.sends("A slip.");
  await ada.sees("A slip.");
  await ada.writes("a draft");
  deploy();
  await ada.page.reload();
  await ada.page.getByText("Edgewise was updated.").waitFor();
  await becomes(ada, "hidden");
  await ada.writes(" that grows");
  await becomes(ada, "visible");
  expect(await ada.box.inputValue()).toBe("a draft that grows");
  await ada.box.fill("");
  await ada.box.press("ArrowUp");
  await ada.box.fill("A correction");
  const before = loads();
  await ada.page.getByRole("button", { name: "Reload" }).click();
  await ada.page.getByText("Editing your message").waitFor();
  expect([await ada.box.inputValue(), loads()]).toEqual(["A correction", before + 1]);
});
