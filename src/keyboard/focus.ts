/** Whom a key belongs to, a box with text in it or an input method; and the way to where one writes. */

export function isWriting(target: EventTarget | null): boolean {
  return isField(target) && target.value !== "";
}

export function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Whether an input method has the key. Safari ends the composing before the key that ended it, and gives that one 229 as its code. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether keys are on the screen, which they cover as long as a box has the focus. */
export function hasSoftKeyboard(): boolean {
  return matchMedia("(hover: none) and (pointer: coarse)").matches;
}

export function toComposer(): void {
  document.querySelector<HTMLElement>(".composer-text")?.focus();
}
