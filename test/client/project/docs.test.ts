/** The documentation matches the repository: its links, paths, commands, README's map of folders and the table of import directions. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MAX_README_LINES = 110; // two screens

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const exists = (path: string) => existsSync(join(ROOT, path));

const documents = [
  "README.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" }).map((file) => join("docs", file)),
  "src/socket/README.md",
].filter((file) => file.endsWith(".md") && exists(file));

/** The text without code blocks and, unless they are wanted, without code spans. */
function prose(text: string, { spans = false } = {}): string {
  const withoutBlocks = text.replace(/^ *```[^]*?^ *```/gm, "");
  return spans ? withoutBlocks : withoutBlocks.replace(/`[^`\n]*`/g, "");
}

/** The targets of links and pictures that are in this repository: `docs/protocol.md#words`. */
function linksIn(file: string): string[] {
  const targets = Array.from(prose(read(file)).matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target!);
  return targets.filter((target) => !/^\w+:/.test(target));
}

/** The anchors that GitHub makes of headings. */
function anchorsOf(file: string): string[] {
  const headings = prose(read(file), { spans: true }).matchAll(/^#+ (.*)$/gm);
  return Array.from(headings, ([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Paths in code spans that name a file or folder of this repository. */
function pathsIn(file: string): string[] {
  const spans = prose(read(file), { spans: true }).matchAll(/`((?:src|worker|test|docs)(?:\/[\w./-]+)?)`/g);
  return Array.from(spans, ([, path]) => path!);
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${folder}/${name}`);
}

describe.each(documents)("%s", (file) => {
  it.each(linksIn(file).map((link) => [link]))("links to %s, which exists", (link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? file : normalize(join(dirname(file), path));
    expect(exists(target), target).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(target)).toContain(anchor);
  });

  it("names only paths that exist", () => {
    expect(pathsIn(file).filter((path) => !exists(path))).toEqual([]);
  });

  it("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = Array.from(read(file).matchAll(/npm run ([\w:-]+)/g), ([, name]) => name!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("README", () => {
  const readme = read("README.md");

  it("fits on two screens", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(MAX_README_LINES);
  });

  it("shows every folder of src, worker and test in its map", () => {
    const rows = Array.from(readme.matchAll(/^\| `([^`]+)`/gm), ([, path]) => path!);
    const folders = ["src", "worker", "test"].flatMap(foldersIn);
    expect(folders.filter((folder) => !rows.includes(folder))).toEqual([]);
  });
});

it("docs/architecture.md shows the import directions that the linter enforces", () => {
  const rules = read(".oxlintrc.json").matchAll(/"message": "(\S+) may import from: (.+)\."/g);
  const rows = Array.from(rules, ([, folder, imports]) => `| \`${folder}\` | ${imports} |`);
  expect(rows).not.toEqual([]);
  expect(read("docs/architecture.md").split("\n")).toEqual(expect.arrayContaining(rows));
});

it("W14 the table of errors names each code and each reason that exists", () => {
  const words = (text: string, quote: string) =>
    Array.from(text.matchAll(RegExp(`${quote}(\\w+)${quote}`, "g")), ([, word]) => word!);
  const source = read("src/shared/protocol.ts");
  const [, ofReadOnly] = /interface ReadOnly \{\s+reason: ([^;]+);/.exec(source)!;
  const protocol = source.replace('ReadOnly["reason"]', ofReadOnly!);
  const union = (name: string) => words(new RegExp(`type ${name} =([^;]+);`).exec(protocol)![1]!, '"');
  const rows = /\| code \| meaning \| reasons \|\n.*\n((?: *\|.*\n)+)/.exec(read("docs/protocol.md"))![1]!.trimEnd().split("\n");
  const cells = rows.map((row) => row.split("|"));
  expect(cells.flatMap(([, code]) => words(code!, "`"))).toEqual(union("ErrorCode"));
  expect(cells.flatMap(([, , , reasons]) => words(reasons!, "`")).toSorted()).toEqual(union("Reason").toSorted());
});
