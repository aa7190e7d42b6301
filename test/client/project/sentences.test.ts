/** What people read comes from the dictionaries: no sentence is written anywhere else in src and worker. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The dictionaries: of pages, of plain responses, of the wire, of the names of languages. Generated data, and an example for other programs. */
const OTHERS =
  /^(src|worker)\/strings\/|^src\/shared\/(refusal-messages|languages)|\.d\.ts$|^worker\/confusables|^src\/socket\/example/;
/** The attributes whose text people read. */
const READ_OUT = /^(aria-(label|description|roledescription|valuetext)|alt|placeholder|title)$/;
/** Words that are the same in all languages. */
const NAMES = /^Edgewise$/;
const SQL = /\b(ALTER|CREATE|DELETE|INSERT|SELECT|UPDATE|WHERE)\b/;

interface Node {
  type: string;
  [field: string]: unknown;
}

/** The texts of a module that look like sentences or labels. */
function sentencesIn(file: string, code: string): string[] {
  const found: string[] = [];
  const { program, errors } = parseSync(file, code);
  expect(errors, file).toEqual([]);
  const visit = (node: Node, isRead: boolean, isForDevelopers: boolean): void => {
    const text = textOf(node);
    if (
      text !== undefined &&
      !isForDevelopers &&
      (isRead ? /\p{L}{2}/u.test(text) : isSentence(text)) &&
      !NAMES.test(text) &&
      !SQL.test(text)
    )
      found.push(text);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) visit(child, isRead || isReadOut(child), isForDevelopers || isDevelopers(child));
  };
  visit(program as unknown as Node, false, false);
  return found;
}

function textOf({ type, value }: Node): string | undefined {
  if (type === "JSXText") return String(value).trim();
  if (type === "TemplateElement") return (value as { cooked: string }).cooked.trim();
  return type === "Literal" && typeof value === "string" ? value : undefined;
}

/** Two words of which the first has a capital letter, or words that end like a sentence. */
function isSentence(text: string): boolean {
  return /^["“]?\p{Lu}[\p{L}’']* [^\n]*\p{Ll}{2}/u.test(text) || /^\p{L}+( [\p{L}’',;:]+)*[.!?…]$/u.test(text);
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === "string";

function isReadOut(node: Node): boolean {
  if (node.type === "JSXText") return true;
  return node.type === "JSXAttribute" && READ_OUT.test(String((node.name as Node).name));
}

/** What an exception or a log says. */
function isDevelopers({ type, callee }: Node): boolean {
  const name = String((callee as Node | undefined)?.name ?? "");
  return (type === "NewExpression" && name.endsWith("Error")) || (type === "CallExpression" && name.startsWith("log"));
}

const modules = ["src", "worker"].flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !OTHERS.test(file)),
);

it.each(modules.map((file) => [file]))("%s has no sentence of its own", (file) => {
  expect(sentencesIn(file, readFileSync(ROOT + file, "utf8"))).toEqual([]);
});

it.each([
  ["<p>Hello</p>", "Hello"],
  ['<a title="open it">{x}</a>', "open it"],
  ["toasts.show({ text: `Not sent: ${why}` })", "Not sent:"],
  ['const text = "Write the first one."', "Write the first one."],
  ['const text = "saving…"', "saving…"],
  ['<button aria-label={open() ? "Close" : "Open"} />', "Close"],
])("finds what people read in %s", (code, text) => {
  expect(sentencesIn("module.tsx", code)).toContain(text);
});

it.each([
  'throw new Error("It is not there")',
  'const type = "text/plain; charset=utf-8"',
  'sql.exec("SELECT * FROM messages")',
  '<p class="quiet note" />',
])("takes no other text for a sentence: %s", (code) => {
  expect(sentencesIn("module.tsx", code)).toEqual([]);
});
