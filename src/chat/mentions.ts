/** Whether a text addresses someone. */

/** `@` and the name, in whichever case, and not a longer name or an address. */
export function mentionsName(text: string, name: string): boolean {
  const folded = text.toLowerCase();
  const wanted = `@${name.toLowerCase()}`;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1))
    if (!/[\p{L}\p{N}_]$/u.test(folded.slice(0, at)) && !/^[\p{L}\p{N}_]/u.test(folded.slice(at + wanted.length))) return true;
  return false;
}
