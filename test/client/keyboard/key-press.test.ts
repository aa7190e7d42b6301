/** Key names on any keyboard, and which key presses are commands. */
import { afterEach, expect, it, vi } from "vitest";
import { isCharacter, isCommand, nameOf } from "../../../src/keyboard/key-press";

const pressed = (key: string, code: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;

const on = (platform: string) => vi.stubGlobal("navigator", { platform });
afterEach(() => vi.unstubAllGlobals());

it("a letter of another script counts as the Latin letter of that key, in lower case", () => {
  expect(nameOf(pressed("к", "KeyR"))).toBe("r");
  expect(nameOf(pressed("ρ", "KeyR"))).toBe("r");
  expect(nameOf(pressed("ק", "KeyE"))).toBe("e");
  expect(nameOf(pressed("К", "KeyR"))).toBe("r");
  expect(nameOf(pressed("R", "KeyR"))).toBe("r");
  expect(nameOf(pressed("r", "KeyO"))).toBe("r"); // Dvorak
  expect(nameOf(pressed("+", "BracketRight"))).toBe("+");
  expect(nameOf(pressed("é", "Digit2"))).toBe("é");
  expect(nameOf(pressed("Delete", "Delete"))).toBe("Delete");
});

it("Ctrl is the command key, on a Mac it is ⌘", () => {
  const [ctrl, cmd] = [pressed("k", "KeyK", { ctrlKey: true }), pressed("k", "KeyK", { metaKey: true })];
  on("Win32");
  expect([isCommand(ctrl, "k"), isCommand(cmd, "k")]).toEqual([true, false]);
  on("MacIntel");
  expect([isCommand(ctrl, "k"), isCommand(cmd, "k")]).toEqual([false, true]);
  expect(isCommand(pressed("л", "KeyK", { metaKey: true }), "k")).toBe(true);
  expect(isCommand(pressed("K", "KeyK", { metaKey: true, shiftKey: true }), "k")).toBe(false);
  expect(isCommand(cmd, "z")).toBe(false);
});

it("a typed character is no command, no space and no named key", () => {
  expect(["a", "A", "é", "к", "@", "1"].map((key) => isCharacter(pressed(key, "")))).not.toContain(false);
  expect([" ", "Enter", "Dead", "ArrowUp", "Shift"].map((key) => isCharacter(pressed(key, "")))).not.toContain(true);
  expect(isCharacter(pressed("c", "KeyC", { ctrlKey: true }))).toBe(false);
});
