/** What cannot be done: thrown where that shows, told to the peer as an `error` event (W14). */
import type { ErrorCode, Refusal } from "../src/shared/protocol";

export class Refused extends Error {
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;

  /** `message` is for people; `retryAfter` in milliseconds. */
  constructor(code: ErrorCode, message: string, retryAfter?: number) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** The refusal as it goes over the wire; `cid` names the send that it answers. */
  refusal(cid?: string): Refusal {
    const { code, message, retryAfter } = this;
    return { code, message, ...(cid !== undefined && { cid }), ...(retryAfter !== undefined && { retryAfter }) };
  }
}
