/** What a channel remembers of a peer while it is awake. */
import { TYPING_EVERY } from "../src/protocol";
import { Window } from "./limits";

export class Member {
  /** The user's public id. */
  readonly user: string;
  readonly badFrames = new Window(60_000);
  /** Refusals of what came too fast. */
  readonly hasty = new Window(60_000);
  readonly typing = new Window(TYPING_EVERY);
  /** Whether the server has closed it: what it still sends is not heard. */
  ended = false;

  constructor(user: string) {
    this.user = user;
  }
}
