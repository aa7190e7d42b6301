/** What a channel remembers of a peer while it is awake. */
import { type ErrorCode, MAX_BAD_FRAMES, MAX_RATE_LIMITED, TYPING_EVERY } from "../../src/shared/protocol";
import { Bucket, Window } from "./rate-limits";

/** Refusals of what no client should have sent, as against those that anyone may meet. */
const BAD_FRAME: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["bad_frame", "unknown_type", "invalid", "empty", "too_long"]);

export class Member {
  /** The user's public id. */
  readonly user: string;
  readonly typing = new Bucket({ burst: 1, perSecond: 1_000 / TYPING_EVERY });
  /** Whether the server has closed it: what it still sends is not heard. */
  ended = false;
  #badFrames = new Window(60_000);
  /** Refusals of what came too fast. */
  #hasty = new Window(60_000);

  constructor(user: string) {
    this.user = user;
  }

  /** Counts a refusal; returns why the peer has to go, if it was one too many (W15). */
  refused(code: ErrorCode): string | undefined {
    if (BAD_FRAME.has(code) && this.#badFrames.count() >= MAX_BAD_FRAMES) return "Too many frames that this channel cannot take.";
    if (code === "rate_limited" && this.#hasty.count() >= MAX_RATE_LIMITED) return "Too much at once, again and again.";
    return undefined;
  }
}
