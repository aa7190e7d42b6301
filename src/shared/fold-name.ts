/** A name as it is compared: whatever its case and width. */
export function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
