// @refresh reload
/** Hydrates the rendered page in the browser. */
import { mount, StartClient } from "@solidjs/start/client";

mount(() => <StartClient />, document.getElementById("app")!);
