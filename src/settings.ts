/** What a person has chosen for this browser. What the server renders by is in cookies, the rest in storage. */
import { cookieIn, cookieLine } from "./page";

export type Theme = "system" | "light" | "dark";

const THEME = "theme";
const WELCOMED = "welcomed";
const KEY = "edgewise:settings";

/** The colours of the browser's own bars: `--raised` of each theme. */
export const THEME_COLORS = { light: "#ffffff", dark: "#1c2024" } as const;

/** As it stands in a `Cookie` header or in `document.cookie`. */
export function themeIn(cookies: string): Theme {
  const theme = cookieIn(cookies, THEME);
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Keeps the theme and puts it on: each page from now on comes in it from the server. */
export function wear(theme: Theme): void {
  keep(cookieLine(THEME, theme, location.protocol === "https:"));
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]"))
    meta.content = THEME_COLORS[theme === "system" ? (meta.media.includes("dark") ? "dark" : "light") : theme];
}

/** Whether the visitor has put the lobby's welcome away. */
export function isWelcomed(cookies: string): boolean {
  return cookieIn(cookies, WELCOMED) === "1";
}

export function keepWelcomed(): void {
  keep(cookieLine(WELCOMED, "1", location.protocol === "https:"));
}

/** How a person wants to hear of what happens while they look elsewhere. Off unless switched on. */
export interface Notices {
  sounds: boolean;
  notifications: boolean;
}

export function notices(): Notices {
  try {
    const { sounds, notifications } = Object(JSON.parse(localStorage.getItem(KEY) ?? "null")) as Record<string, unknown>;
    return { sounds: sounds === true, notifications: notifications === true };
  } catch {
    return { sounds: false, notifications: false };
  }
}

export function keepNotices(notices: Notices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(notices));
  } catch {
    // forbidden or full: it is asked again next time
  }
}

function keep(line: string): void {
  document.cookie = line;
}
