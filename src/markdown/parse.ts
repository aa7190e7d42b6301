/** The small markdown of messages: text to tokens, the same on the server and in the browser. Never throws; takes time linear in the text. */
import { withoutPiles } from "~/shared/shown-text";
import { textOrFiles } from "~/shared/text-or-files";
import { parseBlocks } from "./blocks";
import { joined, textOf, type Token } from "./tokens";

export type { ListItem, Token } from "./tokens";

/** Any character with which a rule can begin. */
const MARKUP = /[*_~`@＠[\\<]|:\/\/|www\.|^ {0,3}(?:[>+-]|\d)/im;

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
    return joined(parseBlocks(text, { you }));
  } catch {
    return [{ type: "text", text }];
  }
}

/** A message's text without its markup, for a line that quotes it. */
export function plainTextOf(text: string): string {
  return textOf(parseMarkdown(withoutPiles(text))).trim();
}

/** A message in one line: its text without markup or, if there is none, the names of its files. */
export function summaryOf({ text, files }: { text: string; files?: readonly { name: string }[] | undefined }): string {
  return textOrFiles({ text: plainTextOf(text), files });
}

/** Whether `text` mentions the user with this name. */
export function mentionsName(text: string, name: string): boolean {
  return /[@＠]/.test(text) && name !== "" && hasMention(parseMarkdown(text, name));
}

function hasMention(tokens: readonly Token[]): boolean {
  return tokens.some((token) => {
    if (token.type === "list") return token.items.some(({ content }) => hasMention(content));
    return "content" in token ? hasMention(token.content) : token.type === "mention" && token.you;
  });
}

/** The first link to the web in a text, if there is one. What is in code is none. */
export function firstLinkIn(text: string): string | undefined {
  return firstLinkOf(parseMarkdown(text));
}

function firstLinkOf(tokens: readonly Token[]): string | undefined {
  for (const token of tokens) {
    if (token.type === "link" && /^https?:/i.test(token.href)) return token.href;
    const content = token.type === "list" ? token.items.flatMap(({ content }) => content) : "content" in token && token.content;
    const link = content && firstLinkOf(content);
    if (link) return link;
  }
  return undefined;
}

const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;
const MAX_JUMBO = 3; // emoji
const MAX_JUMBO_LENGTH = 64; // UTF-16 units: three families with skin tones

/** Whether the text is one to three emoji and nothing else. They are shown large. */
export function isJumbo(text: string): boolean {
  if (text.length > MAX_JUMBO_LENGTH || !EMOJI.test(text)) return false;
  const parts = [...new Intl.Segmenter().segment(text.replaceAll(" ", ""))];
  return parts.length <= MAX_JUMBO && parts.every(({ segment }) => EMOJI.test(segment));
}
