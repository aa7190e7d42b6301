/** What a channel remembers of one peer while it is awake. */
import { type ErrorCode, MAX_BAD_FRAMES, MAX_RATE_LIMITED, TYPING_EVERY } from "../../src/shared/protocol";
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import { Bucket, Window } from "./rate-limits";

/** Errors that a correct client does not cause. */
const BAD_FRAME: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["bad_frame", "unknown_type", "invalid", "empty", "too_long"]);

export class Session {
  /** The user's public id in this channel. */
  readonly user: string;
  readonly typing = new Bucket({ burst: 1, perSecond: 1_000 / TYPING_EVERY });
  /** Whether the server has closed the peer. Its later frames are ignored. */
  isClosed = false;
  #badFrames = new Window(60_000);
  #rateLimited = new Window(60_000);

  constructor(user: string) {
    this.user = user;
  }

  /** Counts an error. Returns a reason to close the peer if it was one too many (W15). */
  countError(code: ErrorCode): string | undefined {
    if (BAD_FRAME.has(code) && this.#badFrames.count() >= MAX_BAD_FRAMES) return CLOSE_REASONS.badFrames;
    if (code === "rate_limited" && this.#rateLimited.count() >= MAX_RATE_LIMITED) return CLOSE_REASONS.tooMuch;
    return undefined;
  }
}
