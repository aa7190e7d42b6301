/** The small markdown of messages: text to tokens, the same on the server and in the browser. Never throws, in time bounded by the text. */
import SimpleMarkdown, { type ParserRule } from "@khanacademy/simple-markdown";
import { blocks, inlines } from "./rules";

export type Token =
  /** Line breaks are characters of it. */
  | { type: "text"; text: string }
  | { type: "bold" | "italic" | "strike" | "quote"; content: Token[] }
  | { type: "list"; items: Item[] }
  | { type: "code"; text: string }
  | { type: "fence"; language: string; text: string }
  /** Only http, https and mailto. */
  | { type: "link"; href: string; content: Token[] }
  /** Someone is addressed: `@Ada`. */
  | { type: "mention"; text: string };

export interface Item {
  /** As it was written; absent with a bullet. */
  number?: number;
  content: Token[];
}

const DOCUMENT: ParserRule = {
  order: -1,
  // the library replaces tabs in what it is given, and hands on what its rules take from elsewhere as it is
  match: (source, state) => (state.whole === undefined ? null : [source]),
  parse: (_, parse, state) => parse(state.whole, { inline: false, depth: 0, you: state.you }),
};

const run = SimpleMarkdown.parserFor({ DOCUMENT, ...blocks, ...inlines });

/** Whether the text may be anything but itself. */
const MARKED = /[*_~`@[\\]|:\/\/|^[>\-\d]|\n[>\-\d]/;

export function isPlain(text: string): boolean {
  return !MARKED.test(text);
}

/**
 * The tokens of a message's text; no two texts are neighbours. What is no markdown, or too deep, is text. Of a mention only
 * the name `you` is known whole: others' names end with a word.
 */
export function parseMarkdown(text: string, you = ""): Token[] {
  if (isPlain(text)) return [{ type: "text", text }];
  try {
    return joined(run("-", { whole: text, you }) as Token[]);
  } catch {
    return [{ type: "text", text }];
  }
}

/** A message's text in words alone, without its marks: for a line that quotes it. */
export function wordsOf(text: string): string {
  return words(parseMarkdown(text)).trim();
}

function words(tokens: readonly Token[]): string {
  return tokens.map((token) => (isBlock(token) ? `\n${wordsIn(token)}\n` : wordsIn(token))).join("");
}

function wordsIn(token: Token): string {
  if (token.type === "list") return token.items.map(({ content }) => words(content)).join("\n");
  return "content" in token ? words(token.content) : token.text;
}

/** Texts that follow each other as one; a block takes the line break before it, and the end of a message needs none. */
function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (token.type === "text" && last?.type === "text") last.text += token.text;
    else result.push(withJoined(token));
  }
  result.forEach((token, index) => {
    const next = result[index + 1];
    if (token.type === "text" && (next === undefined || isBlock(next))) token.text = token.text.replace(/\n$/, "");
  });
  return result.filter((token) => token.type !== "text" || token.text !== "");
}

function withJoined(token: Token): Token {
  if (token.type === "list") return { ...token, items: token.items.map((item) => ({ ...item, content: joined(item.content) })) };
  return "content" in token ? { ...token, content: joined(token.content) } : token;
}

function isBlock({ type }: Token): boolean {
  return type === "quote" || type === "list" || type === "fence";
}

const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;
const MOST_JUMBO = 3; // emoji
const LONGEST_JUMBO = 64; // UTF-16 units, of three families with skin tones
const graphemes = new Intl.Segmenter();

/** Whether the text is one to three emoji and nothing else: these are shown large. */
export function isJumbo(text: string): boolean {
  if (text.length > LONGEST_JUMBO || !EMOJI.test(text)) return false;
  const parts = [...graphemes.segment(text.replaceAll(" ", ""))];
  return parts.length <= MOST_JUMBO && parts.every(({ segment }) => EMOJI.test(segment));
}
