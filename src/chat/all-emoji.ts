/** The emoji themselves. Heavy: only ever loaded by `import()`. */
import lines from "virtual:emoji";
import { groupsOf } from "./emoji";

export const groups = groupsOf(lines);
