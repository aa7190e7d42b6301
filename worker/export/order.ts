/** What an export is to have (W34), and its reading from a query such as `?format=html&from=2026-01-31`. */
import type { Language } from "../../src/shared/languages";

/** The media type of each format, and the ending of its files. */
export const FILES = {
  json: { type: "application/x-ndjson", ending: "ndjson" },
  md: { type: "text/markdown; charset=utf-8", ending: "md" },
  html: { type: "text/html; charset=utf-8", ending: "html" },
};

export interface Order {
  channel: string;
  format: keyof typeof FILES;
  /** That of the file's own words. */
  language: Language;
  /** The time of the first message and of the last one (Unix ms). -Infinity and Infinity for all. */
  from: number;
  to: number;
}

/** A date, and perhaps a time with an offset: `2026-01-31`, `2026-01-31T12:30`, `2026-01-31T12:30:00.000+01:00`. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:(T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?)?$/;
const DAY = 24 * 60 * 60_000; // ms

/** Undefined if the format is unknown, or if `from` or `to` is no ISO date. */
export function orderIn(query: URLSearchParams): Pick<Order, "format" | "from" | "to"> | undefined {
  const format = query.get("format") ?? "";
  const [from, to] = [timeOf(query.get("from"), 0) ?? -Infinity, timeOf(query.get("to"), DAY - 1) ?? Infinity];
  if (!isFormat(format) || Number.isNaN(from) || Number.isNaN(to)) return undefined;
  return { format, from, to };
}

function isFormat(format: string): format is Order["format"] {
  return Object.hasOwn(FILES, format);
}

/** Unix ms of an ISO date, in UTC unless it has an offset; NaN if it is none. `inDay` (ms) is added to a date without a time. */
function timeOf(text: string | null, inDay: number): number | undefined {
  if (text === null) return undefined;
  const [, date = "", time, offset = "Z"] = ISO.exec(text.replace(" ", "+")) ?? []; // what a + in a query stands for
  const day = Date.parse(date);
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) return NaN; // as February 30
  return time === undefined ? day + inDay : Date.parse(date + time + offset);
}
