/** Durations and times, as they are chosen and as the page's language writes them. */
import { staffStrings } from "~/strings/staff-strings";

export const [MINUTE, HOUR, DAY, YEAR] = [60, 3_600, 86_400, 31_536_000]; // seconds

/** What can be chosen, in seconds. */
export const MUTE_FOR = [10 * MINUTE, HOUR, DAY, 7 * DAY, 30 * DAY];
export const BAN_FOR = [HOUR, DAY, 7 * DAY, 30 * DAY, YEAR];
export const PURGE_WITH_BAN = [0, 10 * MINUTE, HOUR, DAY];
export const PURGE = [HOUR, DAY, 30 * DAY];
export const SLOW = [0, 5, 10, 30, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];
export const KEEP = [0, HOUR, DAY, 7 * DAY, 30 * DAY, YEAR];
export const VALID_FOR = [HOUR, DAY, 7 * DAY, 30 * DAY, YEAR];

/** “10 minutes”, in the page's language. */
export const durationOf = (seconds: number): string => staffStrings().times.duration(seconds);

/** Unix milliseconds as a time of day, with the date unless that is today. */
export const momentOf = (at: number): string => staffStrings().times.moment(at);
