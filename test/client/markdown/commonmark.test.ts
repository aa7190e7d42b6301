/** The examples of the CommonMark specification for the constructs that the small markdown has. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseMarkdown, type Token } from "../../../src/markdown/parse";

/** Why examples are left out, and their numbers. */
const LEFT_OUT: Record<string, number[]> = {
  "no indented code: an indent is text": [
    18, 134, 231, 236, 252, 253, 254, 257, 264, 270, 271, 272, 273, 274, 286, 287, 288, 289, 313,
  ],
  "no headings, no lines across": [141, 228, 229, 230, 234, 246, 300],
  "no HTML, no entities, no images": [21, 308, 309, 344, 475, 476, 477, 494, 503, 517, 520, 524],
  "no hard line breaks: every line break is kept": [16],
  "no reference links": [23, 317],
  "no titles of links: the title shows the address": [22, 482, 504, 505, 506, 507, 508, 509, 510],
  "a link needs a text and an address without <> or backslashes": [484, 485, 486, 487, 489, 491, 492, 493, 495, 498, 499, 500],
  "an address ends at a second level of brackets": [496, 512],
  "only http, https and mailto are links": [596, 598, 599, 601],
  "brackets around a mail address are shown": [604, 605],
  "an address is a link also without brackets around it": [488, 490, 497, 513, 518, 519, 602, 608, 611, 612],
  "the text of a link ends at its first bracket, even inside an address": [526],
  "a backslash hides only before what would be markup without it": [12, 14, 24, 606],
  "the line below a quote or list item is an answer, not a part of it": [232, 233, 238, 247, 250, 251, 290, 291, 292, 293, 312],
  "a quote or list does not begin with an empty line, a lone mark is text": [239, 240, 241, 278, 279, 280, 284],
  "a quote needs a space or a letter: >_< is a face": [260],
  "a closing fence may be indented": [137],
  "a fence with nothing after it is text": [126, 237],
  "what stands beside a fence and is not one word is code": [143, 144, 146],
};

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const TAGS = { bold: "strong", italic: "em", strike: "s", quote: "blockquote" } as const;

function html(tokens: readonly Token[]): string {
  return tokens.map(htmlOf).join("");
}

function htmlOf(token: Token): string {
  switch (token.type) {
    case "text":
    case "mention":
      return escaped(token.text);
    case "code":
      return `<code>${escaped(token.text)}</code>`;
    case "fence": {
      const language = token.language;
      const end = token.text === "" ? "" : "\n";
      return `<pre><code${language && ` class="language-${language}"`}>${escaped(token.text)}${end}</code></pre>`;
    }
    case "link":
      return `<a href="${escaped(token.href)}">${html(token.content)}</a>`;
    case "list": {
      const { number } = token.items[0]!;
      const items = token.items.map(({ content }) => `<li>${html(content)}</li>`).join("");
      if (number === undefined) return `<ul>${items}</ul>`;
      return `<ol${number === 1 ? "" : ` start="${number}"`}>${items}</ol>`;
    }
    default:
      return `<${TAGS[token.type]}>${html(token.content)}</${TAGS[token.type]}>`;
  }
}

/** A message has no paragraphs, keeps its line breaks and spaces, and percent-encodes no address. */
function comparable(html: string): string {
  return html
    .split(/(<pre>[^]*?<\/pre>)/)
    .map((part) => (part.startsWith("<pre>") ? part : part.replace(/<\/?p>/g, "\n").replace(/\s*\n\s*/g, "\n")))
    .join("")
    .replace(/\n*(<\/?(?:blockquote|li|ol|pre|ul)\b[^>]*>)\n*/g, "$1")
    .replace(/(?<=href=")[^"]*/g, (href) => href.replace(/(?:%[\da-f]{2})+/gi, (it) => escaped(decodeURIComponent(it))))
    .trim();
}

/** Links of a message have a scheme, so relative ones of the specification get a host. */
function withHost(text: string): string {
  return text.replace(/(?<=href="|\]\(\s*)(?=[^\s<>)"`])(?!\w+:)/g, "https://e.example/");
}

interface Example {
  number: number;
  section: string;
  markdown: string;
  html: string;
}

const holds = ({ markdown, html: expected }: Example) =>
  comparable(html(parseMarkdown(withHost(markdown).trimEnd()))) === comparable(withHost(expected));

const { examples } = JSON.parse(readFileSync(new URL("commonmark-spec.json", import.meta.url), "utf8")) as {
  examples: Example[];
};
const leftOut = new Set(Object.values(LEFT_OUT).flat());

it("all examples of the specification hold, except those that are left out on purpose", () => {
  const held = examples.filter(holds);
  for (const section of new Set(examples.map(({ section }) => section))) {
    const count = (of: Example[]) => of.filter((it) => it.section === section).length;
    console.log(`${section}: ${count(held)} of ${count(examples)} examples hold.`);
  }
  for (const [reason, numbers] of Object.entries(LEFT_OUT)) console.log(`Left out: ${reason}: ${numbers.join(", ")}`);
  console.log(`CommonMark 0.31.2: ${held.length} of ${examples.length} examples hold, ${leftOut.size} are left out on purpose.`);
  expect(examples.filter((it) => holds(it) === leftOut.has(it.number)).map(({ number }) => number)).toEqual([]);
});
