/** The moderation log in sentences, in each language. */
import { beforeEach, describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../src/shared/languages";
import type { Act, RecordEntry } from "../../../src/shared/protocol";
import { durationOf, BAN_FOR, KEEP, MUTE_FOR, SLOW, VALID_FOR } from "../../../src/staff/durations";
import { entryText } from "../../../src/staff/entry-text";
import type { StaffStrings } from "../../../src/strings/staff/en";
import { setStaffStrings } from "../../../src/strings/staff-strings";

const ADA = { id: "a".repeat(16), name: "Ada" };
const BEN = { id: "b".repeat(16), name: "Ben" };

/** An entry of each act, as the channel writes it, with its sentence in English. */
const ENTRIES: Record<Act, [details: Partial<RecordEntry>, sentence: string][]> = {
  set: [
    [{ set: { topic: "Watches" } }, "Ada changed the settings: the topic is “Watches”"],
    [{ set: { previews: "off" } }, "Ada changed the settings: links have no previews"],
    [{ set: { topic: "", pins: [] } }, "Ada changed the settings: there is no topic and nothing is pinned"],
    [
      { set: { pins: [17], slow: 30 } },
      "Ada changed the settings: 1 message pinned and slow mode with one message in 30 seconds",
    ],
    [
      { set: { slow: 0, write: "known" } },
      "Ada changed the settings: slow mode is off and only people who wrote here before, members and staff can write",
    ],
    [
      { set: { read: "members", keep: 604_800 } },
      "Ada changed the settings: only members and staff can read and messages are kept for 7 days",
    ],
    [{ set: { files: "none" } }, "Ada changed the settings: nobody can send files"],
    [{ set: { keep: 0 } }, "Ada changed the settings: messages are kept without a time limit"],
  ],
  invite: [
    [{ id: 3, role: "moderator", for: 86_400, count: 2 }, "Ada created an invitation for moderators: 2 uses, valid for 1 day"],
  ],
  revoke: [[{ id: 3, role: "member" }, "Ada revoked an invitation"]],
  redeem: [[{ role: "member" }, "Ada became a member by an invitation"]],
  role: [
    [{ user: BEN, role: "owner" }, "Ada made Ben an owner"],
    [{ user: BEN, role: "none" }, "Ada removed the role of Ben"],
  ],
  remove: [[{ id: 17, user: BEN, text: "Buy my watches!" }, "Ada removed a message by Ben"]],
  restore: [[{ id: 17 }, "Ada restored a message"]],
  purge: [[{ user: BEN, count: 12 }, "Ada removed 12 messages by Ben"]],
  mute: [[{ user: BEN, for: 600 }, "Ada muted Ben for 10 minutes"]],
  unmute: [[{ user: BEN }, "Ada unmuted Ben"]],
  ban: [[{ user: BEN, for: 31_536_000 }, "Ada banned Ben for 1 year"]],
  unban: [[{ user: BEN }, "Ada unbanned Ben"]],
  resolve: [[{ id: 17 }, "Ada resolved the reports of a message"]],
};
const acts = Object.entries(ENTRIES).flatMap(([act, entries]) =>
  entries.map(([details, sentence]) => ({ entry: { n: 1, at: 0, by: ADA, act: act as Act, ...details }, sentence })),
);

const withoutIsolates = (text: string) => text.replace(/[\u2068\u2069]/g, "");

async function speak(language: Language): Promise<void> {
  const { default: strings } = (await import(`../../../src/strings/staff/${language}.ts`)) as { default: StaffStrings };
  setStaffStrings(strings);
}

describe("in English", () => {
  beforeEach(() => speak("en"));

  it.each(acts)("W27 says: $sentence", ({ entry, sentence }) => {
    expect(withoutIsolates(entryText(entry))).toBe(sentence);
  });

  it("W27 an act that this page does not know has its name", () => {
    const act = "teleport" as Act;
    expect(withoutIsolates(entryText({ n: 1, at: 0, by: ADA, act, user: BEN }))).toBe("Ada: teleport");
  });

  it("a name that is written from right to left is kept apart from the words around it", () => {
    expect(entryText({ n: 1, at: 0, by: { ...ADA, name: "آدا" }, act: "restore", id: 17 })).toBe(
      "\u2068آدا\u2069 restored a message",
    );
  });
});

describe.each(Object.keys(LANGUAGES) as Language[])("in %s", (language) => {
  beforeEach(() => speak(language));

  it("W27 each act has a sentence of its own, with the names and the duration", () => {
    const sentences = acts.map(({ entry }) => withoutIsolates(entryText(entry)));
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const [index, { entry }] of acts.entries()) {
      expect(sentences[index]).toContain("Ada");
      if (entry.user) expect(sentences[index]).toContain("Ben");
      if (entry.for !== undefined) expect(sentences[index]).toContain(durationOf(entry.for));
      expect(sentences[index]).not.toMatch(/undefined|NaN|#/);
    }
  });

  it("the durations to choose from are all different, with a unit, in Western digits", () => {
    for (const choices of [MUTE_FOR, BAN_FOR, SLOW, KEEP, VALID_FOR]) {
      const names = choices.filter((seconds) => seconds > 0).map(durationOf);
      expect(new Set(names).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/\p{L}/u);
    }
    expect(durationOf(600)).toContain("10");
    expect(durationOf(2_592_000)).toContain("30");
  });
});
