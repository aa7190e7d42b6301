/** What the formats of an export have in common (W34). */
import type { Message, Settings } from "../../src/shared/protocol";
import type { WorkerStrings } from "../strings/en";
import type { Order } from "./order";

/** Begins a file. */
export type Writer = (order: Order, settings: Settings) => Format;

export interface Format {
  /** What stands before the messages. */
  head: string;
  /** A message, with the one that it answers, if that still exists. */
  entry: (message: Message, answered?: Message | 0) => string;
  /** The end of a file that is not complete. */
  cut: string;
}

/** What is written about a message beside its text. */
export function notesOn({ user, at, editedAt }: Message, { staff }: Settings, words: WorkerStrings["export"]) {
  const role = staff.find(({ id }) => id === user.id)?.role;
  return { role: role && words[role], time: minute(at), edited: editedAt !== undefined && `${words.edited} ${minute(editedAt)}` };
}

/** What stands in the place of a deleted text. Undefined if the text is there. */
export function goneText({ deleted, removed }: Message, words: WorkerStrings["export"]): string | undefined {
  return removed ? words.removed : deleted && words.deleted;
}

/** The reactions in one line: `👍 3 · 🎉 1`. */
export function reactionLine({ reactions = [] }: Message): string {
  return reactions.map(({ emoji, users }) => `${emoji} ${users.length}`).join(" · ");
}

/** The names of the files in one line. */
export function fileLine({ files = [] }: Message): string {
  return files.map(({ name }) => `📎 ${name}`).join(" · ");
}

/** `2026-01-31 12:05 UTC` */
function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
