// @refresh reload
/** Hydrates the rendered page in the browser, in the language that it was rendered in. */
import { mount, StartClient } from "@solidjs/start/client";
import type { Language } from "./shared/languages";
import { loadStrings } from "./strings/load";

// No top-level await: the file of the language imports from this one, and both would wait for each other
void loadStrings(document.documentElement.lang as Language).then(() =>
  mount(() => <StartClient />, document.getElementById("app")!),
);
