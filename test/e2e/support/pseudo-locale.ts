/** A language that does not exist: English with accents, and 40 % longer, as translations may be. */
import type { Page } from "playwright-core";

/** Translates what a page shows, except people's own texts, which are marked as of an unknown language. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ACCENTS: Record<string, string> = {
      a: "á",
      c: "ç",
      e: "ë",
      i: "ï",
      n: "ñ",
      o: "ö",
      s: "š",
      u: "û",
      y: "ý",
      A: "Å",
      E: "É",
      O: "Ø",
      S: "Š",
    };
    const translated = (text: string) =>
      text.replace(/\p{L}{2,}/gu, (word) => {
        const accented = word.replace(/[a-zA-Z]/g, (letter) => ACCENTS[letter] ?? letter);
        return accented + accented.slice(-Math.ceil(word.length * 0.4));
      });
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const isOurs = (element: Element | null) =>
      !element?.closest('script, style, noscript, kbd, pre, code, time, [lang=""], .head-name');
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      if (isOurs(text.parentElement)) text.nodeValue = translated(text.nodeValue!);
    for (const field of document.querySelectorAll<HTMLInputElement>("[placeholder]"))
      field.placeholder = translated(field.placeholder);
  });
}
