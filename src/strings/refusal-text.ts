/** What a refusal says to people. */
import { LIMITS, type Refusal } from "~/shared/protocol";
import { loadedOnDemand, onDemandReason } from "./current";

export interface Shown {
  code: Refusal["code"];
  /** `no_answer` is the page's own reason: it was offline, or the connection was lost. */
  reason?: Refusal["reason"] | "no_answer";
  message?: string;
  retryAfter?: number | undefined;
  until?: number | undefined;
}

/** The sentence in the page's language for the reason or, without a reason, for the code. If there is none, the channel's own. */
export function refusalText({
  code,
  reason,
  message = "",
  retryAfter,
  until = retryAfter && Date.now() + retryAfter,
}: Shown): string {
  const refusals = loadedOnDemand()?.refusals;
  if (!refusals) return message; // until the page is idle
  const { empty_name, long_name, too_long, too_many_reactions, ...others } = refusals;
  switch (reason) {
    case "empty_name":
      return empty_name;
    case "long_name":
      return long_name(LIMITS.name);
    case "too_many_emoji":
    case "too_many_reactions":
      return too_many_reactions;
    case undefined:
      return code === "too_long"
        ? too_long(LIMITS.text)
        : Object.hasOwn(others, code)
          ? others[code as keyof typeof others]
          : message;
    default: {
      const sentence = onDemandReason(reason);
      return typeof sentence === "string" ? sentence : sentence && until ? sentence(until) : message;
    }
  }
}
