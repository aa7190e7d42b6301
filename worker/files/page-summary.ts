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
  let titles = 0;
  const rewriter = new HTMLRewriter()
    .on("title", {
      element: () => void titles++,
      text: ({ text }) => void (titles === 1 && (found.title = (found.title ?? "") + text)),
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

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** HTMLRewriter leaves character references as they are. Of those with names, a few are in use. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (entity, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? entity;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
