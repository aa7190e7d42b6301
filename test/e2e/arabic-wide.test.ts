/** Every state of the page in Arabic, from right to left, in a wide window: for axe, and for words that are cut off. */
import { checksEveryState } from "./support/axe";

checksEveryState("wide", "ar");
