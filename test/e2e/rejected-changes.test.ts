/** Changes that the channel rejects: they wait, or stay with their author. */
import { expect, it } from "vitest";
import { setupSite } from "./support/site";
import { adaAndBen } from "./support/two-people";
import { Wire } from "./support/wire";

const site = setupSite();
const { visitor } = site;

it("W19 an edit among too many changes waits and arrives by itself", async () => {
  const [ada, ben] = await adaAndBen(site, "/hasty");
  const refused: unknown[] = [];
  ada.page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => void (String(payload).includes("rate_limited") && refused.push(payload))),
  );
  await ada.opens("/hasty");
  await ada.message("Hello.").hover();
  const react = ada.message("Hello.").getByRole("button", { name: "React with 👍", exact: true });
  for (let clicks = 0; refused.length === 0 && clicks < 1_000; clicks++)
    await react.evaluate((button: HTMLElement) => button.click()); // by mouse it would not be too fast
  expect(refused).not.toEqual([]);
  await ada.box.press("ArrowUp");
  await ada.box.fill("Hello, slowly.");
  await ada.box.press("Enter");
  await ben.sees("Hello, slowly.");
  await ada.sees("Hello, slowly.");
});

it("W14 an edit of a message that was deleted meanwhile stays with its author, with the reason, and can be sent again", async () => {
  const ada = await visitor();
  const wire = await Wire.of(ada.page);
  await ada.opens("/gone");
  await ada.sends("Hello.");
  await ada.sees("Hello.");
  const elsewhere = await ada.inAnotherTab();
  await elsewhere.opens("/gone");
  await wire.cut();
  await ada.isOffline();
  await ada.box.press("ArrowUp");
  await ada.box.fill("A long and careful text.");
  await ada.box.press("Enter");
  await ada.page.getByText("the change is waiting for the connection").waitFor();
  await elsewhere.chooses("Delete", "A long and careful text."); // which all tabs show
  await elsewhere.page.getByRole("button", { name: "Close" }).click();
  await wire.mend();
  const notChanged = "Not changed: That message is not there any more.";
  await ada.page.locator(".notice", { hasText: notChanged }).waitFor();
  await ada.page.locator(".refusal", { hasText: notChanged }).waitFor();
  await ada.page.getByRole("button", { name: "Edit" }).click();
  expect(await ada.box.inputValue()).toBe("A long and careful text.");
  expect(await ada.focus()).toMatch(/^Message to/);
});
