/** Key presses, independent of the keyboard's script and the operating system. */

/** The key's name in lower case. For a letter of another script, the Latin letter at that position. */
export function nameOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (key.length > 1) return key;
  return /^key[a-z]$/i.test(code) && key > "\x7f" ? code.slice(3).toLowerCase() : key.toLowerCase();
}

/** Whether Ctrl and `letter` are pressed. On a Mac it is ⌘: there, Ctrl with a letter edits the text. */
export function isCommand(event: KeyboardEvent, letter: string): boolean {
  const held = isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return held && !event.shiftKey && !event.altKey && nameOf(event) === letter;
}

export function isApple(): boolean {
  return /^(mac|ip)/i.test(navigator.platform);
}

/** Whether the key types a character. A space does not count, because it scrolls and presses buttons. */
export function isCharacter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}
