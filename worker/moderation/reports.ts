/** Reports of messages to staff (W28). */
import { MAX_REPORT_REASON, type User } from "../../src/shared/protocol";
import { cleanText } from "../../src/shared/text";
import { type Context, reject } from "./Context";

/** Reports a message. `count` counts for the rate limit; a repeated report does not. */
export function report(context: Context, by: User, id: number, text: string, count: () => void): void {
  const reason = cleanText(text).trim();
  if (reason.length > MAX_REPORT_REASON) reject("too_long", "long_reason");
  const message = context.messages.get(id);
  if (!message || message.deleted) reject("not_found");
  if (context.reports.has(id, by.id)) return;
  count();
  context.reports.add(id, by, reason, Date.now());
  context.tellReports();
}

export function resolve(context: Context, by: User, id: number): void {
  if (!context.reports.resolve(id)) return;
  context.record(by, "resolve", { id });
  context.tellReports();
}
