/** Quotes (W5): the short form in which an answered message travels along with its answers. */
import { MAX_QUOTE, PAGE_SIZE, type Message, type Messages, type Quote } from "../../src/shared/protocol";
import { textOrFiles } from "../../src/shared/text-or-files";

type Get = (id: number) => Message | undefined;

/** The messages that `messages` answer and that are not among them. Absent if there are none. */
export function quotesFor(messages: readonly Message[], get: Get): Pick<Messages, "quotes"> {
  const ids = new Set(messages.flatMap(({ reply, deleted }) => (reply === undefined || deleted ? [] : [reply])));
  for (const { id } of messages) ids.delete(id);
  const quotes = [...ids].flatMap((id) => get(id) ?? []).map(quoteOf);
  return quotes.length > 0 ? { quotes } : {};
}

/** The quote in the event of a new message. Every client has the latest messages, so they are not quoted. */
export function quoteFor({ id, seq, reply }: Message, get: Get): { quote?: Quote } {
  if (reply === undefined || id !== seq || id - reply < PAGE_SIZE) return {};
  const message = get(reply);
  return message ? { quote: quoteOf(message) } : {};
}

/** Of a message without text, it has the names of its files. */
export function quoteOf(message: Message): Quote {
  const { id, user, deleted } = message;
  const start = textOrFiles(message)
    .slice(0, MAX_QUOTE)
    .replace(/[\uD800-\uDBFF]$/, ""); // no half of a surrogate pair
  return { id, user, text: start, ...(deleted && { deleted }) };
}
