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
  /** `@Ada` */
  | { type: "mention"; text: string };

export interface ListItem {
  /** As it was written; absent for a bullet. */
  number?: number;
  content: Token[];
}
