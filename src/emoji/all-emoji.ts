/** All emoji. The file is large: load it only by `import()`. */
import lines from "virtual:emoji";
import type { Language } from "~/shared/languages";
import { pageLanguage } from "~/strings/load";
import { groupsOf, withWords, type Emoji } from "./search";

const WORDS: Record<Exclude<Language, "en">, () => Promise<{ default: string }>> = {
  ar: () => import("virtual:emoji-words/ar"),
  de: () => import("virtual:emoji-words/de"),
  es: () => import("virtual:emoji-words/es"),
  fr: () => import("virtual:emoji-words/fr"),
  ja: () => import("virtual:emoji-words/ja"),
  "pt-BR": () => import("virtual:emoji-words/pt"),
  "zh-Hans": () => import("virtual:emoji-words/zh"),
};

let loading: Promise<Emoji[][]> | undefined;

/** The groups of emoji, with words in the page's language. Without these if their file cannot be loaded; the next call tries again. */
export function loadEmoji(): Promise<Emoji[][]> {
  return (loading ??= load());
}

async function load(): Promise<Emoji[][]> {
  const groups = groupsOf(lines);
  const language = pageLanguage();
  if (language === "en") return groups;
  const words = await WORDS[language]().catch(() => (loading = undefined));
  return words ? withWords(groups, words.default) : groups;
}
