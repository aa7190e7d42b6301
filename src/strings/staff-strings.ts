/** The sentences that only staff see, in the language of the page. They load with the first part of src/staff. */
import type { Language } from "~/shared/languages";
import { pageLanguage } from "./load";
import type { StaffStrings } from "./staff/en";

const FILES: Record<Language, () => Promise<{ default: StaffStrings }>> = {
  ar: () => import("./staff/ar"),
  de: () => import("./staff/de"),
  en: () => import("./staff/en"),
  es: () => import("./staff/es"),
  fr: () => import("./staff/fr"),
  ja: () => import("./staff/ja"),
  "pt-BR": () => import("./staff/pt-BR"),
  "zh-Hans": () => import("./staff/zh-Hans"),
};

let current: StaffStrings;

export const staffStrings = (): StaffStrings => current;

export const setStaffStrings = (strings: StaffStrings): void => void (current = strings);

export async function loadStaffStrings(): Promise<void> {
  setStaffStrings((await FILES[pageLanguage()]()).default);
}
