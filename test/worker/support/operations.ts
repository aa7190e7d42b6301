/** The operations of property tests: what users do, and what happens to the network and the object. */
import fc from "../../support/fast-check";

export const USERS = ["ada", "ada", "ben", "cem"]; // ada has two tabs
const TEXTS = ["hi", "cafe\u0301", "\ud800 lone", "two\r\nlines", "👩‍👩‍👧", " "];
const EMOJI = ["👍", "🎉", "❤️"];

const client = fc.nat(USERS.length - 1);
/** A message: from 0, its position counted back from the newest one shown. Below 0, its negated id, which may not exist. */
const which = fc.integer({ min: -40, max: 30 });
const text = fc.constantFrom(...TEXTS);
const reply = fc.option(which, { freq: 4, nil: undefined });

function one<const T extends string, D>(t: T, weight: number, of: { [K in keyof D]: fc.Arbitrary<D[K]> }) {
  return { weight, arbitrary: fc.record({ t: fc.constant(t), ...of }) as unknown as fc.Arbitrary<{ t: T } & D> };
}

const operation = fc.oneof(
  one("write", 8, { client, text, reply }),
  one("edit", 3, { client, which, text }),
  one("delete", 2, { client, which }),
  one("react", 4, { client, which, emoji: fc.constantFrom(...EMOJI), on: fc.boolean() }),
  one("resend", 3, { client, sent: fc.nat(5) }),
  one("rename", 1, { client, name: fc.constantFrom("Ada", "Ben") }),
  one("load older", 3, { client, limit: fc.constantFrom(1, 7, 10, 50) }),
  one("offline", 2, { client }),
  one("online", 3, { client }),
  one("half-open", 1, { client }),
  one("settle", 2, {}),
  one("evict", 2, {}),
  one("restart", 1, {}),
  one("flood", 1, { count: fc.constantFrom(60, 501) }),
  one("reset", 1, {}),
);

export type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

export const operations = fc.array(operation, { minLength: 3, maxLength: 20, size: "max" });

/** The number of messages that are stored before the first client connects. */
export const past = fc.constantFrom(0, 0, 3, 50, 60, 130);
