/**
 * The rules of the small markdown, in the order in which they are tried. Each takes time linear in the rest of the text: no two
 * parts of an expression can match the same characters.
 */
import { withoutBidi } from "~/shared/shown-text";
import type { Capture, Parse, Rule, State } from "./engine";
import type { ListItem, Token } from "./tokens";

const MAX_DEPTH = 8; // quotes, lists and marks inside each other
const MAX_MARKED = 1_000; // characters between two marks

/** A letter or digit of a script that puts spaces between words. A mark inside such a word is text: `snake_case_name`. */
const WORD = "[\\p{N}\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}_]";
const BEGINS_IN_WORD = new RegExp(`^${WORD}`, "u");

/** A letter or digit of any script. An underscore next to it is text, as in CommonMark. */
const ANY_WORD = "[\\p{L}\\p{M}\\p{N}_]";

type Match = Rule["match"];

/** Matches within a line only. */
const inLine =
  (expression: RegExp): Match =>
  (source, state) =>
    state.inline ? expression.exec(source) : null;

/** Matches at the beginning of a line only. */
const atLineStart =
  (expression: RegExp): Match =>
  (source, state) =>
    state.inline ? null : expression.exec(source);

/** Does not match directly after a word, whose last character has at most two UTF-16 units. */
const notAfterWord = (match: Match, word = WORD): Match => {
  const endsInWord = new RegExp(`${word}$`, "u");
  return (source, state) => (endsInWord.test(state.previous.slice(-2)) ? null : match(source, state));
};

/** Does not match within the text of a link. */
const notInLink =
  (match: Match): Match =>
  (source, state) =>
    state.inLink ? null : match(source, state);

/** Matches only if the capture's `group` is a URL that browsers can open. */
const withValidUrl =
  (group: number, match: Match): Match =>
  (source, state) => {
    const capture = match(source, state);
    return capture && URL.canParse(capture[group]!) ? capture : null;
  };

/** The tokens inside a construct, or its text if that is nested too deeply. */
function nested(text: string, state: State, parse: Parse): Token[] {
  if (state.depth >= MAX_DEPTH) return [{ type: "text", text }];
  return parse(text, { ...state, depth: state.depth + 1 });
}

// Blocks: they begin at the start of a line and take whole lines

/** A fenced code block: three backquotes and a language, the code, three backquotes. */
const fence: Rule = {
  match: atLineStart(/^```([\w+#.-]{0,20}) *\n((?:[^`]|`(?!``))*)```[^\S\n]*(?:\n|$)/),
  parse: ([, language, text]) => ({ type: "fence", language: language!, text: text!.replace(/\n$/, "") }),
};

/** `> quoted`, over one or more lines. */
const quote: Rule = {
  match: atLineStart(/^> [^\n]*(?:\n|$)(?:>(?: [^\n]*)?(?:\n|$))*/),
  parse: ([text], state, parse) => ({ type: "quote", content: nested(text!.replace(/^> ?/gm, ""), state, parse) }),
};

/** `- item` or `1. item`; a line that begins with a space continues the item above. */
const list = (marker: string): Rule => ({
  match: atLineStart(new RegExp(`^(?:${marker} [^\\n]*(?:\\n|$)(?: [^\\n]*(?:\\n|$))*)+`)),
  parse: ([text], state, parse) => ({
    type: "list",
    items: text!.split(new RegExp(`^(?=${marker} )`, "m")).map((item): ListItem => {
      const number = parseInt(item);
      const content = nested(item.slice(item.indexOf(" ") + 1).replace(/^ {1,4}/gm, ""), state, parse);
      return Number.isNaN(number) ? { content } : { number, content };
    }),
  }),
});

/** Any other line: its inline rules apply. */
const line: Rule = {
  match: atLineStart(/^[^\n]*(?:\n|$)/),
  parse: ([text], state, parse) => parse(text!, { ...state, inline: true }),
};

// Inline: they are within a line

/** `¯\_(ツ)_/¯` keeps its arm. */
const shrug: Rule = { match: inLine(/^¯\\_\(ツ\)_\/¯/), parse: ([text]) => ({ type: "text", text: text! }) };

