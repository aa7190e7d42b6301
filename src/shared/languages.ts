/** The languages of the interface. */

/** BCP 47 tags, and each language's name in itself. */
export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  "pt-BR": "Português (Brasil)",
  ja: "日本語",
  "zh-Hans": "简体中文",
  ar: "العربية",
} as const;

export type Language = keyof typeof LANGUAGES;

/** For visitors who read none of them. */
export const DEFAULT_LANGUAGE: Language = "en";

export function isLanguage(tag: string | undefined): tag is Language {
  return tag !== undefined && Object.hasOwn(LANGUAGES, tag);
}

/** The direction in which a page in this language is written. */
export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** The language of the interface that readers of `tag` can read: the same one in the same script. Undefined if there is none. */
export function languageFor(tag: string): Language | undefined {
  try {
    return BY_SCRIPT.get(written(tag));
  } catch {
    return undefined; // not a language tag
  }
}

/**
 * The tag for times on a page in `language`. It has the reader's region, if one of the reader's tags is of this language. Its digits are
 * 0–9, as in the page's sentences.
 */
export function localeFor(language: Language, tags: readonly string[]): string {
  const tag = tags.find((tag) => languageFor(tag) === language) ?? language;
  return language === "ar" ? new Intl.Locale(tag, { numberingSystem: "latn" }).toString() : tag;
}

/** The language and its script: `zh-Hant` for `zh-TW`, by Unicode's likely subtags. */
function written(tag: string): string {
  const locale = new Intl.Locale(tag);
  if (locale.language === "und") return locale.language; // no language: it would become English
  const { language, script } = locale.maximize();
  return `${language}-${script}`;
}

const BY_SCRIPT = new Map((Object.keys(LANGUAGES) as Language[]).map((language) => [written(language), language]));
