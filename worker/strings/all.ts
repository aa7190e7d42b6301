/** The sentences of responses that are not pages, in all languages. */
import type { Language } from "../../src/shared/languages";
import ar from "./ar";
import de from "./de";
import en from "./en";
import es from "./es";
import fr from "./fr";
import ja from "./ja";
import ptBR from "./pt-BR";
import zhHans from "./zh-Hans";
import type { WorkerStrings } from "./en";

export const STRINGS: Record<Language, WorkerStrings> = { ar, de, en, es, fr, ja, "pt-BR": ptBR, "zh-Hans": zhHans };
