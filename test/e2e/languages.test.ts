/** The page in the reader's language, from the first byte on. */
import { expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../src/shared/languages";
import { STRINGS } from "../../src/strings/all";
import { STRINGS as PLAIN } from "../../worker/strings/all";
import { say, talk } from "./support/program";
import { setupSite } from "./support/site";
import { wordsIn } from "./support/words";

const site = setupSite({ vars: { LIMITS_SCALE: 1000 } }); // programs talk
const ALL = Object.keys(LANGUAGES) as Language[];
const RENDERS = 200;

const get = async (path: string, language: string) =>
  (await fetch(site.url + path, { headers: { "Accept-Language": language } })).text();

it.each(ALL)("a page in %s is rendered and hydrated in it, and loads no other language", async (language) => {
  const words = await wordsIn(language);
  const ada = await site.visitor({ language });
  const loaded: string[] = [];
  ada.page.on("request", (request) => loaded.push(request.url()));
  await ada.opens(`/in/${language.toLowerCase()}`);
  await ada.sends("Hello.");
  await ada.sees("Hello.");
  await ada.hasLoaded("when-idle");
  const html = ada.page.locator("html");
  expect([await html.getAttribute("lang"), await html.getAttribute("dir")]).toEqual([
    language,
    language === "ar" ? "rtl" : "ltr",
  ]);
  expect(await ada.box.getAttribute("aria-label")).toBe(words.composer.label(`in/${language.toLowerCase()}`));
  await ada.page.locator(".side-bar-settings:visible").click();
  await ada.page.getByText(words.settings.sounds).waitFor(); // a part that loads on demand
  const files = loaded.flatMap((url) => /\/([a-z]{2}(?:-[A-Z][A-Za-z]+)?)-[\w-]{8}\.js$/.exec(url)?.[1] ?? []);
  expect(new Set(files)).toEqual(new Set([language]));
  expect(ada.console).toEqual([]);
});

it("the page links the file of its language, so that its script does not wait for it a second time", async () => {
  const html = await get("/linked", "ja");
  const [, file] = /<link rel="modulepreload" href="(\/_build\/assets\/ja-[^"]+\.js)"/.exec(html)!;
  expect((await fetch(site.url + file)).status).toBe(200);
});

it("a language that is chosen in the settings is kept, and the draft too", async () => {
  const ada = await site.visitor();
  await ada.opens("/chosen");
  await ada.sends("Hello.");
  await ada.sees("Hello.");
  await ada.writes("A draft");
  await ada.page.locator(".side-bar-settings:visible").click();
  await ada.page.getByRole("button", { name: "Deutsch" }).click();
  await ada.page.locator("html[lang=de]").waitFor();
  await ada.isOnline();
  const { composer } = await wordsIn("de");
  expect(await ada.page.getByLabel(composer.label("chosen")).inputValue()).toBe("A draft");
  await ada.page.reload();
  expect(await ada.page.locator("html").getAttribute("lang")).toBe("de");
});

it("an answer to a message that the next page does not load is kept, too", async () => {
  await say(site.url, "answered", talk(60));
  const ada = await site.visitor();
  await ada.opens("/answered");
  await ada.page.locator(".scroller").focus();
  const oldest = ada.page.locator(".message .text", { hasText: /^message 1\b/ });
  await expect.poll(() => ada.page.keyboard.press("Home").then(() => oldest.count())).toBe(1);
  await ada.clicksAction("Reply", "message 1");
  await ada.page.locator(".composer-mode").waitFor();
  await ada.page.locator(".side-bar-settings:visible").click();
  await ada.page.getByRole("button", { name: "Deutsch" }).click();
  await ada.page.locator("html[lang=de]").waitFor();
  await ada.page.locator(".composer-mode").waitFor();
});

it("an edit of a message that the next page does not load is kept, and so is the draft, which another tab has replaced", async () => {
  const ada = await site.visitor();
  await ada.opens("/edited");
  await ada.sends("First.");
  await ada.sees("First.");
  await say(site.url, "edited", talk(60));
  await ada.sees("message 60");
  await ada.writes("My draft");
  await ada.page.locator(".scroller").focus();
  const first = ada.page.locator(".message .text", { hasText: "First." });
  await expect.poll(() => ada.page.keyboard.press("Home").then(() => first.count())).toBe(1);
  await ada.clicksAction("Edit", "First.");
  await expect.poll(() => ada.box.inputValue()).toBe("First.");
  await ada.box.fill("First, changed.");
  await ada.page.evaluate(() => localStorage.setItem("draft:edited", "Of another tab"));
  await ada.page.locator(".side-bar-settings:visible").click();
  await ada.page.getByRole("button", { name: "Deutsch" }).click();
  await ada.page.locator("html[lang=de]").waitFor();
  await ada.page.locator(".composer-mode").waitFor();
  expect(await ada.page.locator(".composer-text").inputValue()).toBe("First, changed.");
  await ada.page.locator(".composer-mode button").click();
  expect(await ada.page.locator(".composer-text").inputValue()).toBe("My draft");
});

