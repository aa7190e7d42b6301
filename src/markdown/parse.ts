/** The small markdown of messages: text to tokens, the same on the server and in the browser. Never throws; takes time linear in the text. */
import { withoutPiles } from "~/shared/shown-text";
import { createParser } from "./engine";
import { rules } from "./rules";
import type { Token } from "./tokens";

export type { ListItem, Token } from "./tokens";

const parse = createParser(rules);

/** Any character with which a rule can begin. */
const MARKUP = /[*_~`@[\\]|:\/\/|^[>\-\d]|\n[>\-\d]/;

/** Whether the text has no markup. */
export function isPlain(text: string): boolean {
  return !MARKUP.test(text);
}

/**
 * The tokens of a message's text, without two adjacent texts. What is no markdown, or is nested too deeply, is text. `you` is the
 * reader's name: a mention of it may contain spaces, others end with the word.
 */
export function parseMarkdown(text: string, you = ""): Token[] {
  if (isPlain(text)) return [{ type: "text", text }];
  try {
    return joined(parse(text, { inline: false, inLink: false, depth: 0, you, previous: "" }));
  } catch {
    return [{ type: "text", text }];
  }
}

/** A message's text without its markup, for a line that quotes it. */
export function plainTextOf(text: string): string {
  return textOf(parseMarkdown(withoutPiles(text))).trim();
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (isBlock(token) ? `\n${textIn(token)}\n` : textIn(token))).join("");
}

function textIn(token: Token): string {
  if (token.type === "list") return token.items.map(({ content }) => textOf(content)).join("\n");
  return "content" in token ? textOf(token.content) : token.text;
}

/** Joins adjacent texts, and removes the line breaks before a block and at the end. */
function joined(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (const token of tokens) {
    const last = result.at(-1);
    if (token.type === "text" && last?.type === "text") last.text += token.text;
    else result.push(withJoinedContent(token));
  }
  result.forEach((token, index) => {
    const next = result[index + 1];
    if (token.type === "text" && (next === undefined || isBlock(next))) token.text = token.text.replace(/\n$/, "");
  });
  return result.filter((token) => token.type !== "text" || token.text !== "");
}

function withJoinedContent(token: Token): Token {
  if (token.type === "list") return { ...token, items: token.items.map((item) => ({ ...item, content: joined(item.content) })) };
  return "content" in token ? { ...token, content: joined(token.content) } : token;
}

function isBlock({ type }: Token): boolean {
  return type === "quote" || type === "list" || type === "fence";
}

const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;
const MAX_JUMBO = 3; // emoji
const MAX_JUMBO_LENGTH = 64; // UTF-16 units: three families with skin tones
const graphemes = new Intl.Segmenter();

/** Whether the text is one to three emoji and nothing else. They are shown large. */
export function isJumbo(text: string): boolean {
  if (text.length > MAX_JUMBO_LENGTH || !EMOJI.test(text)) return false;
  const parts = [...graphemes.segment(text.replaceAll(" ", ""))];
  return parts.length <= MAX_JUMBO && parts.every(({ segment }) => EMOJI.test(segment));
}
