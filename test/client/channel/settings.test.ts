/** The channel's settings, and what the user is told about themselves (W21, W24, W26), as the page folds them. */
import { createRoot } from "solid-js";
import { expect, it, onTestFinished, vi } from "vitest";
import { ask, RefusedError } from "../../../src/channel/ask";
import { removeBefore } from "../../../src/channel/remove-before";
import { DEFAULTS } from "../../../src/channel/settings";
import type { Settings } from "../../../src/shared/protocol";
import { createPast } from "../../../src/timeline/create-past";
import onDemandStrings from "../../../src/strings/on-demand/en";
import "../support/browser";
import { ADA, BEN, message, openPage, stateOf } from "../support/channel-page";

const settings: Settings = { ...DEFAULTS, topic: "News", staff: [{ ...BEN, role: "owner" }] };
const MUTED = { reason: "muted", until: 9_000_000_000_000 } as const;

it("W24 the settings come with the snapshot, the welcome and an event; an older Worker's channel has the defaults", async () => {
  const snapshot = { epoch: "e1", seq: 0, you: ADA, n: 1, users: [ADA], messages: [], more: false, settings };
  const page = await openPage({ snapshot });
  expect(page.channel.settings()).toEqual(settings);
  await page.online({ settings: { ...settings, topic: "Old news" } });
  expect(page.channel.settings().topic).toBe("Old news");
  page.say({ t: "settings", d: settings });
  expect(page.channel.settings()).toEqual(settings);
  page.server.latest.hangUp(1006).flush();
  await vi.waitFor(() => expect(page.server.sockets.length).toBe(2));
  await page.online();
  expect(page.channel.settings()).toEqual(DEFAULTS);
});

it("W21 the role of a user is that in the list of staff", async () => {
  const page = await openPage();
  await page.online({ settings });
  expect([page.channel.roleOf(BEN.id), page.channel.roleOf(ADA.id)]).toEqual(["owner", undefined]);
  page.say({ t: "settings", d: { ...settings, staff: [{ ...ADA, role: "moderator" }] } });
  expect([page.channel.roleOf(BEN.id), page.channel.roleOf(ADA.id)]).toEqual([undefined, "moderator"]);
});

it("W21 W26 what the user is told about themselves replaces what was told before, and outlives a new name", async () => {
  const page = await openPage();
  await page.online({ you: { ...ADA, role: "moderator" } });
  page.say({ t: "you", d: { ...ADA, readOnly: MUTED } });
  expect(page.channel.you()).toEqual({ ...ADA, readOnly: MUTED });
  page.say({ t: "name", d: { user: { ...ADA, name: "Augusta" } } });
  expect(page.channel.you()).toEqual({ ...ADA, name: "Augusta", readOnly: MUTED });
  page.say({ t: "name", d: { user: { ...BEN, name: "Benjamin" } } });
  expect([page.channel.you().name, page.channel.readOnly()]).toEqual(["Augusta", MUTED]);
});

it("W26 Enter sends nothing while the user cannot write, says why, and leaves the text in the box", async () => {
  const page = await openPage();
  await page.online();
  page.say({ t: "you", d: { ...ADA, readOnly: { reason: "staff_only" } } });
  page.write("half a thought");
  expect([page.box.value, page.channel.unsent.entries(), page.composer.problem()]).toEqual([
    "half a thought",
    [],
    onDemandStrings.reasons.staff_only,
  ]);
  page.say({ t: "you", d: ADA });
  page.write("half a thought");
  expect([page.box.value, page.channel.unsent.entries().length]).toEqual(["", 1]);
});

