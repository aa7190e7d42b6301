/** W20: what a channel is called. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonical, isCanonical, pathOf } from "../../src/channel-name";

const names: [path: string, name: string | undefined][] = [
  ["/", "lobby"],
  ["", "lobby"],
  ["/lobby", "lobby"],
  ["/team/design", "team/design"],
  ["/Team/DESIGN", "team/design"],
  ["/team/design/", "team/design"],
  ["//team///design", "team/design"],
  ["/team%2Fdesign", "team/design"],
  ["/%74eam", "team"],
  ["/caf%C3%A9", "café"],
  ["/cafe%CC%81", "café"],
  ["/ΣΊΣΥΦΟΣ", "σίσυφος"],
  ["/v1.2_rc-3", "v1.2_rc-3"],
  ["/7", "7"],
  ["/हिन्दी", "हिन्दी"],
  ["/a/b/c/d/e/f/g/h", "a/b/c/d/e/f/g/h"],
  ["/a/b/c/d/e/f/g/h/i", undefined],
  [`/${"x".repeat(128)}`, "x".repeat(128)],
  [`/${"x".repeat(129)}`, undefined],
  [`/${"é".repeat(64)}`, "é".repeat(64)],
  [`/${"é".repeat(65)}`, undefined],
  ["/..", undefined],
  ["/a/../b", undefined],
  ["/%2e%2e", undefined],
  ["/a\\b", undefined],
  ["/a%5Cb", undefined],
  ["/a%00b", undefined],
  ["/a b", undefined],
  ["/a%E2%80%AEb", undefined],
  ["/a%E2%80%8Bb", undefined],
  ["/%25", undefined],
  ["/%2525", undefined],
  ["/%ff", undefined],
  ["/%", undefined],
  ["/-a", undefined],
  ["/.well-known", undefined],
  ["/_ws", undefined],
  ["/a/_b", undefined],
  ["/api", undefined],
  ["/API/health", undefined],
  ["/apis/api", "apis/api"],
  ["/😀", undefined],
];

it.each(names)("W20 %j is the channel %j", (path, name) => {
  expect(canonical(path)).toBe(name);
});

const part = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("..", "%2f", "%2e", "%25", "//", "\\", "É", "E\u0301", "İ", "ß", "ſ", "K", "Ω", "_a", "api", "a"),
);
const path = fc.array(part, { maxLength: 10 }).map((parts) => parts.join("/"));

it("W20 canonicalising twice is canonicalising once, and the path of a name leads back to it", () => {
  fc.assert(
    fc.property(path, (any) => {
      const name = canonical(any);
      if (name === undefined) return;
      expect(canonical(name)).toBe(name);
      expect(canonical(pathOf(name))).toBe(name);
      expect(isCanonical(pathOf(name), name)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});

it("W20 a path in another spelling is not canonical", () => {
  expect(["/Team", "/team/", "//team", "/cafe%CC%81"].map((other) => isCanonical(other, canonical(other)!))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(["/", "/team", "/%74eam", "/caf%c3%a9"].map((same) => isCanonical(same, canonical(same)!))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
