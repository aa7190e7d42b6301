/** Sizes of files as each language writes them. */
import { expect, it } from "vitest";
import { formatsOf } from "../../../src/strings/formats";

it("a size is in kilobytes or megabytes of 1,024, and never nothing", () => {
  const { size } = formatsOf("en");
  expect([1, 1_024, 123_456, 8 * 1_048_576, 2_200_000].map(size)).toEqual(["1 kB", "1 kB", "121 kB", "8 MB", "2.1 MB"]);
  expect(formatsOf("fr").size(2_200_000)).toMatch(/^2,1\s+Mo$/);
});
