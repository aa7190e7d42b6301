/** What a refusal says to people. */
import { LIMITS, type Refusal } from "~/shared/protocol";
import { strings } from "./current";

/** The sentence in the page's language, or else the channel's own, for example of a newer channel. */
export function refusalText({ code, reason, message = "" }: Pick<Refusal, "code" | "reason"> & { message?: string }): string {
  const { refusals } = strings();
  switch (reason ?? code) {
    case "empty":
      return refusals.text_empty;
    case "too_long":
      return refusals.text_too_long(LIMITS.text);
    case "empty_name":
      return refusals.name_empty;
    case "long_name":
      return refusals.name_too_long(LIMITS.name);
    case "too_many_emoji":
    case "too_many_reactions":
      return refusals.too_many_reactions;
    case "rate_limited":
      return refusals.rate_limited;
    case "forbidden":
      return refusals.forbidden;
    case "not_found":
      return refusals.not_found;
    case "storage":
      return refusals.storage;
    default:
      return message;
  }
}
