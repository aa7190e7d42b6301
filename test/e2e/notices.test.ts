/** What people without a role read of roles, settings, sanctions and privacy (W21–W29), in the browser. */
import { expect, it } from "vitest";
import { Owner } from "./support/owner";
import { say } from "./support/program";
import type { Visitor } from "./support/people";
import { setupSite } from "./support/site";

const site = setupSite({ vars: { LIMITS_SCALE: 10 } }); // each test has new people, all from one address

const HOUR = 3_600; // seconds

/** Waits until the page reports changes: it has loaded that part and its sentences, and has had time to start it. */
async function listens(visitor: Visitor): Promise<void> {
  await visitor.hasLoaded("when-idle");
  await visitor.page.waitForLoadState("networkidle");
  await visitor.page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve))));
}

it("W26 a muted person reads why and until when, keeps the text, and can write again afterwards without a reload", async () => {
  const owner = await Owner.of(site.url, "muted");
  const ada = await site.visitor();
  await ada.opens("/muted");
  await listens(ada);
  await ada.sends("Hi!");
  const { user } = await owner.message("Hi!");
  await ada.writes("half a thought");
  await owner.does({ t: "mute", d: { user, for: HOUR } });
  await ada.page.getByRole("status").filter({ hasText: "You are muted here until" }).waitFor();
  await ada.box.press("Control+Enter");
  const alert = ada.page.locator(".composer").getByRole("alert").filter({ hasText: "You are muted here until" });
  await alert.waitFor({ state: "attached" }); // heard once more, and seen once: the note says it already
  expect(await alert.evaluate((element) => element.getBoundingClientRect().width)).toBe(1);
  await ada.box.press("x");
  expect(await ada.box.inputValue()).toBe("half a thought");
  expect(await ada.page.getByRole("button", { name: ada.words.composer.send }).isDisabled()).toBe(true);
  await owner.does({ t: "mute", d: { user, for: 0 } });
  await ada.page.locator(".notice", { hasText: ada.words.notices.writable }).waitFor();
  await alert.waitFor({ state: "detached" });
  await ada.box.press("Enter");
  await ada.sees("half a thought");
});

it("W26 a mute ends by itself when its time is over", async () => {
  const owner = await Owner.of(site.url, "muted-shortly");
  const ada = await site.visitor();
  await ada.opens("/muted-shortly");
  await listens(ada);
  await ada.sends("Hi!");
  const { user } = await owner.message("Hi!");
  await owner.does({ t: "mute", d: { user, for: 1 } });
  await ada.page.locator(".notice", { hasText: ada.words.notices.writable }).waitFor();
  await ada.sends("Back again.");
  await ada.sees("Back again.");
});

it("W24 who may not write reads so before they type", async () => {
  const owner = await Owner.of(site.url, "for-staff");
  await owner.does({ t: "set", d: { write: "staff" } });
  const ada = await site.visitor();
  await ada.opens("/for-staff");
  await listens(ada);
  await ada.page.getByText(ada.words.reasons.staff_only).waitFor();
  expect(await ada.box.isEditable()).toBe(false);
  await owner.does({ t: "set", d: { write: "known" } });
  await ada.page.getByText(ada.words.reasons.known_only).waitFor();
  await owner.does({ t: "set", d: { write: "all" } });
  await ada.page.locator(".notice", { hasText: ada.words.notices.writable }).waitFor();
  expect(await ada.box.isEditable()).toBe(true);
});

it("W24 in slow mode the composer counts down after a message, and keeps the next text until it can be sent", async () => {
  const owner = await Owner.of(site.url, "slow");
  await owner.does({ t: "set", d: { slow: 3 } });
  const ada = await site.visitor();
  await ada.opens("/slow");
  await ada.sends("one");
  await ada.page.getByRole("timer").filter({ hasText: "you can write again in 0:0" }).waitFor();
  await ada.sends("two");
  const alert = ada.page.getByRole("alert").filter({ hasText: ada.words.reasons.slow_mode }); // heard: the countdown is seen
  await alert.waitFor({ state: "attached" });
  expect(await ada.box.inputValue()).toBe("two");
  await ada.page.getByRole("timer").filter({ hasText: "again" }).waitFor({ state: "detached" });
  await alert.waitFor({ state: "detached" });
  await ada.box.press("Enter");
  await ada.sees("two");
});

