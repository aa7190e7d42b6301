/** The one rule for what a channel is called: its canonical path (W20). */

/** What `/` opens. */
export const LOBBY = "lobby";

const MAX_SEGMENTS = 8;
const MAX_BYTES = 128;
const RESERVED = new Set(["api"]);
/** A letter or digit first, then letters, digits, `-`, `_`, `.` and combining marks. So `..`, `_ws` and `.well-known` are out. */
const SEGMENT = /^[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}\-_.]*$/u;

/**
 * The canonical name of the channel at `path` (percent-encoded or not, with or without slashes around it), or `undefined`
 * where the path has no canonical form. `canonical(canonical(x))` is `canonical(x)`; `/` is the lobby.
 */
export function canonical(path: string): string | undefined {
  const decoded = decode(path);
  if (decoded === undefined) return undefined;
  const segments = fold(decoded).split("/").filter(Boolean);
  if (segments.length === 0) return LOBBY;
  const name = segments.join("/");
  const valid =
    segments.length <= MAX_SEGMENTS &&
    new TextEncoder().encode(name).length <= MAX_BYTES &&
    segments.every((segment) => SEGMENT.test(segment)) &&
    !RESERVED.has(segments[0]!) &&
    fold(name) === name; // a letter whose lower case has a lower case of its own would make two names of one
  return valid ? name : undefined;
}

/** Whether `path` spells its channel canonically already: percent-encoding and the one leading slash aside. */
export function isCanonical(path: string, name: string): boolean {
  return path === "/" || decode(path) === `/${name}`;
}

/** The URL path of a channel: `caf%C3%A9/menu` for `café/menu`, with a leading slash. */
export function pathOf(name: string): string {
  return `/${name.split("/").map(encodeURIComponent).join("/")}`;
}

/** The path as people read it; `undefined` where it is not percent-encoded UTF-8. */
export function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().normalize("NFC");
}

/** The link to a channel on this site: `/` for the lobby. */
export function hrefOf(name: string): string {
  return name === LOBBY ? "/" : pathOf(name);
}
