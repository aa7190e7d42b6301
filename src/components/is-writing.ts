/** Whether keys belong to a box with text in it. */

export function isWriting(target: EventTarget | null): boolean {
  return isField(target) && target.value !== "";
}

export function isField(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
