/** Counts, numbers and lists as one language writes them. */

/** A sentence for each of the language's plural forms; `#` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const MEGABYTE = 1_048_576; // bytes, as systems show it

/** For a BCP 47 tag. */
export function formatsOf(language: string) {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn" }); // as in times: see localeFor
  const lists = new Intl.ListFormat(language);
  const size = (unit: string) =>
    new Intl.NumberFormat(language, { numberingSystem: "latn", style: "unit", unit, maximumFractionDigits: 1 });
  const number = (n: number) => numbers.format(n);
  return {
    number,
    /** The form for `n`, with `n` in it. */
    count: (n: number, forms: Forms) => (forms[plurals.select(n)] ?? forms.other).replace("#", number(n)),
    /** A size in bytes, such as `48 kB` or `2.1 MB`. */
    size: (bytes: number) =>
      bytes < MEGABYTE ? size("kilobyte").format(Math.ceil(bytes / 1024)) : size("megabyte").format(bytes / MEGABYTE),
    list: (items: Iterable<string>) => lists.format(items),
  };
}
