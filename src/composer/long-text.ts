/** Keeps a text that is too long from landing in the text box, where 3 MB would block the page for half a minute. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { LIMITS } from "~/shared/protocol";
import { cleanText } from "~/shared/text";
import { MAX_DRAFT } from "./drafts";

/** A shorter text is taken like typed characters, also beyond the limit of a message: its author can still shorten it. */
const MAX_TYPED = 200; // UTF-16 units

export interface Insertion {
  text: string;
  /** The offsets of the text that it replaces. */
  from: number;
  to: number;
}

/** Calls `take` in place of the browser for each text that is inserted and does not fit. Listens for as long as the calling component lives. */
export function interceptLongTexts(box: HTMLTextAreaElement, take: (insertion: Insertion) => void): void {
  const intercept = (event: Event, raw: string | null | undefined) => {
    if (!raw || !event.cancelable) return;
    const text = raw.replace(/\r\n?/g, "\n");
    const { selectionStart: from, selectionEnd: to, value } = box;
    const length = value.length - (to - from) + text.length;
    if (length <= LIMITS.text || (text.length <= MAX_TYPED && length <= MAX_DRAFT)) return;
    if (length <= MAX_DRAFT && cleanText(textAfter(value, { text, from, to })).length <= LIMITS.text) return;
    event.preventDefault();
    take({ text, from, to });
  };
  makeEventListener(box, "paste", (event) => intercept(event, event.clipboardData?.getData("text/plain")));
  makeEventListener(box, "beforeinput", (event) => intercept(event, event.data)); // dropped, dictated, or from a phone's clipboard
}

export function textAfter(value: string, { text, from, to }: Insertion): string {
  return value.slice(0, from) + text + value.slice(to);
}
