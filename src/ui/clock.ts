/** Formats times and dates for people. */
import { serverTime } from "./server-time";

export interface Clock {
  /** `14:05` or `2:05 PM`, as the locale writes it. */
  short: (at: number) => string;
  /** Date and time in full. */
  long: (at: number) => string;
  /** A key of the day: equal for all times of one day, different for different days. */
  day: (at: number) => string;
  /** 0 for today, 1 for yesterday, otherwise undefined. */
  daysAgo: (at: number) => 0 | 1 | undefined;
  /** The date with the day of the week, and with the year if it is not the current one. */
  date: (at: number) => string;
}

export const QUARTER = 15 * 60_000; // ms; in every time zone, a day begins at a quarter of an hour
const HOUR = 4 * QUARTER;

/** The time zone of a server that does not know the reader's. Its times say so. */
export const UNKNOWN_ZONE = "UTC";

/** Formats Unix milliseconds for a language tag and an IANA time zone. If one is absent or unknown, for this machine's own. */
export function clock(locale?: string, timeZone?: string, now = serverTime()): Clock {
  try {
    return clockOf(locale, timeZone, now);
  } catch {
    return clockOf(undefined, undefined, now); // the server may know newer time zones than this browser
  }
}

function clockOf(locale: string | undefined, timeZone: string | undefined, now: number): Clock {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = formatterOf(locale, { timeZone, ...options });
    return (at: number) => formatter.format(at);
  };
  const days = new Map<number, string>();
  const dayOf = format({ dateStyle: "short" });
  const year = format({ year: "numeric" });
  const inYear = format({ weekday: "long", day: "numeric", month: "long" });
  const inAnyYear = format({ dateStyle: "full" });
  const day = (at: number) => {
    const quarter = Math.floor(at / QUARTER);
    const known = days.get(quarter) ?? dayOf(at);
    days.set(quarter, known);
    return known;
  };
  const today = day(now);
  let before = now;
  while (day(before) === today) before -= HOUR; // a day can have 23 or 25 hours
  const yesterday = day(before);
  return {
    short: format(
      timeZone === UNKNOWN_ZONE ? { hour: "numeric", minute: "2-digit", timeZoneName: "short" } : { timeStyle: "short" },
    ),
    long: format({ dateStyle: "full", timeStyle: "medium" }),
    day,
    daysAgo: (at) => (day(at) === today ? 0 : day(at) === yesterday ? 1 : undefined),
    date: (at) => (year(at) === year(now) ? inYear(at) : inAnyYear(at)),
  };
}

const MAX_FORMATTERS = 100;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one takes long, and a server needs the same ones for many pages. Those of this machine's own time zone are made anew: it can change. */
function formatterOf(locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  if (options.timeZone === undefined) return new Intl.DateTimeFormat(locale, options);
  const key = JSON.stringify([locale, options]);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale, options);
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    formatters.set(key, formatter);
  }
  return formatter;
}
