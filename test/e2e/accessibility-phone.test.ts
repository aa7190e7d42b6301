/** Every state of the page on a phone, light and dark, by axe. */
import { checksEveryState } from "./support/axe";

checksEveryState("phone");
