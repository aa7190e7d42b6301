/** Syntax highlighting. Loaded with the first code block; each language is loaded when it is first needed. */
import { tokenizer, type ShjLanguageData, type ShjToken } from "@speed-highlight/core/tokenize";

export interface CodePart {
  text: string;
  /** Absent for plain code. */
  kind?: ShjToken;
}

const MAX_LENGTH = 4_000; // UTF-16 units; for longer code, some languages take seconds
const MAX_LINE_LENGTH = 500; // UTF-16 units

type Load = () => Promise<{ default: object }>; // the library does not type all languages as ShjLanguageData

const LANGUAGES: Record<string, Load> = {
  bash: () => import("@speed-highlight/core/languages/bash.js"),
  c: () => import("@speed-highlight/core/languages/c.js"),
  css: () => import("@speed-highlight/core/languages/css.js"),
  diff: () => import("@speed-highlight/core/languages/diff.js"),
  docker: () => import("@speed-highlight/core/languages/docker.js"),
  go: () => import("@speed-highlight/core/languages/go.js"),
  html: () => import("@speed-highlight/core/languages/html.js"),
  ini: () => import("@speed-highlight/core/languages/ini.js"),
  java: () => import("@speed-highlight/core/languages/java.js"),
  js: () => import("@speed-highlight/core/languages/js.js"),
  json: () => import("@speed-highlight/core/languages/json.js"),
  lua: () => import("@speed-highlight/core/languages/lua.js"),
  make: () => import("@speed-highlight/core/languages/make.js"),
  md: () => import("@speed-highlight/core/languages/md.js"),
  py: () => import("@speed-highlight/core/languages/py.js"),
  rs: () => import("@speed-highlight/core/languages/rs.js"),
  sql: () => import("@speed-highlight/core/languages/sql.js"),
  toml: () => import("@speed-highlight/core/languages/toml.js"),
  ts: () => import("@speed-highlight/core/languages/ts.js"),
  xml: () => import("@speed-highlight/core/languages/xml.js"),
  yaml: () => import("@speed-highlight/core/languages/yaml.js"),
  // used inside other languages
  jsdoc: () => import("@speed-highlight/core/languages/jsdoc.js"),
  regex: () => import("@speed-highlight/core/languages/regex.js"),
  todo: () => import("@speed-highlight/core/languages/todo.js"),
};

const ALIASES: Record<string, string> = {
  "c++": "c",
  cpp: "c",
  cs: "java",
  dockerfile: "docker",
  h: "c",
  javascript: "js",
  jsx: "js",
  kotlin: "java",
  makefile: "make",
  markdown: "md",
  patch: "diff",
  python: "py",
  rust: "rs",
  sh: "bash",
  shell: "bash",
  svg: "xml",
  tsx: "ts",
  typescript: "ts",
  yml: "yaml",
  zsh: "bash",
};

/** The parts of `code`, in order. Undefined if the language is unknown or the code is too long. */
export async function highlight(code: string, language: string): Promise<CodePart[] | undefined> {
  const main = await load(language.toLowerCase());
  if (!main || code.length > MAX_LENGTH || code.split("\n").some((line) => line.length > MAX_LINE_LENGTH)) return undefined;
  const parts: CodePart[] = [];
  const run = tokenizer(code, main, (text, kind) => void (text !== "" && parts.push(kind ? { text, kind } : { text })));
  for (let step = run.next(); !step.done;) step = run.next(await load(step.value));
  return parts;
}

async function load(language: string): Promise<ShjLanguageData | undefined> {
  const name = Object.hasOwn(ALIASES, language) ? ALIASES[language]! : language;
  return Object.hasOwn(LANGUAGES, name) ? ((await LANGUAGES[name]!()).default as ShjLanguageData) : undefined;
}
