/** The sentences in the language of the page. */
import { createSignal } from "solid-js";
import type { Strings } from "./en";
import type { OnDemandStrings } from "./on-demand/en";

let current: () => Strings;
/** A signal: what is shown before they are there is shown again. */
const [onDemand, setOnDemandStrings] = createSignal<OnDemandStrings>();

export { setOnDemandStrings };

/**
 * The sentences of a page's first load. A server renders pages in several languages at the same time, so this is called where a
 * sentence is shown, and never when a module loads: a lint rule checks that.
 */
export const strings = (): Strings => current();

/** The sentences of parts that load on demand. They are there as soon as such a part is (ui/on-demand.tsx). */
export const onDemandStrings = (): OnDemandStrings => onDemand()!;

/** The same, also before anything was loaded on demand. */
export const loadedOnDemand = (): OnDemandStrings | undefined => onDemand();

/** The sentence for a reason of a refusal. Undefined if there is none, or before anything was loaded on demand. */
export function onDemandReason(reason: string): string | ((until: number) => string) | undefined {
  const reasons: Record<string, string | ((until: number) => string)> = loadedOnDemand()?.reasons ?? {};
  return Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
}

/** Sets the function that `strings()` calls. */
export function setStrings(source: () => Strings): void {
  current = source;
}
