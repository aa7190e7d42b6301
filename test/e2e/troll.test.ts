/** The troll scenario: somebody who writes under five names, and comes back five times (W25–W27, W30). */
import { expect, it } from "vitest";
import type { ServerEvent } from "../../src/shared/protocol";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";

const site = setupSite({ vars: { LIMITS_SCALE: 100 } }); // a test cannot wait as long as a troll would

const NAMES = ["Max", "Moritz", "Til", "Loki", "Puck"];
const LINES = 6; // of each

/** Another identity at the same address: without the cookies, and without what the page has stored. */
async function comesBackAs(troll: Visitor, name: string, path: string): Promise<void> {
  await troll.page.context().clearCookies();
  await troll.page.evaluate(() => localStorage.clear());
  await troll.opens(path);
  await troll.isCalled(name);
}

/** Sends an event from the owner's page, with their cookie, and returns the answer. */
function asksAs(owner: Visitor, channel: string, event: object): Promise<ServerEvent> {
  return owner.page.evaluate(
    ([channel, frame]) =>
      new Promise<ServerEvent>((resolve) => {
        const socket = new WebSocket(`/_ws/${channel}`);
        socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
          const events = [JSON.parse(data) as ServerEvent | ServerEvent[]].flat();
          if (events.some(({ t }) => t === "welcome")) socket.send(frame!);
          const answer = events.find(({ d }) => "ref" in d && d.ref === "asked");
          if (answer) resolve(answer);
        });
      }),
    [channel, JSON.stringify({ ...event, ref: "asked" })],
  );
}

it("W25 W26 W27 W30 an owner ends what a troll does under ten names; a known person at the same address goes on", async () => {
  const [ada, ben, troll] = await Promise.all([site.visitor(), site.visitor(), site.visitor()]);
  await Promise.all([ada, ben, troll].map((who) => who.opens("/square")));
  await ada.isCalled("Ada");
  await ada.sends("Welcome to the square.");
  await ada.sees("Welcome to the square.");
  await ben.isCalled("Ben");
  await ben.sends("Good morning!");
  await ben.sees("Good morning!");

  for (const [index, name] of NAMES.entries()) {
    if (index === 0) await troll.isCalled(name);
    else await comesBackAs(troll, name, "/square");
    for (let line = 1; line <= LINES; line++) await troll.sends(`${name} ${line}`);
    await troll.sees(`${name} ${LINES}`);
  }
  await ada.sees(`Puck ${LINES}`);

  // Four of them are gone and are purged; the last one is banned, with the address
  for (const name of NAMES.slice(0, -1)) {
    await ada.chooses("Remove everything they wrote…", `${name} ${LINES}`);
    await ada.page
      .getByRole("dialog")
      .getByRole("button", { name: /^Remove/ })
      .click();
    await ada.page
      .locator(".message .text", { hasText: `${name} ` })
      .first()
      .waitFor({ state: "detached" });
  }
  await ada.chooses("Ban…", `Puck ${LINES}`);
  const dialog = ada.page.getByRole("dialog", { name: /^Ban .?Puck.?\?$/ });
  await dialog.getByRole("group", { name: "Also remove" }).getByRole("radio", { name: "1 hour" }).check();
  await ada.page.getByRole("button", { name: "Ban", exact: true }).click();
  await troll.page
    .getByText(/You are banned from this channel until/)
    .first()
    .waitFor();
  await ada.page.locator(".message .text", { hasText: "Puck " }).first().waitFor({ state: "detached" });

  for (let i = 1; i <= 5; i++) {
    await troll.page.context().clearCookies();
    await troll.page.evaluate(() => localStorage.clear());
    await troll.opens("/square");
    await troll.sees("Good morning!"); // can read
    await troll.page
      .getByText(/at your internet address is banned here/)
      .first()
      .waitFor(); // and is told that they cannot write
    expect(await troll.page.getByRole("button", { name: "Send", exact: true }).isEnabled()).toBe(false);
  }

  await ben.sends("What was that?");
  await ada.sees("What was that?");
  expect((await ada.texts()).filter((text) => NAMES.some((name) => text.startsWith(`${name} `)))).toEqual([]);

  // The ban's time is over
  const { user } = await puckOf(ada);
  await asksAs(ada, "square", { t: "ban", d: { user, for: 5 } });
  await troll.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".composer textarea")?.readOnly === false);
  await troll.sends("Sorry.");
  await ada.sees("Sorry.");

  const record = await asksAs(ada, "square", { t: "record", d: {} });
  const acts = record.t === "record" ? record.d.entries.map(({ act, user, count }) => [act, user?.name, count]) : [];
  expect(acts.toReversed()).toEqual([
    ...NAMES.slice(0, -1).map((name) => ["purge", name, LINES]),
    ["ban", "Puck", undefined],
    ["purge", "Puck", LINES],
    ["ban", "Puck", undefined],
  ]);
  expect([ada.console, ben.console]).toEqual([[], []]);
});

/** The last identity of the troll, from the list of sanctions. */
async function puckOf(owner: Visitor): Promise<{ user: string }> {
  const answer = await asksAs(owner, "square", { t: "sanctions" });
  if (answer.t !== "sanctions") throw new Error(JSON.stringify(answer));
  return { user: answer.d.banned[0]!.user.id };
}
