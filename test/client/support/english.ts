/** The sentences are the English ones, as on a page in English. */
import { setOnDemandStrings, setStrings } from "../../../src/strings/current";
import strings from "../../../src/strings/en";
import onDemandStrings from "../../../src/strings/on-demand/en";

setStrings(() => strings);
setOnDemandStrings(onDemandStrings);
