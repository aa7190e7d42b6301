/** Days in the reader's time zone, also when the clocks change. */
import { expect, it } from "vitest";
import { clock } from "../../../src/ui/clock";

const at = (text: string) => Date.parse(text);

it("a day is a day in the reader's time zone", () => {
  const { day } = clock("en", "Pacific/Auckland", at("2026-11-22T12:00:00Z")); // UTC+13
  expect(day(at("2026-11-22T10:59:59Z"))).not.toBe(day(at("2026-11-22T11:00:00Z")));
  expect(day(at("2026-11-22T11:00:00Z"))).toBe(day(at("2026-11-23T10:59:59Z")));
});

it.each([
  ["2026-11-22T00:00:00Z", 0],
  ["2026-11-22T23:59:59Z", 0],
  ["2026-11-21T23:59:59Z", 1],
  ["2026-11-21T00:00:00Z", 1],
  ["2026-11-20T23:59:59Z", undefined],
  ["2026-11-23T00:00:00Z", undefined],
  ["2025-11-22T12:00:00Z", undefined],
])("at noon of 22 November, %s is %s days ago", (then, days) => {
  expect(clock("en", "UTC", at("2026-11-22T12:00:00Z")).daysAgo(at(then))).toBe(days);
});

it("a day of 23 or 25 hours is yesterday half an hour after its end", () => {
  const spring = clock("en", "Europe/Berlin", at("2026-03-29T22:30:00Z")); // 0:30; the day before began at 23:00Z
  expect([spring.daysAgo(at("2026-03-28T23:30:00Z")), spring.daysAgo(at("2026-03-28T22:30:00Z"))]).toEqual([1, undefined]);
  const autumn = clock("en", "Europe/Berlin", at("2026-10-25T23:30:00Z"));
  expect([autumn.daysAgo(at("2026-10-24T22:30:00Z")), autumn.daysAgo(at("2026-10-24T21:30:00Z"))]).toEqual([1, undefined]);
});

it("a date has a year if it is not the current one", () => {
  const { date } = clock("en", "UTC", at("2026-11-22T12:00:00Z"));
  expect(date(at("2026-05-04T12:00:00Z"))).toBe("Monday, May 4");
  expect(date(at("2025-05-04T12:00:00Z"))).toBe("Sunday, May 4, 2025");
});

it("an unknown time zone counts as none", () => {
  const [known, unknown] = [clock("en"), clock("en", "Mars/Olympus_Mons")];
  expect(unknown.short(0)).toBe(known.short(0));
});

it.each([
  ["en-US", "6:03 PM", "6:03 AM"],
  ["en-GB", "18:03", "06:03"],
  ["de", "18:03", "06:03"],
  ["fr", "18:03", "06:03"],
  ["ja", "18:03", "6:03"],
  ["hi", "6:03 pm", "6:03 am"],
])("times are written as in %s: %s and %s", (locale, evening, morning) => {
  const { short } = clock(locale, "Europe/Berlin");
  const written = ["2026-11-22T17:03:00Z", "2026-11-22T05:03:00Z"].map((time) => short(at(time)).replaceAll("\u202f", " "));
  expect(written).toEqual([evening, morning]);
});

it("a server that does not know the reader's time zone says that the times are UTC", () => {
  expect(clock("en-US", "UTC").short(at("2026-11-22T18:03:00Z")).replaceAll("\u202f", " ")).toBe("6:03 PM UTC");
});
