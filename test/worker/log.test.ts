/** An error in the log: one line of printable ASCII with a code, and no user content. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { logError } from "../../worker/log";

const lines: string[] = [];
beforeEach(() => void vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line)));
afterEach(() => {
  lines.length = 0;
  vi.restoreAllMocks();
});

it("an error is one line of JSON: a code, details, the error's name and message, the innermost stack frames", () => {
  logError("storage", new RangeError("out of disk"), { t: "chat" });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { code: "storage", t: "chat", error: "RangeError: out of disk", at: expect.stringMatching(/^at .*log\.test\.ts:\d+/) },
  ]);
});

it("the line has no control characters, no text direction characters and no line separators", () => {
  const unsafe = "\n\r\u001b[31m\u0000\u007f\u009b\u2028\u2029\u202e\u2066\ud800\ufeff";
  logError("socket", new Error(unsafe), { t: unsafe });
  expect(lines.join()).toMatch(/^[ -~]+$/);
  expect((JSON.parse(lines[0]!) as { t: string }).t).toBe(unsafe);
});

it("the line does not contain the text that JSON.parse failed on", () => {
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

it("the line has a maximum length, and any thrown value can be logged", () => {
  const noStack = Object.assign(new Error("x".repeat(100_000)), { stack: undefined });
  for (const thrown of [noStack, "my secret", undefined, Object.create(null)]) logError("socket", thrown);
  expect(lines.map(({ length }) => length < 1_200)).toEqual([true, true, true, true]);
  expect(lines.join()).not.toContain("secret");
});
