// @refresh reload
/** Where the browser takes over the rendered page. */
import { mount, StartClient } from "@solidjs/start/client";

mount(() => <StartClient />, document.getElementById("app")!);
