/** Each channel has a draft, which is bounded. It lives as long as the page if the browser denies storage. */
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

it("without storage a draft lives as long as the page", () => {
  vi.stubGlobal("localStorage", undefined);
  keepDraft("here", "hello");
  expect(draftOf("here")).toBe("hello");
  keepDraft("here", "");
  expect(draftOf("here")).toBe("");
});

it("of a draft, at most 40,000 characters are kept and loaded", () => {
  keepDraft("here", "x".repeat(3_000_000));
  expect(kept.get("draft:here")).toHaveLength(40_000);
  kept.set("draft:there", "x".repeat(3_000_000));
  expect(draftOf("there")).toHaveLength(40_000);
});