it("a language that is chosen offline applies from the next page, and the settings say so", async () => {
  const ada = await site.visitor();
  await ada.opens("/later");
  await ada.page.locator(".side-bar-settings:visible").click();
  const french = ada.page.getByRole("button", { name: "Français" });
  await french.waitFor();
  await ada.page.context().setOffline(true);
  await french.click();
  await ada.page.getByText("The language changes when you next open a page.").waitFor();
  await ada.page.context().setOffline(false);
  await ada.opens("/later");
  expect(await ada.page.locator("html").getAttribute("lang")).toBe("fr");
});

it("an extension that changes the page's `lang` before its script runs does not mix languages", async () => {
  const ada = await site.visitor();
  await ada.page.addInitScript(() => document.addEventListener("readystatechange", () => (document.documentElement.lang = "de")));
  await ada.opens("/translated");
  await ada.page.getByText("No messages yet").waitFor();
  await ada.page.locator(".people").click();
  await ada.page.getByText(/round trip/).waitFor();
});

it("if the browser refuses cookies, the settings say why the language stays", async () => {
  const ada = await site.visitor();
  await ada.page.addInitScript(() => Object.defineProperty(document, "cookie", { get: () => "", set() {} }));
  await ada.opens("/refused");
  await ada.page.locator(".side-bar-settings:visible").click();
  await ada.page.getByRole("button", { name: "Deutsch" }).click();
  await ada.page.getByRole("dialog").getByText("This browser refuses cookies").waitFor();
});

it(`${RENDERS} pages in two languages that are rendered at the same time are never mixed`, async () => {
  const languages: Language[] = ["ar", "pt-BR"];
  const renders = Array.from({ length: RENDERS }, async (_, i) => {
    const [own, other] = i % 2 ? languages : languages.toReversed();
    const html = await get("/no!channel", own!);
    const has = (language: Language) => [
      html.includes(STRINGS[language].notFoundPage.heading),
      html.includes(STRINGS[language].openChannel.rule),
      html.includes(`lang="${language}"`),
    ];
    return [has(own!), has(other!)];
  });
  for (const [own, other] of await Promise.all(renders))
    expect([own, other]).toEqual([Array(3).fill(true), Array(3).fill(false)]);
});

it("without JavaScript, and for a network program, the page and its refusals are in the language, too", async () => {
  expect(await get("/quiet", "fr")).toContain(STRINGS.fr.composer.noScript.replaceAll("'", "&#39;"));
  expect(await get("/_ws/quiet", "ja")).toBe(`${PLAIN.ja.onlySockets}\n`);
});

it("emoji are found by their names in the page's language and in English", async () => {
  const ada = await site.visitor({ language: "de" });
  await ada.opens("/smile");
  await ada.writes(":einho");
  const options = ada.page.getByRole("option");
  await options.filter({ hasText: "🦄" }).waitFor();
  await ada.box.fill("");
  await ada.writes(":tada");
  await options.filter({ hasText: "🎉" }).waitFor();
});

it("in the list of channels, a long name is cut off at its end, also one that begins from right to left", async () => {
  const ada = await site.visitor();
  for (const channel of ["قناة/with-a-very-long-name-in-english", "channel/with-a-very-long-name-in-english"])
    await ada.opens(`/${encodeURI(channel)}`);
  const names = ada.page.locator(".channel-link-name > bdi:visible");
  await expect.poll(() => names.count()).toBe(2);
  const areBeginningsShown = await names.evaluateAll((all) =>
    all.map((name) => {
      const beginning = document.createRange();
      beginning.setStart(name.firstChild!, 0);
      beginning.setEnd(name.firstChild!, 4);
      const [shown, box] = [beginning.getBoundingClientRect(), name.getBoundingClientRect()];
      return name.scrollWidth > name.clientWidth && shown.left >= box.left - 1 && shown.right <= box.right + 1;
    }),
  );
  expect(areBeginningsShown).toEqual([true, true]);
});
