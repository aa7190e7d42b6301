/** The forms in which names are compared: two names that look alike, or differ only in case, have one of them in common (UTS 39). */
import type { User } from "./protocol";

/** The skeletons of a user's name. The channel sends those of a name for which `plainSkeletons` is not enough. */
export function skeletonsOf({ name, skeletons = plainSkeletons(name) }: User): readonly string[] {
  return skeletons;
}

/** The skeletons of a name in which only letters and digits of ASCII look like others. */
export function plainSkeletons(name: string): string[] {
  return bothCases(name, (text) => text.replace(/[I1|]/g, "l").replaceAll("0", "o").replaceAll("m", "rn"));
}

/** Of the name as it is, because `I` looks like `l`, and in lower case, because `i` does not. */
export function bothCases(name: string, skeletonOf: (text: string) => string): string[] {
  return [name, name.toLowerCase()].map((text) => skeletonOf(text).toLowerCase());
}
