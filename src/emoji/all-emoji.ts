/** All emoji. The file is large: load it only by `import()`. */
import lines from "virtual:emoji";
import { groupsOf } from "./search";

export const groups = groupsOf(lines);
