/** The languages of the interface. */

/** BCP 47 tags, and each language's name in itself. The first one is for visitors who read none of them. */
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
    const wanted = written(tag);
    return (Object.keys(LANGUAGES) as Language[]).find((language) => written(language) === wanted);
  } catch {
    return undefined; // not a language tag
  }
}

/** The tag for times and numbers on a page in `language`: the first of the reader's tags that is of this language, for its region. */
export function localeFor(language: Language, tags: readonly string[]): string {
  return tags.find((tag) => languageFor(tag) === language) ?? language;
}

/** The language and its script: `zh-Hant` for `zh-TW`, by Unicode's likely subtags. */
function written(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}
