/** The messages as they are on the wire (W5), one in each line. */
import { STRINGS } from "../strings/all";
import type { Writer } from "./writer";

export const json: Writer = ({ language }) => ({ head: "", entry: line, cut: line({ error: STRINGS[language].export.cut }) });

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
