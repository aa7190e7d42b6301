/** The dictionaries: they are complete by their types; here, that their forms and holes are right. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../src/shared/languages";
import { STRINGS } from "../../../src/strings/all";
import { formatsOf } from "../../../src/strings/formats";
import { OUTDATED_BROWSER } from "../../../src/strings/outdated-browser";
import { refusalText } from "../../../src/strings/refusal-text";
import { setOnDemandStrings } from "../../../src/strings/current";
import english from "../../../src/strings/en";
import type { OnDemandStrings } from "../../../src/strings/on-demand/en";
import { refusalOf } from "../../../src/shared/refusal-messages";

const ALL = Object.keys(LANGUAGES) as Language[];
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100, 1_000, 1_000_000];

/** The files of a folder, which a page loads later. */
async function laterIn(load: (language: Language) => Promise<{ default: object }>): Promise<Record<Language, object>> {
  const loaded = ALL.map(async (language) => [language, (await load(language)).default] as const);
  return Object.fromEntries(await Promise.all(loaded)) as Record<Language, object>;
}
const onDemand = await laterIn((language) => import(`../../../src/strings/on-demand/${language}.ts`));
const staff = await laterIn((language) => import(`../../../src/strings/staff/${language}.ts`));

/** All sentences with their keys: functions are called with numbers, with words and with functions that return words. */
function* sentences(part: unknown, key = ""): Generator<[key: string, text: string]> {
  if (typeof part === "string") yield [key, part];
  else if (Array.isArray(part)) for (const [i, each] of part.entries()) yield* sentences(each, `${key}[${i}]`);
  else if (typeof part === "function")
    for (const n of NUMBERS) for (const hole of [n, "Ada"]) yield* called(part as (...holes: unknown[]) => unknown, hole, key);
  else for (const [name, each] of Object.entries(part as object)) yield* sentences(each, key ? `${key}.${name}` : name);
}

function* called(sentence: (...holes: unknown[]) => unknown, hole: unknown, key: string): Generator<[string, string]> {
  for (const holes of [[hole, hole, hole], [["Ada", "Ben"], hole, hole], [(word: string) => word]]) {
    let result: unknown;
    try {
      result = sentence(...holes);
    } catch {
      continue; // not for holes of that type
    }
    const text = Array.isArray(result) ? result.join("") : String(result);
    if (!/NaN|ليس.رقم|=>|\[object/.test(text)) yield [key, text];
  }
}

describe.each(ALL)("%s", (language) => {
  const all = [...sentences(STRINGS[language]), ...sentences(onDemand[language]), ...sentences(staff[language], "staff")];

  it("no sentence is empty, and no hole is left open", () => {
    expect(all.filter(([, text]) => text.trim() === "" || /#(?!\w)|\$\{|undefined/.test(text))).toEqual([]);
  });

  it("is written by its own rules: no three dots for an ellipsis, no straight quotation marks, no English left", () => {
    expect(all.filter(([, text]) => /\.\.\.|"/.test(text))).toEqual([]);
    if (language === "en") return;
    const own = new Map(all);
    const same = [...sentences(english), ...sentences(onDemand.en), ...sentences(staff.en, "staff")].filter(
      ([key, text]) => /\p{L} \p{L}/u.test(text) && own.get(key) === text,
    );
    expect(same).toEqual([]);
  });

  it("lists of the same length as in English: groups of emoji and keyboard shortcuts", () => {
    const shape = (part: unknown): unknown =>
      Array.isArray(part) ? part.map(shape) : typeof part === "object" && part ? Object.keys(part).toSorted() : typeof part;
    const { emojiPicker, keyMap } = onDemand[language] as OnDemandStrings;
    const inEnglish = onDemand.en as OnDemandStrings;
    expect(emojiPicker.groups.length).toBe(inEnglish.emojiPicker.groups.length);
    expect(keyMap.groups.map(({ actions }) => actions.length)).toEqual(
      inEnglish.keyMap.groups.map(({ actions }) => actions.length),
    );
    expect(shape(keyMap.keys)).toEqual(shape(inEnglish.keyMap.keys));
  });

  it("the label of a reaction has the number that is seen beside the emoji", () => {
    const { label } = STRINGS[language].reactions;
    for (const n of [1, 2, 5])
      for (const who of [undefined, "Ada"]) expect(label("👍", n, who)).toMatch(new RegExp(`^👍.*\\b${n}`));
  });

  it("has a sentence for browsers that are too old", () => {
    expect(OUTDATED_BROWSER[language]).toMatch(/120.*125.*17/);
  });
});

it("each language of the interface has its files, and there are no others", () => {
  for (const folder of ["src/strings/on-demand", "src/strings/staff", "worker/strings"]) {
    const files = readdirSync(new URL(`../../../${folder}`, import.meta.url)).filter((file) => file !== "all.ts");
    expect(files.toSorted()).toEqual(ALL.map((language) => `${language}.ts`).toSorted());
  }
});

it("a count takes the form of its language's plural rules", () => {
  const forms = { zero: "z #", one: "o #", two: "t #", few: "f #", many: "m #", other: "x #" };
  expect([0, 1, 2, 3, 11, 100].map((n) => formatsOf("ar").count(n, forms))).toEqual([
    "z 0",
    "o 1",
    "t 2",
    "f 3",
    "m 11",
    "x 100",
  ]);
  expect([0, 1, 2].map((n) => formatsOf("fr").count(n, forms))).toEqual(["o 0", "o 1", "x 2"]);
  expect(formatsOf("de").count(12_345, forms)).toBe("x 12.345");
  expect(formatsOf("ja").count(1, forms)).toBe("x 1");
});

it("W14 a refusal has the page's own sentence for its reason or code; an unknown one has the channel's", () => {
  const german = onDemand.de as OnDemandStrings;
  setOnDemandStrings(german);
  expect(refusalText(refusalOf("too_long", "long_name"))).toBe(german.refusals.long_name(32));
  expect(refusalText(refusalOf("too_long"))).toBe(german.refusals.too_long(4_000));
  expect(refusalText(refusalOf("not_found"))).toBe(german.refusals.not_found);
  expect(refusalText({ code: "forbidden", reason: "muted" as never, message: "You are muted." })).toBe("You are muted.");
  expect(refusalText({ code: "invalid", message: "Not like that." })).toBe("Not like that.");
  setOnDemandStrings(onDemand.en as OnDemandStrings);
});
