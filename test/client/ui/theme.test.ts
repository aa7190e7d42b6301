/** Settings are read from cookies and storage that may contain anything. */
import { afterEach, expect, it, vi } from "vitest";
import { arePreviewsOffIn, isWelcomedIn, themeIn } from "../../../src/shared/cookies";
import { notificationPreferences } from "../../../src/notifications/preferences";

afterEach(() => void vi.unstubAllGlobals());

it.each([
  ["", "system"],
  ["theme=dark", "dark"],
  ["name=Ada; theme=light", "light"],
  ["theme=system", "system"],
  ['theme="><script>', "system"],
  ["mytheme=dark", "system"],
])("the theme in “%s” is %s", (cookies, theme) => expect(themeIn(cookies)).toBe(theme));

it("the welcome stays dismissed", () => {
  expect([isWelcomedIn("welcomed=1"), isWelcomedIn("welcomed=0"), isWelcomedIn("")]).toEqual([true, false, false]);
});

it("W38 links have previews unless the cookie says “off”", () => {
  expect(["previews=off", "previews=on", ""].map(arePreviewsOffIn)).toEqual([true, false, false]);
});

it.each([[null], ["x"], ["7"], ['{"sounds":"yes","notifications":1}']])(
  "with %s in storage, all notifications are off",
  (stored) => {
    vi.stubGlobal("localStorage", { getItem: () => stored });
    expect(notificationPreferences()).toEqual({ sounds: false, notifications: false });
  },
);
