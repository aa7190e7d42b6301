/** The rules of the small markdown. Each takes time linear in what is left of the text: no two parts of an expression can match the same. */
import type { Capture, Parser, ParserRule, State } from "@khanacademy/simple-markdown";

const MOST_DEEP = 8; // quotes, lists and marks inside each other
const MOST_MARKED = 1_000; // characters from one mark to its other

/** A letter or digit of a script whose words have spaces between them: marks inside such a word are none. */
const WORD = "[\\p{N}\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}_]";
const ENDS_IN_WORD = new RegExp(`${WORD}$`, "u");
const BEGINS_IN_WORD = new RegExp(`^${WORD}`, "u");

type Match = (source: string, state: State) => Capture | null;

const inLine =
  (expression: RegExp): Match =>
  (source, state) =>
    state.inline ? expression.exec(source) : null;

const onLines =
  (expression: RegExp): Match =>
  (source, state) =>
    state.inline ? null : expression.exec(source);

/** Not within a word. */
const apart =
  (match: Match): Match =>
  (source, state) =>
    ENDS_IN_WORD.test(state.prevCapture?.[0].slice(-2) ?? "") ? null : match(source, state);

const notInLink =
  (match: Match): Match =>
  (source, state) =>
    state.inLink ? null : match(source, state);

/** Where the address, which is the capture's group `at`, is one: what no browser can open is text. */
const opening =
  (at: number, match: Match): Match =>
  (source, state) => {
    const capture = match(source, state);
    return capture && URL.canParse(capture[at]!) ? capture : null;
  };

/** What stands within something else, or as text where that is too deep. */
function within(text: string, parse: Parser, state: State) {
  if (state.depth >= MOST_DEEP) return [{ type: "text", text }];
  return parse(text, { ...state, depth: state.depth + 1, prevCapture: null });
}

/** `parts` matches one part of what stands between the two marks. */
const mark = (order: number, type: string, sign: string, parts: string): ParserRule => ({
  order,
  match: apart(inLine(new RegExp(`^${sign}(?!\\s)((?:\\\\.|${parts}){1,${MOST_MARKED}})(?<!\\s)${sign}(?!${WORD})`, "u"))),
  parse: (capture, parse, state) => ({ type, content: within(capture[1]!, parse, state) }),
});

const list = (order: number, marker: string): ParserRule => ({
  order,
  match: onLines(new RegExp(`^(?:${marker} [^\\n]*(?:\\n|$)(?: [^\\n]*(?:\\n|$))*)+`)),
  parse: (capture, parse, state) => ({
    type: "list",
    items: capture[0]!.split(new RegExp(`^(?=${marker} )`, "m")).map((item) => {
      const start = item.indexOf(" ") + 1;
      const number = parseInt(item);
      const content = within(item.slice(start).replace(/^ {1,4}/gm, ""), parse, state);
      return Number.isNaN(number) ? { content } : { number, content };
    }),
  }),
});

/** They begin with a line and take whole lines. */
export const blocks: Record<string, ParserRule> = {
  fence: {
    order: 0,
    match: onLines(/^```([\w+#.-]{0,20}) *\n((?:[^`]|`(?!``))*)```[^\S\n]*(?:\n|$)/),
    parse: ([, language, text]) => ({ language, text: text!.replace(/\n$/, "") }),
  },
  quote: {
    order: 1,
    match: onLines(/^> [^\n]*(?:\n|$)(?:>(?: [^\n]*)?(?:\n|$))*/),
    parse: (capture, parse, state) => ({ content: within(capture[0]!.replace(/^> ?/gm, ""), parse, state) }),
  },
  bullets: list(2, "[-*]"),
  numbers: list(3, "\\d{1,9}\\."),
  line: {
    order: 4,
    match: onLines(/^[^\n]*(?:\n|$)/),
    parse: (capture, parse, state) => parse(capture[0]!, { ...state, inline: true, prevCapture: null }),
  },
};

const ADDRESS = /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/;
const NAME = /^@[\p{L}\p{N}\p{M}\p{Extended_Pictographic}][\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Join_Control}_-]{0,63}/u;
const LINK = /^\[([^\][]{1,500})\]\(((?:https?:\/\/|mailto:)(?:[^\s()]|\([^\s()]{0,500}\)){1,2000})\)/i;

/** They stand in one line. */
export const inlines: Record<string, ParserRule> = {
  shrug: { order: 5, match: inLine(/^¯\\_\(ツ\)_\/¯/), parse: ([text]) => ({ type: "text", text }) },
  escape: { order: 6, match: inLine(/^\\([*_~`[\]>@.-])/), parse: ([, text]) => ({ type: "text", text }) },
  code: {
    order: 7,
    match: inLine(/^(`{1,3})(?!`)((?:[^`]|(?!\1(?!`))`)+)\1(?!`)/),
    parse: ([, , text]) => ({ text: text!.replace(/^ (.+) $/, "$1") }),
  },
  url: {
    order: 8,
    match: notInLink(
      apart(opening(0, (source, state) => withoutPunctuation(inLine(/^https?:\/\/[^\s<>"]{1,2000}/i)(source, state)))),
    ),
    parse: ([href]) => ({ type: "link", href, content: [{ type: "text", text: href }] }),
  },
  mail: {
    order: 9,
    match: notInLink(apart((source, state) => withoutPunctuation(inLine(ADDRESS)(source, state)))),
    parse: ([text]) => ({ type: "link", href: `mailto:${text}`, content: [{ type: "text", text }] }),
  },
  link: {
    order: 10,
    match: notInLink(opening(2, inLine(LINK))),
    parse: (capture, parse, state) => ({ href: capture[2], content: within(capture[1]!, parse, { ...state, inLink: true }) }),
  },
  mention: {
    order: 11,
    match: notInLink(apart((source, state) => yourName(source, state) ?? inLine(NAME)(source, state))),
    parse: ([text]) => ({ text }),
  },
  bold: mark(12, "bold", "\\*\\*", "(?!\\*\\*(?!\\*))[^\\\\]"),
  star: mark(13, "italic", "\\*(?!\\*)", "\\*\\*[^*]+\\*\\*|[^*\\\\]"),
  dash: mark(14, "italic", "_(?!_)", `[^_\\\\]|_(?=${WORD})`),
  strike: mark(15, "strike", "~~(?!~)", "[^~\\\\]|~(?!~)"),
  // a word, or a single character of anything else, so that what a rule may begin with is never passed over
  text: { order: 99, match: (source) => /^(?:[\p{L}\p{N}]+ ?|[^])/u.exec(source), parse: ([text]) => ({ text }) },
};

/** The reader's own name may have spaces in it. */
function yourName(source: string, { inline, you }: State): Capture | null {
  const mention = source.slice(0, you.length + 1);
  const isYou = inline && you !== "" && mention.toLowerCase() === `@${you.toLowerCase()}`;
  return isYou && !BEGINS_IN_WORD.test(source.slice(mention.length)) ? [mention] : null;
}

/** An address ends before the punctuation of the sentence around it, and before a bracket that was opened outside of it. */
function withoutPunctuation(capture: Capture | null): Capture | null {
  if (!capture) return null;
  let [text] = capture as [string];
  let extra = [...text].reduce((sum, char) => sum + Number(char === ")") - Number(char === "("), 0);
  for (;;) {
    const last = text.at(-1)!;
    if (last === ")" && extra > 0) extra--;
    else if (!/[.,:;!?'*_~\]]/.test(last)) break;
    text = text.slice(0, -1);
  }
  return [text];
}
