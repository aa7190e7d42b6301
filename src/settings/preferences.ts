/** What a person has chosen for this browser. What the server renders by is in cookies, the rest in storage. */
import { themeCookie, welcomedCookie, type Theme } from "~/shared/cookies";

const KEY = "edgewise:settings";

/** The colours of the browser's own bars: `--raised` of each theme. */
export const THEME_COLORS = { light: "#ffffff", dark: "#1c2024" } as const;

/** Keeps the theme and puts it on: each page from now on comes in it from the server. */
export function chooseTheme(theme: Theme): void {
  document.cookie = themeCookie(theme, location.protocol === "https:");
  wear(theme);
}

export function wear(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]"))
    meta.content = THEME_COLORS[theme === "system" ? (meta.media.includes("dark") ? "dark" : "light") : theme];
}

export function keepWelcomed(): void {
  document.cookie = welcomedCookie(location.protocol === "https:");
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
