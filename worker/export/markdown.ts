/**
 * The history as Markdown: a line about each message, and its text in a block quote, which no line of the text can leave. People write
 * Markdown, so it stays as it is. If it may hold HTML, a picture, the definition of a link, or a link that is not to the web, the text is
 * in a code block.
 */
import type { Message } from "../../src/shared/protocol";
import { STRINGS } from "../strings/all";
import { fileLine, goneText, notesOn, reactionLine, type Writer } from "./writer";

const RISKY = /<[a-z/!?]|!\[|\](?!\((?:https?:|mailto:))[:([]/i;

export const markdown: Writer = ({ channel, language }, settings) => {
  const words = STRINGS[language].export;
  return {
    cut: `${words.cut}\n`,
    head: `# ${plain(channel)}\n\n${settings.topic && `${quoted(plain(settings.topic))}\n\n`}`,
    entry(message, answered) {
      const { role, time, edited } = notesOn(message, settings, words);
      const answer = answered && `↪ #${answered.id} ${plain(answered.user.name)}`;
      const notes = [`**${plain(message.user.name)}**`, role, time, `#${message.id}`, edited, answer, reactionLine(message)];
      const text = [textOf(message) ?? `*${goneText(message, words)}*`, plain(fileLine(message))].filter(Boolean).join("\n\n");
      return `${notes.filter(Boolean).join(" · ")}\n\n${quoted(text)}\n\n`;
    },
  };
};

function textOf({ text, deleted }: Message): string | undefined {
  if (deleted) return undefined;
  if (!RISKY.test(text)) return text.replace(/(?<=\S)\n(?=\S)/g, "  \n"); // each line stays one
  const fence = "`".repeat(Math.max(3, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)));
  return `${fence}\n${text}\n${fence}`;
}

/** Text without formatting. */
function plain(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

function quoted(text: string): string {
  return `> ${text.replace(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g, "\n> ")}`;
}
