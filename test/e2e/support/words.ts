/** What the page says in each language. */
import type { Language } from "../../../src/shared/languages.ts";
import type { Strings } from "../../../src/strings/en.ts";
import type { OnDemandStrings } from "../../../src/strings/on-demand/en.ts";
import type { StaffStrings } from "../../../src/strings/staff/en.ts";

type Words = Strings & OnDemandStrings & { staff: StaffStrings };

export async function wordsIn(language: Language): Promise<Words> {
  const [strings, onDemand, staff] = await Promise.all([
    import(`../../../src/strings/${language}.ts`) as Promise<{ default: Words }>,
    import(`../../../src/strings/on-demand/${language}.ts`) as Promise<{ default: Words }>,
    import(`../../../src/strings/staff/${language}.ts`) as Promise<{ default: StaffStrings }>,
  ]);
  const [first, later] = [strings.default, onDemand.default];
  return {
    ...first,
    ...later,
    settings: { ...first.settings, ...later.settings },
    toast: { ...first.toast, ...later.toast },
    staff: staff.default,
  };
}

export type { Words };
