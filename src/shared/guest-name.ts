/** The name of a user who has not chosen one. */

/** `Guest 482`: always the same for the same seed. */
export function guestName(seed: string): string {
  let sum = 0;
  for (const char of seed) sum = (sum * 31 + char.charCodeAt(0)) % 900;
  return `Guest ${100 + sum}`;
}

/** The name, if it is a chosen one. */
export function chosenName(name: string | undefined): string | undefined {
  return name && !/^Guest \d{3}$/.test(name) ? name : undefined;
}
