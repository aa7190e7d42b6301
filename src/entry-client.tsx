// @refresh reload
/** Hydrates the rendered page in the browser, in the language that it was rendered in. */
import { mount, StartClient } from "@solidjs/start/client";
import { DEFAULT_LANGUAGE, isLanguage } from "./shared/languages";
import { loadStrings } from "./strings/load";

const { lang } = document.documentElement; // an extension that translates pages may have changed it

// No top-level await: the file of the language imports from this one, and both would wait for each other
void loadStrings(isLanguage(lang) ? lang : DEFAULT_LANGUAGE).then(() =>
  mount(() => <StartClient />, document.getElementById("app")!),
);
