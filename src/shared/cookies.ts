/** The cookies that both the page and the Worker read: the visitor's name, the theme, and whether the welcome was dismissed. */

export type Theme = "system" | "light" | "dark";

const NAME_COOKIE = "name";
const THEME_COOKIE = "theme";
const WELCOMED_COOKIE = "welcomed";
const MAX_AGE = 180 * 24 * 60 * 60; // seconds

/** The line that sets the name cookie, for `Set-Cookie` or `document.cookie`. */
export function nameCookie(name: string, isSecure: boolean): string {
  return cookieLine(NAME_COOKIE, name, isSecure);
}

/** The visitor's name in a `Cookie` header or in `document.cookie`. */
export function nameIn(cookies: string): string | undefined {
  try {
    return decodeURIComponent(cookieIn(cookies, NAME_COOKIE) ?? "") || undefined;
  } catch {
    return undefined; // not percent-encoded UTF-8: another program set it
  }
}

export function themeCookie(theme: Theme, isSecure: boolean): string {
  return cookieLine(THEME_COOKIE, theme, isSecure);
}

export function themeIn(cookies: string): Theme {
  const theme = cookieIn(cookies, THEME_COOKIE);
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function welcomedCookie(isSecure: boolean): string {
  return cookieLine(WELCOMED_COOKIE, "1", isSecure);
}

/** Whether the visitor has dismissed the lobby's welcome. */
export function isWelcomedIn(cookies: string): boolean {
  return cookieIn(cookies, WELCOMED_COOKIE) === "1";
}

/** The raw value of one cookie in a `Cookie` header or in `document.cookie`. */
export function cookieIn(cookies: string, name: string): string | undefined {
  const pairs = cookies.split(/; */);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function cookieLine(name: string, value: string, isSecure: boolean): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${MAX_AGE}; SameSite=Lax${isSecure ? "; Secure" : ""}`;
}
