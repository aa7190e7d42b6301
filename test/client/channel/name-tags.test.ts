/** Tags distinguish people with the same name. */
import { expect, it } from "vitest";
import { sharedNames, tagOf } from "../../../src/channel/name-tags";

it("users with the same name get a tag, in any case of letters; one user who is listed twice does not", () => {
  const [ada, other, ben] = [
    { id: "abcdef", name: "Ada" },
    { id: "ghijkl", name: "ADA" },
    { id: "mnopqr", name: "Ben" },
  ];
  const shared = sharedNames([ada, ben, other, ada, ben]);
  expect([ada, other, ben].map((user) => tagOf(user, shared))).toEqual(["#abcd", "#ghij", undefined]);
  expect(sharedNames([ada, ada, ben]).size).toBe(0);
});
