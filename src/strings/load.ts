/** Loads the sentences of one language. Each language has two files. */
import type { Language } from "~/shared/languages";
import { setOnDemandStrings, setStrings } from "./current";
import type { Strings } from "./en";
import type { OnDemandStrings } from "./on-demand/en";

type Files<T> = Record<Language, () => Promise<{ default: T }>>;

// `import.meta.env.SSR ? NONE :` keeps these imports out of the Worker, which has all languages in strings/all.ts
const NONE = {} as never;
const FIRST: Files<Strings> = import.meta.env.SSR
  ? NONE
  : {
      ar: () => import("./ar"),
      de: () => import("./de"),
      en: () => import("./en"),
      es: () => import("./es"),
      fr: () => import("./fr"),
      ja: () => import("./ja"),
      "pt-BR": () => import("./pt-BR"),
      "zh-Hans": () => import("./zh-Hans"),
    };
const ON_DEMAND: Files<OnDemandStrings> = import.meta.env.SSR
  ? NONE
  : {
      ar: () => import("./on-demand/ar"),
      de: () => import("./on-demand/de"),
      en: () => import("./on-demand/en"),
      es: () => import("./on-demand/es"),
      fr: () => import("./on-demand/fr"),
      ja: () => import("./on-demand/ja"),
      "pt-BR": () => import("./on-demand/pt-BR"),
      "zh-Hans": () => import("./on-demand/zh-Hans"),
    };

let language: Language;

export const pageLanguage = (): Language => language;

/** Loads what a page in this language shows first. Call it before hydration. */
export async function loadStrings(ofPage: Language): Promise<void> {
  language = ofPage;
  const { default: strings } = await FIRST[language]();
  setStrings(() => strings);
}

/** Call it before anything that loads on demand is shown. */
export async function loadOnDemandStrings(): Promise<void> {
  const { default: strings } = await ON_DEMAND[language]();
  setOnDemandStrings(() => strings);
}
