/** Settings as they are read back: from cookies and storage in which anything may stand. */
import { afterEach, expect, it, vi } from "vitest";
import { isWelcomedIn, themeIn } from "../../../src/shared/cookies";
import { notices } from "../../../src/settings/preferences";

afterEach(() => void vi.unstubAllGlobals());

it.each([
  ["", "system"],
  ["theme=dark", "dark"],
  ["name=Ada; theme=light", "light"],
  ["theme=system", "system"],
  ['theme="><script>', "system"],
  ["mytheme=dark", "system"],
])("the theme in “%s” is %s", (cookies, theme) => expect(themeIn(cookies)).toBe(theme));

it("the welcome is put away for who did so", () => {
  expect([isWelcomedIn("welcomed=1"), isWelcomedIn("welcomed=0"), isWelcomedIn("")]).toEqual([true, false, false]);
});

it.each([[null], ["x"], ["7"], ['{"sounds":"yes","notifications":1}']])("with %s in storage, all notices are off", (stored) => {
  vi.stubGlobal("localStorage", { getItem: () => stored });
  expect(notices()).toEqual({ sounds: false, notifications: false });
});
