/** Cookies: names that browsers forget, and browsers that refuse cookies. */
import { expect, it } from "vitest";
import { withoutCookies } from "./support/no-cookies";
import { setupSite } from "./support/site";
import { Visitor } from "./support/people";
import { WINDOWS } from "./support/states";

const site = setupSite();

it("W17 with cookies refused, a page is one person: a message is stored once, and its author can edit it", async () => {
  await using proxy = await withoutCookies(site.edgewise.port);
  const [ada, ben] = [await Visitor.of(site.browser, proxy.url, WINDOWS.phone), await site.visitor()];
  await ben.opens("/cookies/refused");
  let isEchoLost = false;
  await ada.page.routeWebSocket(/_ws/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      if (isEchoLost || !String(frame).includes('"text":"once"')) return socket.send(frame);
      isEchoLost = true; // and the connection with it
      void server.close();
      void socket.close({ code: 1012 });
    });
  });
  await ada.opens("/cookies/refused");
  expect(await ada.page.context().cookies()).toEqual([]);
  const notice = ada.page.getByText(/^This browser refuses cookies/);
  await notice.waitFor();

  await ada.sends("once");
  await ada.sees("once");
  expect(isEchoLost).toBe(true);
  await ada.chooses("Edit", "once");
  await ada.box.fill("only once");
  await ada.page.keyboard.press("Enter");
  await ben.sees("only once");
  expect(await ben.texts()).toEqual([expect.stringContaining("only once")]);

  await notice.getByRole("button", { name: "Close", exact: true }).click();
  await notice.waitFor({ state: "detached" });
  await ada.page.context().close();
});

it("W10 a name whose cookie is gone is still the name, for everyone and in every channel", async () => {
  const [ada, ben] = [await site.visitor(), await site.visitor()];
  await Promise.all([ada.opens("/cookies/lost"), ben.opens("/cookies/lost")]);
  await ada.isCalled("Ada");
  await ada.sends("This is my name.");
  await ben.sees("This is my name.");
  await ada.page.context().clearCookies({ name: "name" });
  await ada.opens("/cookies/lost");
  await ada.sends("It still is.");
  await ben.sees("It still is.");
  expect(new Set(await ben.authors())).toEqual(new Set(["Ada"]));
  await ada.opens("/cookies/elsewhere");
  expect(await ada.page.getByLabel("Your name").inputValue()).toBe("Ada");
});

it("on a phone a chosen name is a button in the composer, which opens its field over the messages", async () => {
  const ada = await site.visitor(WINDOWS.phone);
  await ada.opens("/names/phone");
  const field = ada.page.getByLabel("Your name");
  const isShown = () =>
    field.evaluate((field) => field.checkVisibility() && !field.closest(".name-box:not(:focus-within).collapsible"));
  const button = ada.page.getByRole("button", { name: "Change name: Ada", exact: true });
  const room = async () => (await ada.page.locator(".talk").boundingBox())!.height;
  expect([await isShown(), await ada.page.locator(".composer-name").isVisible()]).toEqual([true, false]);
  const before = await room();
  await ada.isCalled("Ada");
  await button.waitFor();
  expect([await isShown(), await ada.focus()]).toEqual([false, "Message to names/phone"]);
  const after = await room();
  expect(after).toBeGreaterThan(before);

  await ada.page.reload();
  await ada.isOnline();
  await button.press("Enter");
  expect([await isShown(), await field.inputValue(), await room()]).toEqual([true, "Ada", after]);
  await ada.page.keyboard.press("Escape");
  expect([await isShown(), await ada.focus(), await room()]).toEqual([false, "Message to names/phone", after]);
});

it("with cookies refused and a newer build, both bars can be read and clicked", async () => {
  await using proxy = await withoutCookies(site.edgewise.port);
  for (const window of Object.values(WINDOWS)) {
    const ada = await Visitor.of(site.browser, proxy.url, window);
    await ada.page.routeWebSocket(/_ws/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((frame) => socket.send(String(frame).replace(/"build":"\w+"/, '"build":"next"')));
    });
    await ada.page.route("**/api/health", (route) => route.fulfill({ json: { build: "next" } }));
    await ada.opens("/cookies/build");
    for (const button of ["Reload", "Close"])
      await ada.page.getByRole("button", { name: button, exact: true }).click({ trial: true });
    await ada.page.context().close();
  }
});

it("on a phone a toast leaves the open name field and its hint free", async () => {
  const ada = await site.visitor(WINDOWS.phone);
  await ada.keepsToasts();
  await ada.opens("/names/toast");
  const top = async (selector: string) => (await ada.page.locator(selector).boundingBox())!;
  const isFree = async () => {
    const [toast, hint] = [await top(".notice"), await top(".name-box-hint")];
    return toast.y + toast.height <= hint.y;
  };
  await ada.sends("one");
  await ada.sees("one");
  await ada.chooses("Delete", "one");
  await ada.page.locator(".notice").waitFor();
  const field = ada.page.getByLabel("Your name");
  await field.focus();
  await expect.poll(isFree).toBe(true);
  await ada.isCalled("Ada");
  await field.focus();
  await expect.poll(isFree).toBe(true);
  await field.click({ trial: true });
});
