/** Sizes of files, in units that every language has. */
import { expect, it } from "vitest";
import { formatsOf } from "../../../src/strings/formats";

it("a size is in kilobytes or megabytes, with the language's own decimal sign, and never nothing", () => {
  const { size } = formatsOf("en");
  expect([1, 1_000, 123_456, 8 * 1_048_576, 2_249_000].map(size)).toEqual(["1 kB", "1 kB", "124 kB", "8.4 MB", "2.2 MB"]);
  expect(formatsOf("fr").size(2_200_000)).toBe("2,2 MB");
});
