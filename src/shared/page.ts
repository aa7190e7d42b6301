/** What the front door knows of a page's visitor and channel, and hands to the rendering. */
import type { Snapshot } from "./protocol";

export interface Page {
  /** The canonical name; absent where the path has none. */
  channel?: string;
  /** Absent where the channel cannot be reached, or is asked for too often. */
  snapshot?: Snapshot | undefined;
  /** The visitor's language tag and IANA time zone, as far as the request tells. */
  locale: string;
  timeZone: string;
  /** What they have chosen in this browser, by its cookies. */
  theme: Theme;
  isWelcomed: boolean;
}

export type Theme = "system" | "light" | "dark";

/** What goes with a request through the rendering: there the page, and back what a component threw. */
export type Rendering = {
  page: Page;
  failure?: unknown;
};

const NAME_COOKIE = "name";
const THEME_COOKIE = "theme";
const WELCOMED_COOKIE = "welcomed";
const COOKIE_AGE = 180 * 24 * 60 * 60; // seconds

/** The line by which a browser keeps what the page and the server both have to know. */
function cookieLine(name: string, value: string, secure: boolean): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${COOKIE_AGE}; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** The cookie line of a user's name: the page writes it, the front door reads it. */
export function nameCookie(name: string, secure: boolean): string {
  return cookieLine(NAME_COOKIE, name, secure);
}

/** The kept name, as it stands in `cookies`. */
export function nameIn(cookies: string): string | undefined {
  try {
    return decodeURIComponent(cookieIn(cookies, NAME_COOKIE) ?? "") || undefined;
  } catch {
    return undefined; // somebody else's cookie
  }
}

export function themeCookie(theme: Theme, secure: boolean): string {
  return cookieLine(THEME_COOKIE, theme, secure);
}

export function themeIn(cookies: string): Theme {
  const theme = cookieIn(cookies, THEME_COOKIE);
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function welcomedCookie(secure: boolean): string {
  return cookieLine(WELCOMED_COOKIE, "1", secure);
}

/** Whether the visitor has put the lobby's welcome away. */
export function isWelcomedIn(cookies: string): boolean {
  return cookieIn(cookies, WELCOMED_COOKIE) === "1";
}

/** The value of one cookie in a `Cookie` header or in `document.cookie`. */
export function cookieIn(cookies: string, name: string): string | undefined {
  const pairs = cookies.split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
