/** Counts, numbers and lists as one language writes them. */

/** A sentence for each of the language's plural forms; `#` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** For a BCP 47 tag. */
export function formatsOf(language: string) {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn" }); // as in times: see localeFor
  const lists = new Intl.ListFormat(language);
  const number = (n: number) => numbers.format(n);
  return {
    number,
    /** The form for `n`, with `n` in it. */
    count: (n: number, forms: Forms) => (forms[plurals.select(n)] ?? forms.other).replace("#", number(n)),
    /** A size in bytes, in the units of every language: `48 kB`, `2.1 MB`. */
    size: (bytes: number) =>
      bytes < 1e6 ? `${number(Math.ceil(bytes / 1e3))} kB` : `${number(Math.round(bytes / 1e5) / 10)} MB`,
    list: (items: Iterable<string>) => lists.format(items),
  };
}
