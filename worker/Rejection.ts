/** An event that the channel rejects: thrown where that is found, sent to the peer as an `error` event (W14). */
import type { ErrorCode, Refusal } from "../src/shared/protocol";

export class Rejection extends Error {
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;

  /** `message` is for people; `retryAfter` in milliseconds. */
  constructor(code: ErrorCode, message: string, retryAfter?: number) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** The error event's details. `cid` and `ref` name the event that it answers. */
  details(cid?: string, ref?: string): Refusal {
    const { code, message, retryAfter } = this;
    return {
      code,
      message,
      ...(cid !== undefined && { cid }),
      ...(retryAfter !== undefined && { retryAfter }),
      ...(ref !== undefined && { ref }),
    };
  }
}
