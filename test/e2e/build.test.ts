/** The build that all these tests run on: what it was made of, and that it is whole. */
import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { INPUTS, outputOf } from "../../build/once.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => JSON.parse(readFileSync(ROOT + file, "utf8")) as Record<string, unknown>;

it("every source file of the Worker is an input of the build, or of an installed package", () => {
  const sources = read("dist/server/index.js.map")["sources"] as string[];
  const files = sources
    .map((source) => relative(ROOT, resolve(ROOT, "dist/server", source)))
    .filter((file) => existsSync(ROOT + file));
  const isKnown = (file: string) => file.includes("node_modules") || INPUTS.some((input) => file.startsWith(input));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !isKnown(file))).toEqual([]);
});

it("no wrangler that serves the build changes it, so the next start does not build again", () => {
  expect(read("dist/stamp.json")["output"]).toBe(outputOf(ROOT));
});
