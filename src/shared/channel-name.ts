/** The rule for channel names (W20): a channel is named by its canonical path. */

/** The channel at `/`. */
export const LOBBY = "lobby";

const MAX_SEGMENTS = 8;
const MAX_BYTES = 128; // of UTF-8
/** Names that browsers, crawlers and scanners ask every site for. A name such as `v1.2`, `node.js` or `team/notes.txt` is not among them. */
const RESERVED = [
  /^(api|cgi-bin)(\/|$)/,
  /(^|\/)wp-[a-z]|\.(php\d?|phtml|aspx?|jsp|cgi)(?![\p{L}\p{N}])/u, // in any folder: WordPress, and pages in a server's language
  /^[^/]+\.(x?html?|xml|txt|ico|png|jpe?g|gif|svg|json|webmanifest|gz|zip|sql|bak|env|ini|log)$/, // at the top: files
  /^(sw\.js|service-worker\.js|apple-app-site-association)$/,
];
/** First a letter or digit, then letters, digits, `-`, `_`, `.` and combining marks. This excludes `..`, `_ws` and `.well-known`. */
const SEGMENT = /^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}\-_.]*$/u;

/**
 * The canonical name of the channel at `path`, or `undefined` if the path has no canonical form. The path may be percent-encoded, and
 * may have slashes around it. `canonical(canonical(x))` is `canonical(x)`; `/` is the lobby.
 */
export function canonical(path: string): string | undefined {
  const decoded = decode(path);
  if (decoded === undefined) return undefined;
  const segments = normalize(decoded).split("/").filter(Boolean);
  if (segments.length === 0) return LOBBY;
  const name = segments.join("/");
  const isValid =
    segments.length <= MAX_SEGMENTS &&
    new TextEncoder().encode(name).length <= MAX_BYTES &&
    segments.every((segment) => SEGMENT.test(segment)) &&
    !RESERVED.some((reserved) => reserved.test(name)) &&
    normalize(name) === name; // else one channel would have two names: some letters need two rounds of lower-casing
  return isValid ? name : undefined;
}

/** Whether `path` is the canonical path of the channel `name`. Its percent-encoding does not matter. */
export function isCanonical(path: string, name: string): boolean {
  return path === "/" || decode(path) === `/${name}`;
}

/** The canonical path of a channel, percent-encoded: `/caf%C3%A9/menu` for `café/menu`. */
export function pathOf(name: string): string {
  return `/${name.split("/").map(encodeURIComponent).join("/")}`;
}

/** The address that links to a channel: `/` for the lobby, otherwise its canonical path. */
export function hrefOf(name: string): string {
  return name === LOBBY ? "/" : pathOf(name);
}

/** The path without percent-encoding; `undefined` if it is not percent-encoded UTF-8. */
export function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function normalize(text: string): string {
  return text.normalize("NFC").toLowerCase().normalize("NFC");
}
