/** What a message's text is parsed into. */

export type Token =
  /** Line breaks are characters of it. */
  | { type: "text"; text: string }
  | { type: "bold" | "italic" | "strike" | "quote"; content: Token[] }
  | { type: "list"; items: ListItem[] }
  | { type: "code"; text: string }
  | { type: "fence"; language: string; text: string }
  /** Only http, https and mailto. */
  | { type: "link"; href: string; content: Token[] }
  /** `@Ada`. `you` if it is the reader's name. */
  | { type: "mention"; text: string; you: boolean };

export interface ListItem {
  /** As it was written; absent for a bullet. */
  number?: number;
  content: Token[];
}

/** What is shown of the tokens, each block on lines of its own. */
export function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (isBlock(token) ? `\n${textIn(token)}\n` : textIn(token))).join("");
}

function textIn(token: Token): string {
  if (token.type === "list") return token.items.map(({ content }) => textOf(content)).join("\n");
  return "content" in token ? textOf(token.content) : token.text;
}

/** Joins adjacent texts, and removes the line breaks before a block and at the end. */
export function joined(tokens: readonly Token[]): Token[] {
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
  if (token.type === "text") return { type: "text", text: token.text };
  return "content" in token ? { ...token, content: joined(token.content) } : token;
}

function isBlock({ type }: Token): boolean {
  return type === "quote" || type === "list" || type === "fence";
}
