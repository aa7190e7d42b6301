/** What a channel remembers of one peer while it is awake. */
import {
  type ErrorCode,
  MAX_BAD_FRAMES,
  MAX_RATE_LIMITED,
  MAX_WRONG_KEYS,
  type Refusal,
  TYPING_EVERY,
} from "../../src/shared/protocol";
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import type { Identity } from "../peer";
import type { Visitor } from "../moderation/access";
import { Bucket } from "../Bucket";
import { Window } from "./rate-limits";

/** Errors that a correct client does not cause. */
const BAD_FRAME: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["bad_frame", "unknown_type", "invalid", "empty", "too_long"]);

export class Session implements Visitor {
  /** The user's public id in this channel. */
  readonly user: string;
  readonly channel: string;
  readonly isHost: boolean;
  readonly place: string | undefined;
  readonly typing = new Bucket({ burst: 1, perSecond: 1_000 / TYPING_EVERY });
  /** Whether the server has closed the peer. Its later frames are ignored. */
  isClosed = false;
  /** The peer's socket, since its first event. */
  socket: WebSocket | undefined;
  #badFrames = new Window(60_000);
  #rateLimited = new Window(60_000);
  #wrongKeys = new Window(60_000);

  constructor({ channel, user, isHost, place }: Identity) {
    this.user = user;
    this.channel = channel;
    this.isHost = isHost ?? false;
    this.place = place;
  }

  /** Counts an error. Returns a reason to close the peer if it was one too many (W15, W23). */
  countError({ code, reason }: Pick<Refusal, "code" | "reason">): string | undefined {
    if (BAD_FRAME.has(code) && this.#badFrames.count() >= MAX_BAD_FRAMES) return CLOSE_REASONS.badFrames;
    if (code === "rate_limited" && this.#rateLimited.count() >= MAX_RATE_LIMITED) return CLOSE_REASONS.tooMuch;
    if (reason === "bad_key" && this.#wrongKeys.count() >= MAX_WRONG_KEYS) return CLOSE_REASONS.wrongKeys;
    return undefined;
  }
}
