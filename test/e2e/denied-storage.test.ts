/** Browsers whose storage never answers or is denied: messages are sent all the same, and the page says what it cannot keep. */
import { expect, it } from "vitest";
import { attaches } from "./support/files";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";

const { visitor } = setupSite();

/** Before a page is opened: what happens to its IndexedDB. */
const DATABASES = {
  "never answers": () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
  "is denied": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  },
  "is full": () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
};

const warning = (who: Visitor) => who.page.getByText("not kept on this device");

it.each(Object.entries(DATABASES))("with an IndexedDB that %s, a message arrives, and the page warns", async (what, breakIt) => {
  const ada = await visitor();
  await ada.page.addInitScript(breakIt);
  await ada.opens(`/denied/${what.replaceAll(" ", "-")}`);
  await ada.sends("one");
  await ada.sends("two");
  await ada.page.locator(".message:not(.pending)").nth(1).waitFor();
  await warning(ada).waitFor();
  expect(await ada.texts()).toEqual(["one", "two"]);
  await ada.page.reload();
  await ada.isOnline();
  expect(await ada.texts()).toEqual(["one", "two"]);
  expect(ada.console).toEqual([]);
});

it("W37 with an IndexedDB that is full, a file is sent from memory", async () => {
  const ada = await visitor();
  await ada.page.addInitScript(DATABASES["is full"]);
  await ada.opens("/denied/file");
  await attaches(ada, "drop", { name: "list.csv", bytes: 2_000 });
  await ada.sends("Here it is");
  await ada.page.locator(".message:not(.pending)").getByRole("link", { name: "list.csv" }).waitFor();
  expect(ada.console).toEqual([]);
});

it("with an IndexedDB that never answers, a message that waits is there again after a visit to another channel, and is sent", async () => {
  const ada = await visitor();
  await ada.page.addInitScript(DATABASES["never answers"]);
  let isBlocked = false;
  await ada.page.routeWebSocket(/_ws/, (route) => (isBlocked ? void route.close() : void route.connectToServer()));
  await ada.opens("/denied/left");
  await ada.page.getByRole("link", { name: "Edgewise: go to the lobby" }).click();
  await ada.page.getByLabel("Message to lobby").waitFor();
  isBlocked = true;
  await ada.page.goBack();
  await ada.isOffline();
  await ada.sends("I wait");
  await ada.page.goForward();
  await ada.page.getByLabel("Message to lobby").waitFor();
  isBlocked = false;
  await ada.page.goBack();
  await ada.sees("I wait");
  expect(await ada.texts()).toEqual(["I wait"]);
});

it("without local storage, a draft is there again after a visit to another channel", async () => {
  const ada = await visitor();
  await ada.page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  );
  await ada.opens("/denied/draft");
  await ada.writes("half a thought");
  for (const channel of ["denied/other", "denied/draft"]) {
    await ada.page.getByLabel("Open another channel").fill(channel);
    await ada.page.keyboard.press("Enter");
    await ada.page.getByLabel(`Message to ${channel}`).waitFor();
  }
  expect(await ada.box.inputValue()).toBe("half a thought");
  expect(ada.console).toEqual([]);
});
