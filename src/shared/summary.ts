/** What stands for a message where there is no room for all of it: its text, or else the names of its files. */
import type { Message } from "./protocol";

export function summaryOf({ text, files = [] }: Pick<Message, "text" | "files">): string {
  return text || files.map(({ name }) => name).join(", ");
}