/** `\*` is a star. */
const escape: Rule = { match: inLine(/^\\([*_~`[\]>@.-])/), parse: ([, text]) => ({ type: "text", text: text! }) };

/** Code between one, two or three backquotes. */
const code: Rule = {
  match: inLine(/^(`{1,3})(?!`)((?:[^`]|(?!\1(?!`))`)+)\1(?!`)/),
  parse: ([, , text]) => ({ type: "code", text: text!.replace(/^ (.+) $/, "$1") }),
};

// Links: only http, https and mailto. The schemes are in `url`, `mail` and `LINK`.

/** `https://example.com/` */
const url: Rule = {
  match: notInLink(
    notAfterWord(withValidUrl(0, (source, state) => withoutPunctuation(inLine(/^https?:\/\/[^\s<>"]{1,2000}/i)(source, state)))),
  ),
  parse: ([href]) => ({ type: "link", href: href!, content: [{ type: "text", text: withoutBidi(href!) }] }),
};

const ADDRESS = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;

/** `ada@example.com` */
const mail: Rule = {
  match: notInLink(notAfterWord((source, state) => withoutPunctuation(inLine(ADDRESS)(source, state)))),
  parse: ([text]) => ({ type: "link", href: `mailto:${text}`, content: [{ type: "text", text: text! }] }),
};

const LINK = /^\[([^\][]{1,500})\]\(((?:https?:\/\/|mailto:)(?:[^\s()]|\([^\s()]{0,500}\)){1,2000})\)/i;

/** `[text](https://example.com/)` */
const link: Rule = {
  match: notInLink(withValidUrl(2, inLine(LINK))),
  parse: ([, text, href], state, parse) => ({
    type: "link",
    href: href!,
    content: nested(withoutBidi(text!), { ...state, inLink: true }, parse),
  }),
};

const NAME = /^@[\p{L}\p{N}\p{M}\p{Extended_Pictographic}][\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Join_Control}_-]{0,63}/u;

/** `@Ada`, up to the end of the word; the reader's own name with its spaces. */
const mention: Rule = {
  match: notInLink(notAfterWord((source, state) => ownName(source, state) ?? inLine(NAME)(source, state))),
  parse: ([text]) => ({ type: "mention", text: text! }),
};

/** A text between two equal marks that are not next to a `word` outside. `part` is an expression for one part of the text. */
const marked = (type: "bold" | "italic" | "strike", mark: string, part: string, word = WORD): Rule => ({
  match: notAfterWord(
    inLine(new RegExp(`^${mark}(?!\\s)((?:\\\\.|${part}){1,${MAX_MARKED}})(?<!\\s)${mark}(?!${word})`, "u")),
    word,
  ),
  parse: ([, text], state, parse) => ({ type, content: nested(text!, state, parse) }),
});

/** A word, or one character of anything else, so that no beginning of another rule is skipped. */
const text: Rule = {
  match: (source) => /^(?:[\p{L}\p{N}]+ ?|[^])/u.exec(source),
  parse: ([text]) => ({ type: "text", text: text! }),
};

export const rules: readonly Rule[] = [
  fence,
  quote,
  list("[-*]"),
  list("\\d{1,9}\\."),
  line,
  shrug,
  escape,
  code,
  url,
  mail,
  link,
  mention,
  marked("bold", "\\*\\*", "(?!\\*\\*(?!\\*))[^\\\\]"),
  marked("italic", "\\*(?!\\*)", "\\*\\*[^*]+\\*\\*|[^*\\\\]"),
  marked("italic", "_(?!_)", `[^_\\\\]|_(?=${ANY_WORD})`, ANY_WORD),
  marked("strike", "~~(?!~)", "[^~\\\\]|~(?!~)"),
  text,
];

function ownName(source: string, { inline, you }: State): Capture | null {
  const mention = source.slice(0, you.length + 1);
  const isYou = inline && you !== "" && mention.toLowerCase() === `@${you.toLowerCase()}`;
  return isYou && !BEGINS_IN_WORD.test(source.slice(mention.length)) ? [mention] : null;
}

/** A URL ends before the punctuation of the sentence around it, and before a bracket that was opened before the URL. */
function withoutPunctuation(capture: Capture | null): Capture | null {
  if (!capture) return null;
  let text = capture[0]!;
  let unopened = [...text].reduce((sum, char) => sum + Number(char === ")") - Number(char === "("), 0);
  for (;;) {
    const last = text.at(-1)!;
    if (last === ")" && unopened > 0) unopened--;
    else if (!/[.,:;!?'*_~\]]/.test(last)) break;
    text = text.slice(0, -1);
  }
  return [text];
}
