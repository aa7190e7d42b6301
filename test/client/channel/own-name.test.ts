/** The chosen name reaches the channel, whatever happens meanwhile. */
import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createOwnName } from "../../../src/channel/own-name";
import * as People from "../../../src/channel/people";
import type { ClientEvent, Refusal, User } from "../../../src/shared/protocol";
import { welcome } from "../support/fake-server";

const GUEST = { id: "u1", name: "Guest 1" };
const ADA = { id: "u1", name: "Ada" };
const tooMany: Refusal = { code: "rate_limited", message: "Slowly.", retryAfter: 1_200 };

let online: boolean;
let sent: ClientEvent[];
let refused: Refusal[];
let ownName: ReturnType<typeof createOwnName>;

beforeEach(() => {
  vi.useFakeTimers();
  [online, sent] = [true, []];
  refused = [];
  ownName = createRoot(() =>
    createOwnName(
      (event) => online && sent.push(event) > 0,
      (why) => refused.push(why),
    ),
  );
});
afterEach(() => void vi.useRealTimers());

const names = () => sent.map((event) => event.t === "name" && event.d.name);
const welcomed = (you: User) => ownName.receive(welcome({ you }), you.id);
const confirmed = (user: User) => ownName.receive({ t: "name", d: { user } }, "u1");
const rejected = (d: Refusal) => ownName.receive({ t: "error", d }, "u1");

it("W10 a name that is chosen before the welcome is sent after it, and shown meanwhile", () => {
  online = false;
  ownName.choose("Ada");
  online = true;
  welcomed(GUEST);
  expect(names()).toEqual(["Ada"]);
  const people = People.withOwnName(People.peopleOf({ you: GUEST, n: 1, users: [GUEST] }), ownName.pending());
  expect([people.you, people.users]).toEqual([ADA, [ADA]]);
  confirmed(ADA);
  expect(ownName.pending()).toBeUndefined();
});

it("W10 a name that the channel has already is not sent", () => {
  online = false;
  ownName.choose("Ada");
  online = true;
  welcomed(ADA);
  expect([names(), ownName.pending()]).toEqual([[], undefined]);
});

it("W14 a name that is rate-limited is sent again after the time in the error", () => {
  ownName.choose("Ada");
  rejected({ ...tooMany, ref: sent[0]!.ref! });
  vi.advanceTimersByTime(1_199);
  expect(names()).toEqual(["Ada"]);
  vi.advanceTimersByTime(1);
  expect(names()).toEqual(["Ada", "Ada"]);
});

it("W14 an error that names another event, or none, does not concern the name; nor does one after the confirmation", () => {
  ownName.choose("Ada");
  rejected({ ...tooMany, cid: "c1", ref: "c1" });
  rejected(tooMany);
  confirmed(ADA);
  rejected({ ...tooMany, ref: sent[0]!.ref! });
  vi.advanceTimersByTime(60_000);
  expect(names()).toEqual(["Ada"]);
});

it("W26 the name of someone who is muted is not taken: the user is told, and the next welcome asks again", () => {
  const muted: Refusal = { code: "forbidden", reason: "muted", message: "You are muted.", until: 1 };
  welcomed(GUEST);
  ownName.choose("Ada");
  rejected({ ...muted, ref: sent[0]!.ref! });
  expect(refused).toEqual([expect.objectContaining(muted)]);
  vi.advanceTimersByTime(60_000);
  expect(names()).toEqual(["Ada"]);
  welcomed(GUEST);
  expect(names()).toEqual(["Ada", "Ada"]);
});
