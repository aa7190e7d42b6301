/** The lock file installs on every platform: it lists all native binaries, one workerd, and no registry host. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockFile {
  packages: Record<string, { version: string; resolved?: string }>;
}

const { packages } = JSON.parse(readFileSync(new URL("../../../package-lock.json", import.meta.url), "utf8")) as LockFile;

const binaries = {
  "linux x64": ["@cloudflare/workerd-linux-64", "@rolldown/binding-linux-x64-gnu", "@esbuild/linux-x64"],
  "linux arm64": ["@cloudflare/workerd-linux-arm64", "@rolldown/binding-linux-arm64-gnu", "@esbuild/linux-arm64"],
  "macOS x64": ["@cloudflare/workerd-darwin-64", "@rolldown/binding-darwin-x64", "@esbuild/darwin-x64"],
  "macOS arm64": ["@cloudflare/workerd-darwin-arm64", "@rolldown/binding-darwin-arm64", "@esbuild/darwin-arm64"],
  "Windows x64": ["@cloudflare/workerd-windows-64", "@rolldown/binding-win32-x64-msvc", "@esbuild/win32-x64"],
};

describe("the lock file", () => {
  it.each(Object.entries(binaries))("lists the binaries of %s", (_platform, names) => {
    for (const name of names) expect(packages).toHaveProperty([`node_modules/${name}`]);
  });

  it("contains no registry URL", () => {
    const hosts = Object.values(packages).flatMap(({ resolved }) => (resolved?.startsWith("http") ? [resolved] : []));
    expect(hosts).toEqual([]);
  });

  it("has only one workerd", () => {
    const copies = Object.keys(packages).filter((path) => /(^|\/)node_modules\/workerd$/.test(path));
    expect(copies).toEqual(["node_modules/workerd"]);
  });
});