it("W25 W21 a removed message says that staff removed it, and staff are marked by a word", async () => {
  const owner = await Owner.of(site.url, "removed");
  await say(site.url, "removed", ["Something rude."]);
  const { id } = await owner.message("Something rude.");
  const ada = await site.visitor();
  await ada.opens("/removed");
  await ada.page.locator(".by .role-badge", { hasText: ada.words.roles.owner }).waitFor();
  await ada.page.locator(".people").click();
  await ada.page.locator(".people-one .role-badge", { hasText: ada.words.roles.owner }).waitFor();
  await owner.removes(id);
  await ada.sees(ada.words.messageRow.removed);
  await ada.page.reload();
  await ada.sees(ada.words.messageRow.removed);
  expect(await ada.page.content()).not.toContain("Something rude");
});

it("W24 the topic, the pinned messages and the rules are in a line under the name; a pinned message is jumped to", async () => {
  const owner = await Owner.of(site.url, "special", "Read me first.", "And me.");
  const ada = await site.visitor();
  await ada.opens("/special");
  expect(await ada.page.locator(".head-line").count()).toBe(0);
  const topic = `All about the release, see https://example.com/release and ${"more ".repeat(30)}`.trim();
  await owner.does({ t: "set", d: { topic, pins: [1], slow: 60, keep: 86_400 } });
  const line = ada.page.locator(".head-line");
  await line.filter({ hasText: "All about the release" }).click();
  const popover = ada.page.getByRole("dialog", { name: ada.words.channelInfo.title });
  await popover.getByRole("link", { name: "https://example.com/release" }).waitFor();
  expect(await popover.getByRole("listitem").allInnerTexts()).toEqual([
    "Slow mode: each person can write one message every 1 minute.",
    "Messages are deleted after 1 day.",
    expect.stringContaining("Read me first."),
  ]);
  await popover.getByRole("button", { name: "Read me first." }).click();
  await popover.waitFor({ state: "hidden" });
  await owner.does({ t: "set", d: { topic: "Longer than the name, but not than the window" } });
  const whole = line.locator(".head-topic", { hasText: "Longer than the name" });
  expect(await whole.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await owner.does({ t: "set", d: { topic: "", pins: [], slow: 0, keep: 0 } });
  await line.waitFor({ state: "detached" });
});

it("W26 a ban takes the channel off the open page, and keeps what is not sent; the page's source contains nothing of it", async () => {
  const owner = await Owner.of(site.url, "banned", "A secret plan.");
  await owner.does({ t: "set", d: { topic: "Plans" } });
  const ada = await site.visitor();
  await ada.opens("/banned");
  await ada.sends("Rude words.");
  const { user } = await owner.message("Rude words.");
  await ada.writes("not sent yet");
  await owner.does({ t: "ban", d: { user, for: HOUR } });
  const why = ada.page.getByRole("alert").filter({ hasText: /You are banned from this channel until .+\d/ });
  await why.waitFor();
  expect(await ada.page.locator(".channel").innerText()).not.toMatch(/secret|Rude|Olga|Plans/);
  expect(await ada.box.inputValue()).toBe("not sent yet");

  const response = await ada.page.reload();
  expect(response!.status()).toBe(403);
  expect(await response!.text()).not.toMatch(/secret|Rude|Olga|Plans|"n":/);
  expect(await response!.text()).toMatch(/<noscript><p class="note">You are banned from this channel until /);
  await why.waitFor();
  expect(await ada.box.inputValue()).toBe("not sent yet");
  await ada.page.getByText(ada.words.refused.kept).waitFor();

  await owner.does({ t: "unban", d: { user } });
  await ada.page.getByRole("button", { name: ada.words.refused.retry }).click();
  await ada.sees("A secret plan.");
  await ada.box.press("Enter");
  await ada.sees("not sent yet");
});

it("W26 a ban that is lifted while the page is open is told, and nothing has to be pressed", async () => {
  const owner = await Owner.of(site.url, "lifted", "A secret plan.");
  const ada = await site.visitor();
  await ada.opens("/lifted");
  await ada.sends("Rude words.");
  const { user } = await owner.message("Rude words.");
  await owner.does({ t: "ban", d: { user, for: HOUR } });
  await ada.page
    .getByRole("alert")
    .filter({ hasText: /You are banned from this channel until .+\d/ })
    .waitFor();
  await owner.does({ t: "unban", d: { user } });
  await ada.page.evaluate(() => window.dispatchEvent(new Event("focus"))); // the user comes back to the window
  await ada.page.locator(".notice", { hasText: ada.words.refused.over }).waitFor();
  await ada.sees("A secret plan.");
});

it("W26 people who are new at a banned person's address can read, and read why they cannot write", async () => {
  const owner = await Owner.of(site.url, "banned-address");
  const ada = await site.visitor();
  await ada.opens("/banned-address");
  await ada.sends("Rude words.");
  const { user } = await owner.message("Rude words.");
  await owner.does({ t: "ban", d: { user, for: HOUR } });
  const next = await site.visitor();
  await next.opens("/banned-address");
  await listens(next);
  await next.page.getByText("Someone at your internet address is banned here.").waitFor();
  await next.sees("Welcome.");
  await owner.does({ t: "unban", d: { user } });
  await next.page.locator(".notice", { hasText: next.words.notices.writable }).waitFor();
});

it("W29 W23 a private channel shows an outsider nothing; a wrong key changes that in nothing, and the key of a link opens it", async () => {
  const owner = await Owner.of(site.url, "private", "A secret plan.");
  await owner.does({ t: "set", d: { read: "members", topic: "Plans" } });
  const ada = await site.visitor();
  const response = await ada.page.goto(`${site.url}/private`);
  expect([response!.status(), await response!.text()]).toEqual([403, expect.not.stringMatching(/secret|Olga|Plans|"n":/)]);
  await ada.page.getByRole("alert").filter({ hasText: ada.words.reasons.members_only }).waitFor();
  expect(await ada.page.locator(".people").count()).toBe(0);
  expect(await ada.box.isVisible()).toBe(false); // nothing was written

  await ada.page.goto("about:blank");
  await ada.visits("/private#key=wrong");
  await ada.page.getByRole("alert").filter({ hasText: ada.words.reasons.bad_key }).waitFor();
  expect(new URL(ada.page.url()).hash).toBe("");

  const { key } = await owner.does({ t: "invite", d: { role: "member", uses: 1, for: HOUR } });
  await ada.page.goto("about:blank");
  await ada.visits(`/private#key=${key}`);
  await ada.sees("A secret plan.");
  await ada.page.locator(".notice", { hasText: ada.words.notices.member("private") }).waitFor();
  await ada.isOnline();
  await ada.sends("Thanks for the invitation.");
  await ada.sees("Thanks for the invitation.");
});

it("W29 everyone who is there when a channel becomes private is told, and stays", async () => {
  const owner = await Owner.of(site.url, "becomes-private");
  const ada = await site.visitor();
  await ada.opens("/becomes-private");
  await listens(ada);
  await owner.does({ t: "set", d: { read: "members" } });
  await ada.page.locator(".notice", { hasText: ada.words.notices.private }).waitFor();
  await ada.page.reload();
  await ada.sees("Welcome.");
});

it("W23 a key is redeemed in a channel that one can read, and each change of one's role is told", async () => {
  const owner = await Owner.of(site.url, "invited");
  const { key } = await owner.does({ t: "invite", d: { role: "moderator", uses: 1, for: HOUR } });
  const ada = await site.visitor();
  await ada.opens("/invited");
  await ada.page.evaluate((hash) => (location.hash = hash), `key=${key}`);
  await ada.page.locator(".notice", { hasText: ada.words.notices.moderator("invited") }).waitFor();
  expect(ada.page.url()).not.toContain("key");
  await ada.sends("At your service.");
  await ada.message("At your service.").locator(".role-badge", { hasText: ada.words.roles.moderator }).waitFor();
  const { user } = await owner.message("At your service.");
  await ada.page.locator(".notice").waitFor({ state: "detached" });
  await ada.page.evaluate((hash) => (location.hash = hash), `key=${key}`); // it is used up, by herself
  await ada.page.locator(".notice", { hasText: ada.words.notices.moderator("invited") }).waitFor();
  await owner.does({ t: "role", d: { user, role: "none" } });
  await ada.page.locator(".notice", { hasText: ada.words.notices.noRole("invited") }).waitFor();
  await ada.page.evaluate((hash) => (location.hash = hash), `key=${key}`);
  await ada.page.locator(".notice", { hasText: ada.words.reasons.bad_key }).waitFor();
});

it("W22 the first author owns the channel, reads so before, and is offered a recovery link once", async () => {
  const ada = await site.visitor();
  await ada.opens("/mine");
  await ada.page.getByText(ada.words.emptyChannel.channel).waitFor();
  await ada.sends("First!");
  await ada.page.getByRole("button", { name: ada.words.notices.makeLink }).click();
  const dialog = ada.page.getByRole("dialog", { name: ada.words.identityLinks.recovery.label });
  await dialog.getByRole("button", { name: ada.words.identityLinks.recovery.make }).click();
  expect(await dialog.getByLabel(ada.words.identityLinks.recovery.label).inputValue()).toContain("/mine#device=");
  await dialog.getByText(ada.words.identityLinks.once).waitFor();
  await dialog.getByRole("button", { name: ada.words.identityLinks.again }).waitFor();
  await ada.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await ada.opens("/mine");
  await ada.page.locator(".by .role-badge").waitFor();
  expect(await ada.page.getByText(ada.words.notices.recovery).count()).toBe(0);
});

it("W22 the recovery link is also offered if the part that offers it comes after the first message", async () => {
  const ada = await site.visitor();
  const part = Promise.withResolvers<void>();
  await ada.page.route(/ChannelNotices.*\.js$/, (route) => part.promise.then(() => route.continue()));
  await ada.opens("/mine-at-once");
  await ada.sends("First!");
  await ada.sees("First!");
  part.resolve();
  await ada.page.getByRole("button", { name: ada.words.notices.makeLink }).waitFor();
});

it("W28 a message of someone else can be reported, with a reason that is not lost", async () => {
  const owner = await Owner.of(site.url, "reported", "Something rude.");
  const ada = await site.visitor();
  await ada.opens("/reported");
  await ada.chooses(ada.words.messageActions.report, "Something rude.");
  const dialog = ada.page.getByRole("dialog", { name: ada.words.report.title });
  await dialog.getByLabel(ada.words.report.reason).fill("It is rude.");
  await ada.page.context().setOffline(true);
  await ada.isOffline();
  await dialog.getByRole("button", { name: ada.words.report.send }).click();
  await dialog.getByRole("alert").filter({ hasText: ada.words.reasons.no_answer }).waitFor();
  await ada.page.context().setOffline(false);
  await ada.isOnline();
  await dialog.getByRole("button", { name: ada.words.report.send }).click();
  await ada.page.locator(".notice", { hasText: ada.words.report.done }).waitFor();
  expect(await owner.hearsOfReports()).toBe(1);
  await ada.sends("Mine.");
  await ada.clicksAction(ada.words.messageActions.more, "Mine.");
  await ada.page.getByRole("menuitem", { name: ada.words.messageActions.delete }).waitFor();
  expect(await ada.page.getByRole("menuitem", { name: ada.words.messageActions.report }).count()).toBe(0);
});
