/** Copies a text the old way, where the clipboard API is missing or denied: pages without https, and some browsers. */

export function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const box = document.createElement("textarea");
  box.className = "for-ears";
  box.value = text;
  (focused?.closest("dialog") ?? document.body).append(box); // while a modal dialog is open, nothing outside it can be selected
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}
