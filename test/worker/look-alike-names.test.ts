/** W10: names that look alike have a skeleton in common, so that pages can tell their users apart. */
import { expect, it } from "vitest";
import { skeletonsOf } from "../../src/shared/skeletons";
import { userOf } from "../../worker/user";
import { fetchPath, join } from "./support/peer";
import type { PageData } from "../../src/shared/page";

/** Whether a page shows a tag for two users with these names. */
const lookAlike = (one: string, other: string) => {
  const [ones, others] = [one, other].map((name) => skeletonsOf(userOf("u", name)));
  return ones!.some((skeleton) => others!.includes(skeleton));
};

it.each([
  ["Ada", "Аda"], // Cyrillic
  ["Ada", "АDA"],
  ["Ada", "ADA"],
  ["Ada", "Αda"], // Greek
  ["Ada", "ᎪᎠᎪ"], // Cherokee
  ["Ada", "ꓮda"], // Lisu
  ["Ada", "Adа\u0301".replace("\u0301", "")],
  ["paypal", "раураl"],
  ["PAYPAL", "РАУРАL"],
  ["scope", "ѕсоре"],
  ["Ivan", "lvan"],
  ["Ivan", "1van"],
  ["Ivan", "|van"],
  ["Ivan", "ӏvan"],
  ["Ivan", "Ӏvan"],
  ["Bob", "B0b"],
  ["Bob", "Bоb"],
  ["Bob", "Bοb"],
  ["Bob", "Bօb"], // Armenian
  ["mom", "rnorn"],
  ["Mia", "mia"],
  ["O'Neil", "OʼNeil"],
  ["O'Neil", "O’Neil"],
  ["O'Neil", "O`Neil"],
  ["a-b", "a‐b"],
  ["a-b", "a–b"],
  ["НАТА", "HATA"],
  ["Ната", "НАТА"],
  ["Ελένη", "ΕΛΈΝΗ"],
  ["Zoë", "Zоe\u0308"],
  ["Ida", "ıda"],
  ["straße", "straβe"],
])("W10 %s and %s look alike", (one, other) => {
  expect(lookAlike(one, other)).toBe(true);
});

it.each([
  ["Ada", "Ida"],
  ["Ada", "Яна"],
  ["Bill", "Bili"],
  ["Tom", "Ton"],
  ["Ned", "Ved"],
  ["Roy", "yoy"],
  ["田中", "田申"],
  ["Zoe", "Zoë"],
  ["👍", "👎"],
])("W10 %s and %s do not look alike", (one, other) => {
  expect(lookAlike(one, other)).toBe(false);
});

it.each(["Ada", "Guest 101", "ILL|1", "Tom Miller", "Zoë", "田中", "👩🏽", "मीरा"])(
  "W10 the name %s needs no skeletons on the wire",
  (name) => expect(userOf("u", name)).toEqual({ id: "u", name }),
);

it("W10 the page, the welcome and each event bring the skeletons of a name that needs them", async () => {
  const ada = await join("look-alike", { name: "Ada" });
  expect(ada.you).toEqual({ id: ada.you.id, name: "Ada" });
  const other = await join("look-alike", { name: "Аda" });
  const { you } = other;
  expect(you).toEqual({ id: you.id, name: "Аda", skeletons: ["ada"] });
  expect((await ada.nextOf("presence")).d.joins).toContainEqual(you);
  expect((await other.sendMessage("hi")).user).toEqual(you);
  other.send({ t: "name", d: { name: "Adа" } });
  expect((await other.nextOf("name")).d.user).toEqual({ ...you, name: "Adа" });
  const { snapshot } = await (await fetchPath("/look-alike")).json<PageData>();
  expect(snapshot!.users).toContainEqual({ ...you, name: "Adа" });
  expect(snapshot!.messages[0]!.user).toEqual(you);
});
