/** A user as the wire shows them, with what their name looks like (W10). */
import { skeletons } from "./skeletons";
import type { User } from "../src/shared/protocol";

export function userOf(id: string, name: string): User {
  const looks = skeletons(name);
  return looks ? { id, name, skeletons: looks } : { id, name };
}
