/** What the page keeps in cookies lasts longer than browsers let a script's cookie last, and counts even if they refuse cookies. */
import { beforeEach, expect, it, vi } from "vitest";
import { nameCookie, nameIn, themeCookie, themeIn } from "../../../src/shared/cookies";
import { browser } from "../support/browser";

const asked = vi.fn<typeof fetch>();

/** The module of a new page: it remembers what this page has kept. */
async function newPage() {
  vi.resetModules();
  return import("../../../src/ui/cookies");
}

beforeEach(() => {
  asked.mockReset();
  asked.mockResolvedValue(new Response());
  vi.stubGlobal("fetch", asked);
});

/** Everything that a script sets is dropped. */
function refuseCookies(): void {
  Object.defineProperty(browser.document, "cookie", { get: () => "", set() {} });
}

it("a cookie is set at once, and then by the Worker", async () => {
  const { keepCookie } = await newPage();
  keepCookie(nameCookie("Ada L"));
  expect(browser.document.cookie).toBe("name=Ada%20L; Path=/; Max-Age=15552000; SameSite=Lax; Secure");
  expect(asked).toHaveBeenCalledExactlyOnceWith("/api/cookies?name=Ada%20L", { method: "POST", keepalive: true });
});

it("a network that fails is no error", async () => {
  const { keepCookie } = await newPage();
  asked.mockRejectedValue(new TypeError("Failed to fetch"));
  keepCookie(themeCookie("dark"));
  await expect(asked.mock.results[0]!.value).rejects.toThrow();
});

it("if the browser refuses cookies, the page remembers the latest value of each", async () => {
  refuseCookies();
  const { cookies, keepCookie } = await newPage();
  for (const name of ["Ada", "Countess"]) keepCookie(nameCookie(name));
  keepCookie(themeCookie("dark"));
  expect([nameIn(cookies()), themeIn(cookies())]).toEqual(["Countess", "dark"]);
});

it("what another tab has kept later counts", async () => {
  const { cookies, keepCookie } = await newPage();
  keepCookie(nameCookie("Ada"));
  browser.document.cookie = "name=Countess";
  expect(nameIn(cookies())).toBe("Countess");
});
