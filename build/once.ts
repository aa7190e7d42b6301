/** Builds only if something has changed: by the contents of files, not by their dates. */
import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** All that the build reads. Of the installed packages, npm's own list is enough: it has their versions and hashes. */
export const INPUTS = [
  "src",
  "worker",
  "public",
  "build",
  "app.config.ts",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "wrangler.toml",
  "node_modules/.package-lock.json",
  ...[".env", ".dev.vars"].flatMap((file) => [file, `${file}.local`, `${file}.production`, `${file}.production.local`]),
];

/** Runs `build` unless `dist` is whole and was built from the same files and `facts`. Resolves to whether it ran. */
export async function buildOnce(root: string, facts: string[], build: () => Promise<unknown>): Promise<boolean> {
  const stamp = join(root, "dist/stamp.json");
  const inputs = hashOf(root, INPUTS, facts); // before the build: the next one finds what changes meanwhile
  const current = () => JSON.stringify({ inputs, output: outputOf(root) });
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === current()) return false;
  rmSync(stamp, { force: true }); // a build that is stopped or fails leaves none
  await build();
  writeFileSync(stamp, current());
  return true;
}

export const outputOf = (root: string): string => hashOf(root, ["dist/client", "dist/server"]);

/** With absolute paths: a build contains its own, in dist/server/wrangler.json. */
function hashOf(root: string, paths: string[], facts: string[] = []): string {
  const files = paths.flatMap((path) => filesIn(join(root, path)));
  return hash("sha256", JSON.stringify([facts, files.map((file) => [file, hash("sha256", readFileSync(file))])]));
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== ".wrangler"); // wrangler keeps its own files beside its configuration
  return names.sort().flatMap((name) => filesIn(join(path, name)));
}
