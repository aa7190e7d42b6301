/** W23: `npm run host` makes a key, stores it where the Worker reads it, and prints the link. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../../build/host.ts", import.meta.url));

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "host-key-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const at = (file: string) => join(folder, file);
const linked = (printed: string) => /\/#host=([\w-]+)$/m.exec(printed)?.[1];

function run(...args: string[]) {
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env["PATH"]}` };
  return spawnSync(process.execPath, [SCRIPT, ...args], { cwd: folder, env, encoding: "utf8" });
}

it.each([
  ["no file", undefined, ""],
  ["an older key and other secrets", "A=1\nHOST_KEY=old\nB=2\n", "A=1\nB=2\n"],
  ["a last line without an end", "HOST_KEY=old\nA=1", "A=1\n"],
])("W23 with --local the key replaces the one in .dev.vars: %s", (_name, before, kept) => {
  if (before !== undefined) writeFileSync(at(".dev.vars"), before);
  const key = linked(run("--local").stdout);
  expect(key).toMatch(/^[\w-]{22}$/);
  expect(readFileSync(at(".dev.vars"), "utf8")).toBe(`${kept}HOST_KEY=${key}\n`);
});

/** Stands in for wrangler: notes what it is called with. */
function wrangler(status: number): void {
  writeFileSync(at("wrangler"), `#!/bin/sh\necho "$@" > called\ncat > input\nexit ${status}\n`);
  chmodSync(at("wrangler"), 0o755);
}

it.skipIf(process.platform === "win32")("W23 without it wrangler stores the key as a secret, from its standard input", () => {
  wrangler(0);
  const { stdout } = run();
  expect(readFileSync(at("called"), "utf8")).toBe("secret put HOST_KEY\n");
  expect(readFileSync(at("input"), "utf8")).toBe(linked(stdout));
  expect(existsSync(at(".dev.vars"))).toBe(false);
});

it.skipIf(process.platform === "win32")("W23 if wrangler fails, no link is printed", () => {
  wrangler(3);
  const { status, stdout } = run();
  expect([status, linked(stdout)]).toEqual([3, undefined]);
});
