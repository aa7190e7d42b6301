/** Moments and lengths of time as one language writes them, for sentences that load on demand. */
import { localeFor, type Language } from "../shared/languages.ts";

const UNITS = [
  ["year", 31_536_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

export function timesOf(language: Language) {
  return {
    /** Unix milliseconds as a time in the reader's region, with the date unless that is today. */
    moment(at: number): string {
      const isToday = new Date(at).toDateString() === new Date().toDateString();
      const locale = localeFor(language, globalThis.navigator?.languages ?? []);
      return new Intl.DateTimeFormat(locale, { timeStyle: "short", ...(!isToday && { dateStyle: "medium" }) }).format(at);
    },
    /** Seconds in the largest unit of which they are a whole number: `5 minutes`. */
    duration(seconds: number): string {
      const [unit, size] = UNITS.find(([, size]) => seconds >= size && seconds % size === 0) ?? UNITS[4];
      const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long", numberingSystem: "latn" });
      return format.format(seconds / size);
    },
  };
}
