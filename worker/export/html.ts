/** The history as one HTML file: it needs nothing else, runs nothing, and is light or dark as its reader's system is. */
import { createHash } from "node:crypto";
import { beginningOf } from "../../src/shared/beginning";
import { directionOf } from "../../src/shared/languages";
import { textOrFiles } from "../../src/shared/text-or-files";
import { escape } from "../escape";
import { STRINGS } from "../strings/all";
import { fileLine, goneText, notesOn, reactionLine, type Writer } from "./writer";

const MAX_QUOTE = 100; // UTF-16 units

const STYLE = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
article { margin: 1.25rem 0; content-visibility: auto; contain-intrinsic-size: auto 4rem }
p { margin: 0; white-space: pre-wrap }
:target { outline: 2px solid }
`;

export const html: Writer = ({ channel, language }, settings) => {
  const words = STRINGS[language].export;
  const hash = createHash("sha256").update(STYLE).digest().toBase64();
  let first: number | undefined;
  return {
    cut: `<p>${words.cut}</p>\n`,
    head: `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escape(channel)} · Edgewise</title>
<style>${STYLE}</style>
<h1 dir="auto">${escape(channel)}</h1>
${settings.topic && `<p dir="auto">${escape(settings.topic)}</p>\n`}`,
    entry(message, answered) {
      first ??= message.id;
      const { role, time, edited } = notesOn(message, settings, words);
      const link = `<a href="#m${message.id}"><time datetime="${new Date(message.at).toISOString()}">${time}</time></a>`;
      const notes = [`<b><bdi>${escape(message.user.name)}</bdi></b>`, role, link, edited].filter(Boolean).join(" · ");
      const answer = answered
        ? `<p><a${answered.id < first ? "" : ` href="#m${answered.id}"`}>↪ <bdi>${escape(answered.user.name)}</bdi> <bdi>${escape(beginningOf(textOrFiles(answered), MAX_QUOTE))}</bdi></a></p>\n`
        : "";
      const gone = goneText(message, words);
      const text = gone === undefined ? `<p dir="auto">${escape(message.text)}</p>` : `<p><i>${gone}</i></p>`;
      const [files, reactions] = [fileLine(message), reactionLine(message)];
      return `<article id="m${message.id}">
<header>${notes}</header>
${answer}${text}
${files && `<p dir="auto">${escape(files)}</p>\n`}${reactions && `<p>${escape(reactions)}</p>\n`}</article>
`;
    },
  };
};
