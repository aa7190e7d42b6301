/** What an HTML page says of itself: title, description and picture, for a preview (W38). */
import { beginningOf } from "../../src/shared/beginning";
import { MAX_PREVIEW_DESCRIPTION, MAX_PREVIEW_TITLE } from "../../src/shared/protocol";
import { cleanText, isBlank } from "../../src/shared/text";
import type { Fetched } from "./fetch-public";

/** UTF-16 units of a text that are looked at, however long it is. */
const MAX_CLEANED = 4_000;

export interface PageSummary {
  title: string;
  /** "" if there is none. */
  description: string;
  /** The address of its picture. */
  image?: string;
}

/** Undefined if the page has no title. */
export async function summaryOf({ url, type, bytes }: Fetched): Promise<PageSummary | undefined> {
  const found: Record<string, string> = { __proto__: null as never };
  let isInSvg = false;
  let isTitle = false;
  const rewriter = new HTMLRewriter()
    .on("svg title", { element: () => void (isInSvg = true) }) // that of a drawing; called before the next handler
    .on("title", {
      element() {
        isTitle = !isInSvg && found.title === undefined;
        isInSvg = false;
      },
      text: ({ text }) => void (isTitle && (found.title = (found.title ?? "") + text)),
    })
    .on("meta", {
      element(meta) {
        const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? "").toLowerCase();
        found[name] ||= meta.getAttribute("content") ?? "";
      },
    });
  await rewriter.transform(new Response(decoded(bytes, type))).arrayBuffer();
  const line = (most: number, ...texts: (string | undefined)[]) =>
    beginningOf(cleanText(withoutEntities(texts.find((text) => text?.trim()) ?? "").slice(0, MAX_CLEANED)), most - 1);
  const title = line(MAX_PREVIEW_TITLE, found["og:title"], found["twitter:title"], found.title);
  if (isBlank(title)) return undefined;
  const image = withoutEntities(found["og:image"] ?? "").trim();
  return {
    title,
    description: line(MAX_PREVIEW_DESCRIPTION, found["og:description"], found.description),
    ...(image !== "" && URL.canParse(image, url) && { image: new URL(image, url).href }),
  };
}

/** By the charset of the header, or that of the page's own beginning. */
function decoded(bytes: Uint8Array, type: string): string {
  const beginning = String.fromCharCode(...bytes.subarray(0, 1_024));
  const [, charset] = /charset=["']?([\w-]+)/i.exec(type + beginning) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // there is no such charset
  }
}

/** Those of HTML 4 that titles have: of ISO 8859-1 from U+00A0 on, and a few more. */
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const ENTITIES = new Map([
  ...LATIN_1.split(" ").map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ndash: "–",
    mdash: "—",
    hellip: "…",
    bull: "•",
  }),
  ...Object.entries({ lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", euro: "€", trade: "™" }),
]);

/** HTMLRewriter leaves character references as they are. `&Auml;` is not `&auml;`, but `&QUOT;` is `&quot;`. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}\d{0,2}));/gi, (entity, decimal, hex, name) => {
    if (name) return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? entity;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
