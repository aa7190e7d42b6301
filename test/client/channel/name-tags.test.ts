/** Tags distinguish people whose names look the same. */
import { expect, it } from "vitest";
import { sharedSkeletons, tagOf } from "../../../src/channel/name-tags";

it("users with the same name get a tag, in any case of letters; one user who is listed twice does not", () => {
  const [ada, other, ben] = [
    { id: "abcdef", name: "Ada" },
    { id: "ghijkl", name: "ADA" },
    { id: "mnopqr", name: "Ben" },
  ];
  const shared = sharedSkeletons([ada, ben, other, ada, ben]);
  expect([ada, other, ben].map((user) => tagOf(user, shared))).toEqual(["#abcd", "#ghij", undefined]);
  expect(sharedSkeletons([ada, ada, ben]).size).toBe(0);
});

const tags = (...users: Parameters<typeof tagOf>[0][]) => users.map((user) => tagOf(user, sharedSkeletons(users)));

it.each([
  ["Ian", "lan"],
  ["Il", "l1"],
  ["B0b", "BOb"],
  ["Tom", "Torn"],
])("users whose names look alike, such as %s and %s, get a tag", (one, other) => {
  expect(tags({ id: "abcdef", name: one }, { id: "ghijkl", name: other })).toEqual(["#abcd", "#ghij"]);
});

it.each([
  ["Ida", "lda "],
  ["Bill", "Bili"],
  ["Tom", "Ton"],
])("the names %s and %s are told apart without a tag", (one, other) => {
  expect(tags({ id: "abcdef", name: one }, { id: "ghijkl", name: other })).toEqual([undefined, undefined]);
});

it("W10 names beyond ASCII are compared by the skeletons that the channel sends", () => {
  const ada = { id: "abcdef", name: "Ada" };
  expect(tags(ada, { id: "ghijkl", name: "Аda", skeletons: ["ada"] })).toEqual(["#abcd", "#ghij"]);
  expect(tags(ada, { id: "ghijkl", name: "Яна" })).toEqual([undefined, undefined]);
});
