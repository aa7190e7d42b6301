/** The emoji themselves. Heavy: only ever loaded by `import()`. */
import lines from "virtual:emoji";
import { groupsOf } from "./search";

export const groups = groupsOf(lines);
