/** `npm run build` runs Vite only if an input has changed or `dist` is not whole. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildOnce, INPUTS } from "../../../build/once.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-once-"));
  write("src/page/app.tsx", "page");
  write("worker/index.ts", "worker");
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (file: string) => join(root, file);

function write(file: string, text: string): void {
  mkdirSync(join(at(file), ".."), { recursive: true });
  writeFileSync(at(file), text);
}

/** Copies the files, in place of Vite. Resolves to whether it was needed. */
const build = (commit = "c0ffee", meanwhile = () => {}) =>
  buildOnce(root, [commit], async () => {
    cpSync(at("src"), at("dist/client"), { recursive: true });
    cpSync(at("worker"), at("dist/server"), { recursive: true });
    meanwhile();
  });

describe("after a build", () => {
  beforeEach(async () => {
    await build();
  });

  it("nothing is built again if nothing has changed", async () => {
    expect(await build()).toBe(false);
  });

  it("a new date without a new content changes nothing", async () => {
    utimesSync(at("worker/index.ts"), 1, 1);
    expect(await build()).toBe(false);
  });

  it.each<[string, () => void]>([
    ["one byte changes", () => write("src/page/app.tsx", "pags")],
    ["a file is new", () => write("src/page/empty.ts", "")],
    ["a file is renamed", () => renameSync(at("src/page/app.tsx"), at("src/page/App.tsx"))],
    ["a file is gone", () => rmSync(at("worker/index.ts"))],
    ["other packages are installed", () => write("node_modules/.package-lock.json", "{}")],
    ["a folder of static files appears", () => write("public/robots.txt", "")],
  ])("another build follows if %s in the inputs, and only one", async (_change, change) => {
    change();
    expect(await build()).toBe(true);
    expect(await build()).toBe(false);
  });

  it("another build follows for another commit, which /api/health reports", async () => {
    expect(await build("decade")).toBe(true);
  });

  it.each<[string, () => void]>([
    ["has another byte", () => write("dist/client/page/app.tsx", "pags")],
    ["misses a file", () => rmSync(at("dist/server/index.ts"))],
    ["has one file too many", () => write("dist/server/old.js", "")],
    ["is gone", () => rmSync(at("dist"), { recursive: true })],
    ["has a stamp that was cut off", () => write("dist/stamp.json", readFileSync(at("dist/stamp.json"), "utf8").slice(0, 40))],
  ])("another build follows if dist %s", async (_damage, damage) => {
    damage();
    expect(await build()).toBe(true);
  });

  it("wrangler's own files in dist do not count", async () => {
    write("dist/server/.wrangler/tmp/x.js", "");
    expect(await build()).toBe(false);
  });

  it("a build that fails half-way is never taken for whole, even if the change is taken back", async () => {
    write("src/page/app.tsx", "broken");
    const failing = buildOnce(root, ["c0ffee"], () => Promise.reject(new Error("no build")));
    await expect(failing).rejects.toThrow("no build");
    write("src/page/app.tsx", "page");
    expect(await build()).toBe(true);
  });
});

it("what changes during a build is built by the next one", async () => {
  await build("c0ffee", () => write("src/page/app.tsx", "late"));
  expect(await build()).toBe(true);
});

it("the configuration and the build script are inputs, too", () => {
  expect(INPUTS).toEqual(expect.arrayContaining(["build", "app.config.ts", "package.json", "tsconfig.json", "wrangler.toml"]));
});
