/**
 * The cookies that both the page and the Worker read: the visitor's name, theme and language, whether the welcome was dismissed, and whether
 * links have previews. The page sets them, so that they count at once, and the Worker sets them again: Safari and Brave delete after 7 days what a script has set.
 */
import { isLanguage, type Language } from "./languages";

export type Theme = "system" | "light" | "dark";

const NAME_COOKIE = "name";
const THEME_COOKIE = "theme";
const LANGUAGE_COOKIE = "language";
const WELCOMED_COOKIE = "welcomed";
const PREVIEWS_COOKIE = "previews";
const MAX_AGE = 180 * 24 * 60 * 60; // seconds

/** `name=value`, as `cookieLine` takes it. */
export function nameCookie(name: string): string {
  return pair(NAME_COOKIE, name);
}

/** The visitor's name in a `Cookie` header or in `document.cookie`. */
export function nameIn(cookies: string): string | undefined {
  try {
    return decodeURIComponent(cookieIn(cookies, NAME_COOKIE) ?? "") || undefined;
  } catch {
    return undefined; // not percent-encoded UTF-8: another program set it
  }
}

export function themeCookie(theme: Theme): string {
  return pair(THEME_COOKIE, theme);
}

export function themeIn(cookies: string): Theme {
  const theme = cookieIn(cookies, THEME_COOKIE);
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function languageCookie(language: Language): string {
  return pair(LANGUAGE_COOKIE, language);
}

/** The language that the visitor has chosen. */
export function languageIn(cookies: string): Language | undefined {
  const language = cookieIn(cookies, LANGUAGE_COOKIE);
  return isLanguage(language) ? language : undefined;
}

export const WELCOMED = `${WELCOMED_COOKIE}=1`;

/** Whether the visitor has dismissed the lobby's welcome. */
export function isWelcomedIn(cookies: string): boolean {
  return cookieIn(cookies, WELCOMED_COOKIE) === "1";
}

export function previewsCookie(areOn: boolean): string {
  return pair(PREVIEWS_COOKIE, areOn ? "on" : "off");
}

/** Whether the visitor wants no previews of links (W38). */
export function arePreviewsOffIn(cookies: string): boolean {
  return cookieIn(cookies, PREVIEWS_COOKIE) === "off";
}

/** The raw value of one cookie in a `Cookie` header or in `document.cookie`. */
export function cookieIn(cookies: string, name: string): string | undefined {
  const pairs = cookies.split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The line that sets a cookie, for `Set-Cookie` or `document.cookie`. A `maxAge` of 0 removes it. */
export function cookieLine(cookie: string, isSecure: boolean, maxAge = MAX_AGE): string {
  return `${cookie}; Path=/; Max-Age=${maxAge}; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}

function pair(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}`;
}
