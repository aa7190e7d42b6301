/** Writes people's text into XML and HTML, between tags or in a quoted attribute. */

/** What XML does not allow, and control characters other than newline and tab. */
const FORBIDDEN = /[^\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function escape(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
