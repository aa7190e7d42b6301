/** What the log gets of an error: one line of plain ASCII with a code, and nothing that somebody wrote. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logError } from "../../worker/log";

const lines: string[] = [];
beforeEach(() => void vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line)));
afterEach(() => {
  lines.length = 0;
  vi.restoreAllMocks();
});

it("is one line of JSON: a code, its details, the error's kind and message, the innermost calls", () => {
  logError("storage", new RangeError("out of disk"), { t: "chat" });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { code: "storage", t: "chat", error: "RangeError: out of disk", at: expect.stringMatching(/^at .*log\.test\.ts:\d+/) },
  ]);
});

it("has no control character in it, and nothing that turns the direction of text or breaks a line", () => {
  const nasty = "\n\r\u001b[31m\u0000\u007f\u009b\u2028\u2029\u202e\u2066\ud800\ufeff";
  logError("socket", new Error(nasty), { t: nasty });
  expect(lines.join()).toMatch(/^[ -~]+$/);
  expect((JSON.parse(lines[0]!) as { t: string }).t).toBe(nasty);
});

it("says nothing of what could not be parsed", () => {
  for (const text of ["my secret", '"my" secret', '{"my":secret}', 'my\n"secret" is not valid JSON', "my\n    at secret"]) {
    try {
      JSON.parse(text);
    } catch (error) {
      logError("storage", error);
    }
  }
  expect(lines).toHaveLength(5);
  expect(lines.join()).not.toMatch(/my|secret/);
});

it("is never long, and takes whatever was thrown", () => {
  const noStack = Object.assign(new Error("x".repeat(100_000)), { stack: undefined });
  for (const thrown of [noStack, "my secret", undefined, Object.create(null)]) logError("socket", thrown);
  expect(lines.map(({ length }) => length < 1_200)).toEqual([true, true, true, true]);
  expect(lines.join()).not.toContain("secret");
});
