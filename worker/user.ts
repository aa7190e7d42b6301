/** A user as the wire shows them, with what their name looks like (W10). */
import { skeletons } from "./skeletons";
import { chosenName, guestName } from "../src/shared/guest-name";
import type { User } from "../src/shared/protocol";

export function userOf(id: string, name: string): User {
  const looks = skeletons(name);
  return looks ? { id, name, skeletons: looks } : { id, name };
}

/** A user who brings along `name`. A guest name does not replace `known`, the name that they have in the channel. */
export function userBringing(name: string | undefined, id: string, known: string | undefined): User {
  return userOf(id, chosenName(name) ?? known ?? name ?? guestName(id));
}
