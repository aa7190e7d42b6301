/** File names that differ only in case or extension would be resolved wrongly on disks that ignore case. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("no two modules of a folder have the same name, apart from case and extension", () => {
  const files = execFileSync("git", ["ls-files", "src", "worker", "test"], { encoding: "utf8" }).split("\n");
  const modules = files.filter((file) => /\.tsx?$/.test(file)).map((file) => file.replace(/\.tsx?$/, "").toLowerCase());
  expect(modules.length).toBeGreaterThan(100);
  expect(modules.filter((module, index) => modules.indexOf(module) !== index)).toEqual([]);
});
