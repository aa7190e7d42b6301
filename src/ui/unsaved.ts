/** What exists in this page alone: while there is any, the browser asks before the page is left, and the page does not reload by itself. */

const unsaved = new Set<string>();
const warn = (event: Event) => event.preventDefault();

/** `what` names a thing that would be lost with the page, also after its channel has been left. */
export function keepUnsaved(what: string, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(what);
  else unsaved.delete(what);
  if (unsaved.size > 0) window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
}

export function isUnsaved(): boolean {
  return unsaved.size > 0;
}
