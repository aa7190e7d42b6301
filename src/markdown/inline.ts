/** The marks within a paragraph: code, links, mentions, emphasis. At each position, the first rule that matches takes its part of the text. */
import { withoutBidi } from "~/shared/shown-text";
import { isBlank } from "~/shared/text";
import { BRACKETED_EXPRESSION, hostOfDisguised, link, MAIL_EXPRESSION, URL_EXPRESSION } from "./addresses";
import { delimiter, paired, type Delimiter } from "./emphasis";
import { lazyExpression, matchAt, type LazyExpression } from "./match-at";
import { MENTION_EXPRESSION, nameLengthAt } from "./mentions";
import { textOf, type Token } from "./tokens";
import { LETTER, UNSPACED_LETTER } from "./words";

export interface Context {
  /** The name of the reader, which may contain spaces. */
  you: string;
  inLink?: boolean;
}

type Part = Token | Delimiter;

/** The part of the text that begins at `at`, and where it ends. */
type Rule = (source: string, at: number, context: Context) => { part: Part; end: number } | undefined;

const plain = (text: string): Token => ({ type: "text", text });

/** A rule for what `expression`, which has the flag `y`, matches. */
const rule =
  (expression: RegExp | LazyExpression, read: (match: RegExpExecArray, context: Context) => Part | undefined): Rule =>
  (source, at, context) => {
    const match = matchAt(expression, source, at);
    const part = match && read(match, context);
    return part ? { part, end: at + match[0].length } : undefined;
  };

const notInLink =
  (rule: Rule): Rule =>
  (source, at, context) =>
    context.inLink ? undefined : rule(source, at, context);

/** An address that is its own text. */
const address = (expression: RegExp | LazyExpression, scheme: string) =>
  notInLink(rule(expression, (match) => link(match.at(-1)!, [plain(withoutBidi(match.at(-1)!))], scheme)));
const bracketed = address(BRACKETED_EXPRESSION, "");
const url = address(URL_EXPRESSION, "https://");
const mail = address(MAIL_EXPRESSION, "mailto:");

/** Code between two runs of the same number of backquotes. */
const code = rule(/(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)/y, ([, , text]) => ({
  type: "code",
  text: text!.replaceAll("\n", " ").replace(/^ (.*[^ ].*) $/, "$1"),
}));

/** `[text](https://example.com/)`. The text may have code and brackets. */
const labelled = notInLink(
  rule(
    /\[((?:\\[^]|`[^`]+`|\[[^\][\\]*\](?!\()|[^\][\\`]){1,500})\]\(\s*((?:https?:\/\/|mailto:)(?:[^\s()<>]|\([^\s()<>]{0,500}\)){1,2000})\s*\)/iy,
    ([, label, href], context) => {
      const content = parseInline(withoutBidi(label!), { ...context, inLink: true });
      if (isBlank(textOf(content))) return undefined;
      const host = hostOfDisguised(textOf(content), href!);
      return link(href!, host ? [...content, plain(` (${host})`)] : content);
    },
  ),
);

/** `@Ada`, up to the end of the word; the reader's own name with its spaces. */
const mention = notInLink((source, at, { you }) => {
  const name = matchAt(MENTION_EXPRESSION, source, at)?.[1];
  if (name === undefined) return undefined;
  const own = nameLengthAt(source, at + 1, you);
  const end = at + 1 + (own || (source[at - 1] === "_" ? name.replace(/_+$/, "") : name).length);
  return own || name ? { part: { type: "mention", text: source.slice(at, end), you: own > 0 }, end } : undefined;
});

/** A backslash stays in a word that has one before a letter or digit, or that begins like `C:\`, `..\` or `~\`. */
const PATH = lazyExpression(
  `\\\\[!-\\/:-@\\[-\`\\{-~](?:(?<=\\\\[\\p{L}\\p{N}]\\S{0,250})|(?=\\S{0,250}\\\\[\\p{L}\\p{N}])|(?<=(?<!${LETTER})(?:[A-Za-z]:|\\.\\.?|~|%\\w+%|¯)\\\\.))`,
);
const path = rule(PATH, ([text]) => plain(text));

/** A backslash hides before what would begin a quote or a list, before another that would hide, and where a link's text would end. */
const escape = rule(/(?<=^ {0,3}\d{0,9})\\[>*+.)-](?=\s)|\\\\(?=[*_~`[@<])|\\](?=\()|(?<=])\\\(/my, ([text]) =>
  plain(text.slice(1)),
);

const ESCAPED_LABEL = /\\\[[^\][\n]{1,500}\\\]\((?:https?:\/\/|mailto:)/iy;

/** A backslash before anything else hides only where that would be markup. */
const mayEscape = rule(/\\[!-/:-@[-`{-~]/y, ({ 0: text, index, input }, context) => {
  const hides =
    matchAt(ESCAPED_LABEL, input, index) ||
    (text === "\\`" && input.indexOf("`") < input.lastIndexOf("`")) ||
    [bracketed, labelled, mention].some((rule) => rule(input, index + 1, context));
  return plain(hides || (context.inLink && /[[\]]/.test(text)) ? text.slice(1) : text);
});

/** Marks of emphasis, perhaps each with a backslash. Nine at most: each two of them nest. */
const marks = rule(/(?:\\\*)+|(?:\\_)+|\\~\\?~|\*{1,9}|_{1,9}|(?<!~)~~(?!~)/y, ({ 0: text, index, input }) =>
  delimiter(input, index, text),
);

/** A word, or one character of anything else, so that no beginning of another rule is skipped. */
const text = rule(lazyExpression(`(?:${LETTER}+|${UNSPACED_LETTER}+) ?|[^]`), ([text]) => plain(text));

/** In the order in which they are tried, each with what a text must have for it. */
const RULES: readonly (readonly [needs: RegExp, rule: Rule])[] = [
  [/\\/, path],
  [/\\/, escape],
  [/[*_~]/, marks],
  [/\\/, mayEscape],
  [/`/, code],
  [/</, bracketed],
  [/:\/\/|www/i, url],
  [/@/, mail],
  [/\[/, labelled],
  [/[@＠]/, mention],
  [/^/, text],
];

export function parseInline(source: string, context: Context): Token[] {
  const rules = RULES.flatMap(([needs, rule]) => (needs.test(source) ? rule : []));
  const parts: Part[] = [];
  for (let at = 0; at < source.length;) {
    for (const rule of rules) {
      const found = rule(source, at, context);
      if (!found) continue;
      parts.push(found.part);
      at = found.end;
      break;
    }
  }
  return paired(parts);
}
