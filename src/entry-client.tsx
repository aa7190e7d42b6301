// @refresh reload
/** Hydrates the rendered page in the browser, in the language that it was rendered in. */
import { mount, StartClient } from "@solidjs/start/client";
import { followSecretLinks } from "./identity/secret-link";
import { isNewcomer, renderedIn } from "./page/page-data";
import { loadStrings } from "./strings/load";

followSecretLinks(isNewcomer()); // first, so that no other script sees the secret

// No top-level await: the file of the language imports from this one, and both would wait for each other
void loadStrings(renderedIn()).then(() => mount(() => <StartClient />, document.getElementById("app")!));
