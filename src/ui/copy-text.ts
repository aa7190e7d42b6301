/** Puts a text into the clipboard; whether that was possible. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // there is no clipboard on pages without https, and some browsers ask first
  }
}

function copyBySelection(text: string): boolean {
  const had = document.activeElement;
  const box = document.createElement("textarea");
  box.className = "for-ears";
  box.value = text;
  (had?.closest("dialog") ?? document.body).append(box); // outside of a modal dialog nothing can be selected
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  if (had instanceof HTMLElement) had.focus({ preventScroll: true });
  return done;
}
