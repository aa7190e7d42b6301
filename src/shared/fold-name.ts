/** The form in which names are compared: without differences of case and width. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}
