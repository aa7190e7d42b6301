/** Loads the sentences of the page's language. */
import type { Language } from "~/shared/languages";
import { setOnDemandStrings, setStrings } from "./current";
import type { Strings } from "./en";
import type { OnDemandStrings } from "./on-demand/en";

let language: Language;
let locale: string;

/** The addresses of the two files, in `data-strings` of the document. */
const files = () => document.documentElement.dataset["strings"]!.split(" ");

export const pageLanguage = (): Language => language;

/** The BCP 47 tag for times and numbers: the language of the page, as in this reader's region. */
export const pageLocale = (): string => locale;

/** Loads what a page in this language shows first. Call it before hydration. */
export async function loadStrings(ofPage: { language: Language; locale: string }): Promise<void> {
  ({ language, locale } = ofPage);
  const { default: strings } = (await import(/* @vite-ignore */ files()[0]!)) as { default: Strings };
  setStrings(() => strings);
}

/** Call it before anything that loads on demand is shown. */
export async function loadOnDemandStrings(): Promise<void> {
  const { default: strings } = (await import(/* @vite-ignore */ files()[1]!)) as { default: OnDemandStrings };
  setOnDemandStrings(strings); // the same ones at each call: nothing is shown anew
}
