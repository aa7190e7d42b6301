/** An event that the channel rejects: thrown where that is found, sent to the peer as an `error` event (W14). */
import type { ErrorCode, Reason, Refusal } from "../src/shared/protocol";
import { refusalOf } from "../src/shared/refusal-messages";

export class Rejection extends Error {
  readonly refusal: Refusal;

  /** `retryAfter` in milliseconds, `until` in Unix milliseconds. */
  constructor(code: ErrorCode, reason?: Reason, when: Pick<Refusal, "retryAfter" | "until"> = {}) {
    const refusal = refusalOf(code, reason);
    super(refusal.message);
    this.refusal = { ...refusal, ...when };
  }

  /** The error event's details. `cid` and `ref` name the event that it answers. */
  details(cid?: string, ref?: string): Refusal {
    return { ...this.refusal, ...(cid !== undefined && { cid }), ...(ref !== undefined && { ref }) };
  }
}
