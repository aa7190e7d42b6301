/** Handles the events of peers (W4–W11): counts the rate limit, validates, stores, then broadcasts. Throws a rejection if that is not possible. */
import type { Peer } from "crossws";
import type { ClientEvent, Ref, ServerEvent, User } from "../../src/shared/protocol";
import { validName, validText } from "./validate";
import type { FanOut } from "../fan-out/FanOut";
import type { MessageStore, Outcome } from "../storage/messages";
import { quoteFor } from "../storage/quotes";
import { userBringing, userOf } from "../user";
import { RateLimits } from "./rate-limits";
import { logError } from "../log";
import type { Session } from "./Session";
import type { Identity } from "../peer";
import type { Presence } from "./presence";
import { Rejection } from "../Rejection";

export class Commands {
  #messages: MessageStore;
  #presence: Presence;
  #fanOut: FanOut;
  #limits: RateLimits;

  /** `scale` multiplies the rate limits. */
  constructor(messages: MessageStore, presence: Presence, fanOut: FanOut, scale: number) {
    this.#messages = messages;
    this.#presence = presence;
    this.#fanOut = fanOut;
    this.#limits = new RateLimits(scale);
  }

  /** Handles a well-formed event. */
  handle(peer: Peer, session: Session, event: ClientEvent): void {
    const { user } = session;
    if (event.t !== "typing") this.#limits.count(user, event.t === "chat" ? "chat" : "change");
    switch (event.t) {
      case "chat": {
        const { cid, text, reply } = event.d;
        return this.#publish(peer, this.#messages.append(this.user(user), cid, validText(text), Date.now(), reply), event);
      }
      case "edit":
        return this.#publish(peer, this.#messages.edit(user, event.d.id, validText(event.d.text), Date.now()), event);
      case "delete":
        return this.#publish(peer, this.#messages.delete(user, event.d.id), event);
      case "react":
        return this.#publish(peer, this.#messages.react(user, event.d.id, event.d.emoji, event.d.on), event);
      case "history": {
        const { before, limit } = event.d;
        return this.answer(peer, { t: "page", d: { before, ...this.#messages.before(before, limit) } }, event);
      }
      case "name":
        return this.#rename(peer, userOf(user, validName(event.d.name)), event);
      case "typing":
        return this.#typing(session);
      default:
        event satisfies never;
    }
  }

  /** Answers one peer alone, after all events that were broadcast before. The answer carries the `ref` of the question. */
  answer(peer: Peer, event: ServerEvent, { ref }: Ref = {}): void {
    const named = ref === undefined ? event : { ...event, d: { ...event.d, ref } };
    this.#fanOut.sendTo(peer, JSON.stringify(named));
  }

  /**
   * The user of a new peer. If the user had another name here than the one that the peer brings along, that is a rename: it counts for
   * the rate limit, and others must be told. If it is not possible, the user keeps the old name.
   */
  join({ user: id, name }: Identity): { you: User; isRenamed: boolean } {
    const old = this.#nameOf(id);
    const you = userBringing(name, id, old);
    if (old === undefined || old === you.name) return { you, isRenamed: false };
    try {
      this.#limits.count(id, "change");
      this.#messages.rename(you);
      return { you, isRenamed: true };
    } catch (error) {
      if (!(error instanceof Rejection)) logError("rename", error);
      return { you: userOf(id, old), isRenamed: false };
    }
  }

  /** Broadcasts the new name of a user. */
  broadcastName(user: User): void {
    this.#presence.rename(user);
    this.#fanOut.send({ t: "name", d: { user } });
  }

  /** A user who brings along `name`. */
  user(id: string, name?: string): User {
    return userBringing(name, id, this.#nameOf(id));
  }

  /** Removes rate limits that are not in use. */
  prune(): void {
    this.#limits.prune();
  }

  /** Broadcasts a stored change to everyone, its sender included. A repeat that changed nothing is answered to its sender alone. */
  #publish(peer: Peer, { message, changed }: Outcome, ref: Ref): void {
    const quote = quoteFor(message, (id) => this.#messages.get(id));
    const event: ServerEvent = { t: "chat", seq: message.seq, d: { ...message, ...quote } };
    if (changed) this.#fanOut.send(event);
    else this.answer(peer, event, ref);
  }

  #rename(peer: Peer, user: User, ref: Ref): void {
    if (this.#presence.get(user.id)?.name === user.name) return this.answer(peer, { t: "name", d: { user } }, ref);
    this.#messages.rename(user);
    this.broadcastName(user);
  }

  /** The name that a user has here. */
  #nameOf(id: string): string | undefined {
    return this.#presence.get(id)?.name ?? this.#messages.nameOf(id);
  }

  #typing({ user, typing }: Session): void {
    const wait = typing.take();
    if (wait > 0) throw new Rejection("rate_limited", "much_typing", wait);
    this.#fanOut.send({ t: "typing", d: { user: this.user(user) } }, user);
  }
}
