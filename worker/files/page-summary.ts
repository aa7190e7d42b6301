/** What an HTML page says of itself: title, description and picture, for a preview (W38). */
import { beginningOf } from "../../src/shared/beginning";
import { MAX_PREVIEW_DESCRIPTION, MAX_PREVIEW_TITLE } from "../../src/shared/protocol";
import { cleanText, isBlank } from "../../src/shared/text";
import { withCharacters } from "./character-references";
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
    beginningOf(cleanText(withCharacters(texts.find((text) => text?.trim()) ?? "").slice(0, MAX_CLEANED)), most - 1);
  const title = line(MAX_PREVIEW_TITLE, found["og:title"], found["twitter:title"], found.title);
  if (isBlank(title)) return undefined;
  const image = withCharacters(found["og:image"] ?? "").trim();
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
