/** Sizes of files as each language writes them. */
import { expect, it } from "vitest";
import { formatsOf } from "../../../src/strings/formats";

it("a size is in kilobytes or megabytes, and never nothing", () => {
  const { size } = formatsOf("en");
  expect([1, 1_000, 123_456, 8 * 1_048_576].map(size)).toEqual(["1 kB", "1 kB", "124 kB", "8.4 MB"]);
  expect(formatsOf("de").size(2_200_000)).toBe("2,2 MB");
});