it("W26 a refusal takes the channel off the page, but not what was not sent; after a welcome all is there again", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1)], seq: 1, settings, users: [ADA, BEN], n: 2 });
  page.channel.unsent.send("not sent");
  page.server.latest.hangUp(4001, "You are banned.").flush();
  page.channel.refuse({ code: "forbidden", reason: "banned", message: "You are banned." });
  const { people, readOnly, timeline, unsent } = page.channel;
  expect([page.texts(), timeline().quotes, people().users, people().n, page.channel.settings()]).toEqual([
    [],
    undefined,
    [],
    0,
    DEFAULTS,
  ]);
  expect([readOnly()?.reason, unsent.entries().map(({ text }) => text)]).toEqual(["banned", ["not sent"]]);
  page.channel.refuse(undefined);
  expect(page.server.latest.query).toEqual({}); // it asks for everything, not for what is new
  await page.online({ messages: [message(1)], seq: 1, settings });
  expect([page.texts(), readOnly(), page.channel.settings()]).toEqual([["message 1"], undefined, settings]);
});

it("W29 a page that was refused opens no socket", async () => {
  const refusal = { code: "forbidden", reason: "members_only", message: "Private." } as const;
  const page = await openPage({ refusal });
  expect([page.server.sockets.length, page.channel.refusal()]).toEqual([0, refusal]);
  page.channel.refuse(undefined);
  expect(page.server.sockets.length).toBe(1);
});

it("W24 messages from before a time are removed from the list, and none are older", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1), message(2), message(3)], seq: 3, more: true });
  removeBefore(page.channel, 2);
  expect([page.texts(), page.channel.timeline().more]).toEqual([["message 2", "message 3"], false]);
});

it("W24 W32 if all messages of a place in the past are removed, the list shows the latest ones", async () => {
  const place = { messages: [message(1), message(2)], more: false, newer: true };
  const page = await openPage({ snapshot: { epoch: "e1", seq: 101, you: ADA, n: 1, users: [ADA], ...place } });
  createRoot((dispose) => {
    onTestFinished(dispose);
    createPast(page.channel);
  });
  await page.online({ messages: [message(100), message(101)], seq: 101, more: true });
  expect(page.texts()).toEqual(["message 1", "message 2"]);
  removeBefore(page.channel, 2);
  expect(page.texts()).toEqual(["message 2"]);
  removeBefore(page.channel, 3);
  expect(page.texts()).toEqual(["message 100", "message 101"]);
});

it("W14 a question is answered by the event with its ref; a deletion by the message's new state", async () => {
  const page = await openPage();
  await page.online({ messages: [message(1, { user: BEN })], seq: 1 });
  const done = ask(page.channel, { t: "mute", d: { user: BEN.id, for: 60 } });
  page.say({ t: "done", d: { ref: "another" } }, { t: "done", d: { ref: page.latestRef()! } });
  expect(await done).toEqual({ ref: expect.any(String) });
  const deleted = ask(page.channel, { t: "delete", d: { id: 1 } });
  page.say(stateOf(message(1, { user: BEN, seq: 2, text: "", deleted: true, removed: true })));
  expect(await deleted).toMatchObject({ id: 1, removed: true });
});

it("W14 a question that is refused, or that gets no answer, is rejected with the reason", async () => {
  const page = await openPage();
  await page.online();
  const refused = ask(page.channel, { t: "unban", d: { user: BEN.id } });
  page.say({ t: "error", d: { code: "forbidden", reason: "not_staff", message: "No.", ref: page.latestRef()! } });
  await expect(refused).rejects.toMatchObject({ code: "forbidden", reason: "not_staff", message: "No." });
  const lost = ask(page.channel, { t: "unban", d: { user: BEN.id } });
  page.server.latest.hangUp(1006).flush();
  await expect(ask(page.channel, { t: "sanctions" })).rejects.toBeInstanceOf(RefusedError); // offline
  await vi.waitFor(() => expect(page.server.sockets.length).toBe(2));
  await page.online();
  await expect(lost).rejects.toMatchObject({ reason: "no_answer" });
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers();
  const silent = ask(page.channel, { t: "sanctions" });
  vi.advanceTimersByTime(15_000);
  await expect(silent).rejects.toMatchObject({ reason: "no_answer" });
});
