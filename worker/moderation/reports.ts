/** Reports of messages to staff (W28). */
import { MAX_REPORT_REASON, type User } from "../../src/shared/protocol";
import { cleanText } from "../../src/shared/text";
import { type Context, reject } from "./Context";

/** Counts a report for the rate limit. `stored` reads the times of the user's earlier ones. */
export type CountReport = (stored: () => readonly number[]) => void;

/** Reports a message. A repeated report does not count. */
export function report(context: Context, by: User, id: number, text: string, count: CountReport): void {
  const reason = cleanText(text).trim();
  if (reason.length > MAX_REPORT_REASON) reject("too_long", "long_reason");
  const message = context.messages.get(id);
  if (!message || message.deleted) reject("not_found");
  if (context.reports.has(id, by.id)) return;
  count(() => context.reports.timesOf(by.id));
  context.reports.add(id, by, reason, Date.now());
  context.tellReports();
}

export function resolve(context: Context, by: User, id: number): void {
  if (!context.reports.resolve(id)) return;
  context.record(by, "resolve", { id });
  context.tellReports();
}
