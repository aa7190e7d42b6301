/**
 * Web and mail addresses in a text. The rules are those of linkify-it: punctuation that is not ASCII ends an address, as does a bracket
 * that the address did not open; other ASCII punctuation belongs to it only if more of the address follows. Differences:
 * - An address may follow a letter of a script without spaces (`日本語http://a.example`), and such a letter ends a host in another script
 *   (`https://a.example的`).
 * - `**`, `~~`, `_` at the end of a word, quotation marks, backquotes, backslashes, `|` and invisible characters end an address.
 * - Without a scheme, only `www.` makes a host a link: a chat has more names of files (`notes.md`) than bare hosts.
 * - The last part of a mail address begins with a letter: `react@18.2.0` is a version.
 */
import { lazyExpression } from "./match-at";
import type { Token } from "./tokens";
import { LETTER, UNSPACED_LETTER } from "./words";

const LABEL = "[\\p{L}\\p{N}\\p{M}\\p{So}_\\-]{1,63}\\.";
const LAST_LABEL = `(?:(?:${LETTER}|-){1,63}|${UNSPACED_LETTER}{1,63})(?!\\.?_*(?:${LETTER}|-))`;
const PORT = `(?::\\d{1,5}(?!\\d))?(?![:@](?:${LETTER}|_))`;
const USER = "(?:[\\w.~%!$&+=:\\-]{1,64}@)?";

const CHAR = "(?:[^\\s\\p{P}\\p{C}<>`\\|~｜]|[\\/%@#&=\\-])";
const ATOM = `${CHAR}|(?:[.,;:!?'_]|\\*(?!\\*)|~(?!~)){1,9}(?=${CHAR}|(?<=_)[\\(\\{\\[])`;
const bracketed = (inner: string) =>
  ["\\(\\)", "\\[\\]", "\\{\\}"].map((pair) => `${pair.slice(0, 2)}(?:${inner}){0,200}${pair.slice(2)}`).join("|");
const INSIDE = '[^\\s\\p{C}<>"`\\(\\)\\{\\}\\[\\]]';
const PATH = `(?:[\\/?#](?:${ATOM}|${bracketed(`${INSIDE}|${bracketed(INSIDE)}`)}){1,2000}|/)?`;

// Without the flag `i`: browsers take very long to compile `\p{L}` with it
const HTTP = "[Hh][Tt][Tt][Pp][Ss]?://";
/** `https://example.com/`, `www.example.com` */
export const URL_EXPRESSION = lazyExpression(
  `(?:(?<!${LETTER})${HTTP}${USER}(?:(?:${LABEL}){0,20}${LAST_LABEL}|\\[[\\dA-Fa-f:.]{2,45}\\])|(?<!(?:${LETTER}|[.\\/@:\\-])_*)[Ww]{3}\\.(?:${LABEL}){1,20}${LAST_LABEL})${PORT}${PATH}`,
);
/** `ada@example.com`, `mailto:ada@example.com` */
export const MAIL_EXPRESSION = lazyExpression(
  `(?<!(?:${LETTER}|[.+\\/@\\-])_*)(?:[Mm]ailto:|MAILTO:)?[\\w.+\\-]{1,64}@(?:${LABEL}){1,8}(?=\\p{L})${LAST_LABEL}`,
);
/** `<https://example.com/>` */
export const BRACKETED_EXPRESSION = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;

/** A link, if browsers can open the address. An address without a scheme gets `scheme`. */
export function link(address: string, content: Token[], scheme = ""): Token | undefined {
  const href = /^(?:https?:\/\/|mailto:)/i.test(address) ? address : scheme + address;
  return URL.canParse(href) ? { type: "link", href, content } : undefined;
}

const INVISIBLE = /[\p{Cf}\p{DI}]/gu;
/** What may be an address: a scheme, words with a dot or what looks like one, numbers of IPv4. */
const CLAIM = /:\/\/|[^\s.][.。·•‧ꓸ]\p{L}[\p{L}\p{N}-]|(?:\d+\.){3}\d/u;

/** The true host of a link, if its text may be an address of another one. */
export function hostOfDisguised(text: string, href: string): string | undefined {
  const label = text.normalize("NFKC").replace(INVISIBLE, "");
  const host = hostOf(href);
  return CLAIM.test(label) && (/\s|\/.*@/.test(label) || hostOf(label) !== host) ? host || href : undefined;
}

function hostOf(address: string): string {
  const url = address.replace(/^(?:https?:\/*|mailto:)?(?:[^/?#\\]*@)?(?:www\.)?/i, "https://");
  return URL.canParse(url) ? new URL(url).hostname : "";
}
