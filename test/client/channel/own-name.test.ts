/** The name one takes reaches the channel, whatever comes between. */
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createNaming } from "../../../src/channel/own-name";
import * as People from "../../../src/channel/people";
import type { ClientEvent, Refusal } from "../../../src/shared/protocol";

const GUEST = { id: "u1", name: "Guest 1" };
const ADA = { id: "u1", name: "Ada" };
const tooMany: Refusal = { code: "rate_limited", message: "Slowly.", retryAfter: 1_200 };

let online: boolean;
let sent: ClientEvent[];
let naming: ReturnType<typeof createNaming>;

beforeEach(() => {
  vi.useFakeTimers();
  [online, sent] = [true, []];
  naming = createRoot(() => createNaming((event) => online && sent.push(event) > 0));
});
afterEach(() => void vi.useRealTimers());

const names = () => sent.map((event) => event.t === "name" && event.d.name);

it("W10 a name taken before the channel is there is sent once it is, and shown meanwhile", () => {
  online = false;
  naming.take("Ada");
  online = true;
  naming.welcome(GUEST);
  expect(names()).toEqual(["Ada"]);
  const people = People.called(People.peopleOf({ you: GUEST, n: 1, users: [GUEST] }), naming.asked());
  expect([people.you, people.users]).toEqual([ADA, [ADA]]);
  naming.confirm(ADA);
  expect(naming.asked()).toBeUndefined();
});

it("W10 a channel that knows it already is told nothing", () => {
  online = false;
  naming.take("Ada");
  online = true;
  naming.welcome(ADA);
  expect([names(), naming.asked()]).toEqual([[], undefined]);
});

it("W14 what is too much at once is told again after the time that the channel names", () => {
  naming.take("Ada");
  naming.refused(tooMany);
  vi.advanceTimersByTime(1_199);
  expect(names()).toEqual(["Ada"]);
  vi.advanceTimersByTime(1);
  expect(names()).toEqual(["Ada", "Ada"]);
});

it("W14 once the channel has it, no refusal is the name's, and neither is one that names a message", () => {
  naming.take("Ada");
  naming.refused({ ...tooMany, cid: "c1" });
  naming.confirm(ADA);
  naming.refused(tooMany);
  vi.advanceTimersByTime(60_000);
  expect(names()).toEqual(["Ada"]);
});
