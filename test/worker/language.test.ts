/** The language of a response: the visitor's choice, then Accept-Language, then English. */
import { expect, it } from "vitest";
import { LANGUAGES } from "../../src/shared/languages";
import type { PageData } from "../../src/shared/page";
import { languageOf } from "../../worker/http/language";
import { createRouter } from "../../worker/http/router";
import { STRINGS } from "../../worker/strings/all";
import fc from "../support/fast-check";
import { bindings, fetchPath } from "./support/peer";

const asked = (accepted: string, cookie?: string) =>
  new Request("http://edgewise.test/", { headers: { "Accept-Language": accepted, ...(cookie && { Cookie: cookie }) } });

it.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en;q=0.5, fr;q=0.9", "fr"],
  ["sv, es;q=0.7, en;q=0.6", "es"],
  ["pt-PT", "pt-BR"],
  ["zh-CN", "zh-Hans"],
  ["zh", "zh-Hans"],
  ["zh-TW, en;q=0.8", "en"],
  ["zh-TW,zh;q=0.9,en;q=0.8", "zh-Hans"],
  ["ar-EG", "ar"],
  ["und-DE, fr;q=0.5", "fr"],
  ["DE", "de"],
  ["de;q=0, fr", "fr"],
  ["de;q=0.000, fr;q=0.001", "fr"],
  ["en, de", "en"],
  [" ja ; q=0.3 , *;q=0.1", "ja"],
])("Accept-Language “%s” gets %s", (accepted, language) => {
  expect(languageOf(asked(accepted))).toBe(language);
});

it.each([
  "",
  "*",
  "tlh, xx-YY",
  "de de",
  ";;;q=,",
  "de;q=high;",
  "\t,,,",
  "-",
  "de-",
  "e".repeat(10_000),
  `${"xx,".repeat(4_000)}de`,
])("Accept-Language “%.20s” gets a page, and no error", (accepted) => {
  expect(Object.keys(LANGUAGES)).toContain(languageOf(asked(accepted)));
});

it("a header of 10 kB, `*`, a malformed one and an unknown language get English", () => {
  for (const accepted of [`${"de,".repeat(3_400)}de`, "*", "@@;q", "tlh"]) expect(languageOf(asked(accepted))).toBe("en");
});

it("any header gets a language", () => {
  const header = fc.string({ unit: fc.constantFrom(..."de-AT,;q=0.1* zhxfr\t_") });
  fc.assert(fc.property(header, (accepted) => Object.hasOwn(LANGUAGES, languageOf(asked(accepted)))));
});

it("the choice in the cookie counts before Accept-Language; an invalid value in it is ignored", () => {
  expect(languageOf(asked("fr", "theme=dark; language=ja"))).toBe("ja");
  for (const rubbish of ["tlh", "", "%E9", "__proto__", "constructor", "de; language=", "d".repeat(4_000)])
    expect([rubbish, languageOf(asked("fr", `language=${rubbish}`))]).toEqual([rubbish, rubbish.startsWith("de") ? "de" : "fr"]);
});

it("a page gets its language, and times as in the visitor's own region if that speaks it", async () => {
  const of = async (headers: Record<string, string>) => {
    const { language, locale } = await (await fetchPath("/lobby", { headers })).json<PageData>();
    return [language, locale];
  };
  expect(await of({ "Accept-Language": "de-AT, en-GB" })).toEqual(["de", "de-AT"]);
  expect(await of({ "Accept-Language": "de-AT, en-GB", Cookie: "language=en" })).toEqual(["en", "en-GB"]);
  expect(await of({ "Accept-Language": "ar-EG" })).toEqual(["ar", "ar-EG-u-nu-latn"]); // digits as in its sentences
  expect(await of({ "Accept-Language": "sv" })).toEqual(["en", "en"]);
  expect(await of({})).toEqual(["en", "en"]);
});

it("a refusal is in the visitor's language, and says so", async () => {
  const response = await fetchPath("/_ws/lobby", { headers: { "Accept-Language": "de" } });
  expect([response.status, response.headers.get("Content-Language")]).toEqual([426, "de"]);
  expect(await response.text()).toBe(`${STRINGS.de.onlySockets}\n`);
  const missing = await fetchPath("/api/nothing", { headers: { Cookie: "language=ar" } });
  expect(await missing.text()).toBe(`${STRINGS.ar.healthIsAt}\n`);
});

it("the error page is in the visitor's language and direction", async () => {
  const request = new Request("http://edgewise.test/lobby", { headers: { Accept: "text/html", "Accept-Language": "ar" } });
  const response = await createRouter(() => Promise.reject(new Error("a component failed")))(request, bindings);
  const html = await response.text();
  expect([response.status, response.headers.get("Content-Language")]).toEqual([500, "ar"]);
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain(STRINGS.ar.errorPage.heading);
});

it("the cookie with the language lasts: the Worker sets it again", async () => {
  const kept = await fetchPath("/api/cookies?language=de", { method: "POST" });
  expect(kept.headers.getSetCookie()).toEqual([expect.stringMatching(/^language=de; Path=\/; Max-Age=15552000;/)]);
  const refused = await fetchPath("/api/cookies?language=tlh", { method: "POST" });
  expect(refused.headers.getSetCookie()).toEqual([]);
});
