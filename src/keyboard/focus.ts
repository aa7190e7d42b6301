/** Text boxes and the focus: whether a key press belongs to a text box or an input method, and the way to the composer. */

/** Whether `target` is a text box that contains text. */
export function isWriting(target: EventTarget | null): boolean {
  return isField(target) && target.value !== "";
}

export function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** Whether an input method handles the key. Safari ends the composition before its last key press, which has the key code 229. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether the device has a soft keyboard, which covers a part of the screen while a text box has the focus. */
export function hasSoftKeyboard(): boolean {
  return matchMedia("(hover: none) and (pointer: coarse)").matches;
}

export function focusComposer(): void {
  document.querySelector<HTMLElement>(".composer-text")?.focus();
}
