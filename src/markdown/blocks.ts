/** The blocks of a text: quotes, lists, fenced code, and paragraphs between them. */
import { parseInline, type Context } from "./inline";
import { matchAt } from "./match-at";
import type { ListItem, Token } from "./tokens";

const MAX_DEPTH = 8; // quotes and lists inside each other

/** The tokens at the beginning of what is left of a text, and how long they are there. */
type Block = { tokens: Token[]; length: number } | undefined;
type Parse = (text: string) => Token[];

/** Without a space, only a letter may follow, and not of `>w<`: `>_<` and `>:(` are faces. */
const QUOTED = " {0,3}>+(?: |(?=\\p{L})(?!.<))";
const QUOTE = new RegExp(`${QUOTED}[^\\n]*(?:\\n(?:${QUOTED}[^\\n]*|>+(?=\\n|$)))*(?:\\n|$)`, "uy");
const MARKER = /(?:[ \t]*\n)*( {0,3})([-+*]|\d{1,9}[.)])(?:([ \t]+)(?=\S)|[ \t]*(?=\n|$))/y;

const LINE_END = "[ \\t]*(?:\\n|$)";
const UNFENCED = "(?:[^`\\n]|`[^`\\n]+`)*";
const OPENING = "( {0,3})(`{3,}(?=[^`\\n]*(?:\\n|$))|~{3,}(?!~))[ \\t]*([^\\n]*)(?:\\n|$)";
const LANGUAGE = /^([\w+#.-]{0,20})\s*$/; // what else stands beside a fence is code
/** Each with four groups: what is before the fence, the fence, its info, the code. */
const FENCES = [
  // closed on a line of its own, or by backquotes at the end of the last line of code
  `${OPENING}([^]*?)(?:(?<=\\n) *\\2[\`~]*|(?<=[^\\s\`~])\\2)${LINE_END}`,
  // opened or closed beside text
  `(${UNFENCED})(?<![\\\\\`])(\`{3,})([^\`\\n]*)\\n([^]*?)(?<!\`)\\2(?!\`)[ \\t]*\\n?`,
  // never closed
  `${OPENING}([^]+)`,
].map((expression) => new RegExp(expression, "y"));

/** What ends a paragraph. */
const BEGINNING = `${QUOTED}| {0,3}(?:[-+*][ \\t]+\\S|1[.)][ \\t]+\\S|~{3})|${UNFENCED}\`{3,}[^\`\\n]*(?:\\n|$)`;
const PARAGRAPH = new RegExp(`(?:[ \\t]*\\n)+|[^\\n]*(?:\\n(?!${BEGINNING})(?=[ \\t]*\\S)[^\\n]*)*(?:\\n|$)`, "uy");

export function parseBlocks(source: string, context: Context, depth = 0): Token[] {
  if (depth > MAX_DEPTH) return [{ type: "text", text: source }];
  const nested = (text: string) => parseBlocks(text, context, depth + 1);
  const inline = (text: string) => parseInline(text, context);
  const result: Token[] = [];
  for (let at = 0; at < source.length;) {
    const { tokens, length } =
      quote(source, at, nested) ?? list(source, at, nested) ?? fence(source, at, inline) ?? paragraph(source, at, inline);
    result.push(...tokens);
    at += length;
  }
  return result;
}

/** `> quoted`, over one or more lines. */
function quote(source: string, at: number, nested: Parse): Block {
  const [lines] = matchAt(QUOTE, source, at) ?? [];
  return lines === undefined
    ? undefined
    : { tokens: [{ type: "quote", content: nested(lines.replace(/^ {0,3}> ?/gm, "")) }], length: lines.length };
}

/** `- item`, `1. item` or `1) item`, and lines below that are indented like its text. A lone marker begins no list. */
function list(source: string, at: number, nested: Parse): Block {
  const items: ListItem[] = [];
  let end = at;
  let kind: string | undefined;
  for (let found; (found = matchAt(MARKER, source, end)) && (items.length === 0 ? found[3] : found[2]!.at(-1) === kind);) {
    const [{ length }, indent, marker, spaces] = found as unknown as [string, string, string, string | undefined];
    kind = marker.at(-1);
    const margin = `(?: {${indent.length + marker.length + Math.min(spaces?.length ?? 1, 4)}}|\\t)`;
    const lines = new RegExp(`[^\\n]*(?:(?:\\n[ \\t]*)*\\n${margin}(?=[ \\t]*\\S)[^\\n]*)*(?:\\n|$)`, "y");
    const [text] = matchAt(lines, source, end + length)!;
    end += length + text.length;
    const number = parseInt(marker);
    const content = nested(text.replace(new RegExp(`^${margin}`, "gm"), "").replace(/^\n/, ""));
    items.push(Number.isNaN(number) ? { content } : { number, content });
  }
  return items.length === 0 ? undefined : { tokens: [{ type: "list", items }], length: end - at };
}

/** Code between two lines of at least three backquotes or tildes; backquotes may stand beside text. */
function fence(source: string, at: number, inline: Parse): Block {
  for (const expression of FENCES) {
    const found = matchAt(expression, source, at);
    if (!found) continue;
    const [{ length }, before, , info, code] = found as unknown as [string, string, string, string, string];
    const language = LANGUAGE.exec(info)?.[1];
    const lines = language === undefined ? `${info}\n${code}` : code;
    const text = lines.replace(new RegExp(`^ {0,${before.length}}`, "gm"), "").replace(/\n$/, "");
    return { tokens: [...inline(before.trimStart() && before), { type: "fence", language: language ?? "", text }], length };
  }
  return undefined;
}

/** Any other lines, or empty ones. */
function paragraph(source: string, at: number, inline: Parse): NonNullable<Block> {
  const [text] = matchAt(PARAGRAPH, source, at)!;
  return { tokens: inline(text), length: text.length };
}
