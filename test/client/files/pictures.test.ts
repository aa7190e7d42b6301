/** The sizes in which pictures are shown, and the names that they get. */
import { expect, it } from "vitest";
import { pictureSize } from "../../../src/files/picture-size";
import { nameFor } from "../../../src/files/prepare";

it("a picture is at most 320 pixels high, 176 among others, and never larger than it is", () => {
  expect(pictureSize({ width: 1_280, height: 960 }, 1)).toEqual({ width: 427, height: 320 });
  expect(pictureSize({ width: 1_280, height: 960 }, 2)).toEqual({ width: 235, height: 176 });
  expect(pictureSize({ width: 20, height: 10 }, 1)).toEqual({ width: 20, height: 10 });
  expect(pictureSize({ width: 1, height: 9_000 }, 1)).toEqual({ width: 1, height: 320 });
});

it.each([
  ["cat.png", "image/webp", "cat.webp"],
  ["cat.PNG", "image/png", "cat.PNG"],
  ["cat.jpeg", "image/jpeg", "cat.jpeg"],
  ["IMG_1.HEIC", "image/jpeg", "IMG_1.jpg"],
  ["my.cat", "image/webp", "my.webp"],
  ["cat", "image/webp", "cat.webp"],
  [".png", "image/webp", ".png.webp"],
])("%s that is encoded as %s is called %s", (name, type, expected) => {
  expect(nameFor(name, type)).toBe(expected);
});
