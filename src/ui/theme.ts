/** The colour theme. The server renders by its cookie, so that no page appears in another theme first. */
import { themeCookie, type Theme } from "~/shared/cookies";
import { keepCookie } from "./cookies";

/** The colours of the browser's own bars: `--raised` of each theme. */
export const THEME_COLORS = { light: "#ffffff", dark: "#1c2024" } as const;

/** Applies a theme, and keeps it in a cookie. */
export function chooseTheme(theme: Theme): void {
  keepCookie(themeCookie(theme));
  applyTheme(theme);
}

export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]"))
    meta.content = THEME_COLORS[theme === "system" ? (meta.media.includes("dark") ? "dark" : "light") : theme];
}
