/** Times as people read them. */

export interface Clock {
  /** `14:05` or `2:05 PM`. */
  short: (at: number) => string;
  /** Date and time in full. */
  long: (at: number) => string;
}

/** Formats Unix milliseconds for a language tag and an IANA time zone; without them, for this machine's own. */
export function clock(locale?: string, timeZone?: string): Clock {
  const short = new Intl.DateTimeFormat(locale, { timeZone, hour: "2-digit", minute: "2-digit" });
  const long = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "full", timeStyle: "medium" });
  return { short: (at) => short.format(at), long: (at) => long.format(at) };
}
