/** axe checks every state of the page on a phone, light and dark. */
import { checksEveryState } from "./support/axe";

checksEveryState("phone");
