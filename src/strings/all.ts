/** The sentences of a page's first load in all languages. For the server only. */
import type { Language } from "~/shared/languages";
import ar from "./ar";
import de from "./de";
import en from "./en";
import es from "./es";
import fr from "./fr";
import ja from "./ja";
import ptBR from "./pt-BR";
import zhHans from "./zh-Hans";
import type { Strings } from "./en";

export const STRINGS: Record<Language, Strings> = { ar, de, en, es, fr, ja, "pt-BR": ptBR, "zh-Hans": zhHans };
