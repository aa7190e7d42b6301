/** The form in which names are compared: without differences of case and width. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().toUpperCase(); // in upper case, ß is SS, and σ and ς are the same
}
