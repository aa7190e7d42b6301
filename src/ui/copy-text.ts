/** Copies a text to the clipboard. Returns whether that was possible. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return import("./copy-by-selection").then(
      ({ copyBySelection }) => copyBySelection(text),
      () => false,
    );
  }
}
