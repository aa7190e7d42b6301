/** Copies a text to the clipboard. Returns whether that was possible. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // pages without https have no clipboard API, and some browsers deny it
  }
}

function copyBySelection(text: string): boolean {
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
