/** What a key press means, whatever the keyboard's script and the system. */

/** The key as the key map names it: of another script's letters the Latin one in that place, and never a capital. */
export function nameOf({ key, code }: Pick<KeyboardEvent, "key" | "code">): string {
  if (key.length > 1) return key;
  return /^key[a-z]$/i.test(code) && key > "\x7f" ? code.slice(3).toLowerCase() : key.toLowerCase();
}

/** On a Mac, Ctrl with a letter moves and deletes in a text box. */
export function isCommand(event: KeyboardEvent, letter: string): boolean {
  const held = isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return held && !event.shiftKey && !event.altKey && nameOf(event) === letter;
}

export function isApple(): boolean {
  return /^(mac|ip)/i.test(navigator.platform);
}

/** A character that goes where the caret is; a space is none, because it scrolls and presses. */
export function isCharacter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey;
}
