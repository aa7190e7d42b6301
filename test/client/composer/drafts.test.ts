/** Each channel has a draft, if the browser allows storage. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { draftOf, keepDraft } from "../../../src/composer/drafts";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

it("each channel has its own draft; an empty one is not kept", () => {
  keepDraft("here", "hello");
  keepDraft("there", "bye");
  keepDraft("there", "");
  expect([draftOf("here"), draftOf("there"), kept.size]).toEqual(["hello", "", 1]);
});

it("without storage there are no drafts and no errors", () => {
  vi.stubGlobal("localStorage", undefined);
  keepDraft("here", "hello");
  expect(draftOf("here")).toBe("");
});
