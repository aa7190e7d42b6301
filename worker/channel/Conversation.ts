/** What peers do in a channel (W4–W11): limited, checked, stored, then relayed. What cannot be done throws a refusal. */
import type { Peer } from "crossws";
import type { ClientEvent, Ref, ServerEvent, User } from "../../src/shared/protocol";
import { checkedName, checkedText } from "./validate";
import type { FanOut } from "../fan-out/FanOut";
import type { History, Outcome } from "../storage/messages";
import { guestName } from "../identity/guest-name";
import { Limits } from "./rate-limits";
import { logError } from "../log";
import type { Member } from "./Session";
import type { Identity } from "../peer";
import type { Presence } from "./presence";
import { Refused } from "../Rejection";

export class Conversation {
  #history: History;
  #presence: Presence;
  #fanOut: FanOut;
  #limits: Limits;

  /** `scale` multiplies the limits. */
  constructor(history: History, presence: Presence, fanOut: FanOut, scale: number) {
    this.#history = history;
    this.#presence = presence;
    this.#fanOut = fanOut;
    this.#limits = new Limits(scale);
  }

  /** Does what a well-formed event asks for. */
  take(peer: Peer, member: Member, event: ClientEvent): void {
    const { user } = member;
    if (event.t !== "typing") this.#limits.count(user, event.t === "chat" ? "chat" : "change");
    switch (event.t) {
      case "chat": {
        const { cid, text, reply } = event.d;
        return this.#settle(peer, this.#history.append(this.user(user), cid, checkedText(text), Date.now(), reply), event);
      }
      case "edit":
        return this.#settle(peer, this.#history.edit(user, event.d.id, checkedText(event.d.text), Date.now()), event);
      case "delete":
        return this.#settle(peer, this.#history.delete(user, event.d.id), event);
      case "react":
        return this.#settle(peer, this.#history.react(user, event.d.id, event.d.emoji, event.d.on), event);
      case "history": {
        const { before, limit } = event.d;
        return this.answer(peer, { t: "page", d: { before, ...this.#history.before(before, limit) } }, event);
      }
      case "name":
        return this.#name(peer, { id: user, name: checkedName(event.d.name) }, event);
      case "typing":
        return this.#typing(member);
      default:
        event satisfies never;
    }
  }

  /** Says something to one peer alone, after all that was said to everyone before. */
  answer(peer: Peer, event: ServerEvent, { ref }: Ref = {}): void {
    const named = ref === undefined ? event : { ...event, d: { ...event.d, ref } };
    this.#fanOut.sendTo(peer, JSON.stringify(named));
  }

  /**
   * Who comes in, under the name that they ask for. Where they had another one here, that is a change like any other, of which the others
   * are to be told; one that cannot be made leaves them the old one, for they can still read.
   */
  arrive({ user: id, name }: Identity): { you: User; isRenamed: boolean } {
    const old = this.#presence.get(id)?.name ?? this.#history.nameOf(id);
    const you = { id, name: name ?? old ?? guestName(id) };
    if (old === undefined || old === you.name) return { you, isRenamed: false };
    try {
      this.#limits.count(id, "change");
      this.#history.rename(you);
      return { you, isRenamed: true };
    } catch (error) {
      if (!(error instanceof Refused)) logError("rename", error);
      return { you: { id, name: old }, isRenamed: false };
    }
  }

  /** Tells everyone the name under which `user` is known from now on. */
  tellName(user: User): void {
    this.#presence.rename(user);
    this.#fanOut.send({ t: "name", d: { user } });
  }

  /** `id` under the name it asks for, or the one it has here, or one made up. */
  user(id: string, asked?: string): User {
    return { id, name: asked ?? this.#presence.get(id)?.name ?? this.#history.nameOf(id) ?? guestName(id) };
  }

  /** Forgets limits that nobody is near. */
  tidy(): void {
    this.#limits.prune();
  }

  /** Store, then relay: a change goes to everyone, its sender too; a repeat goes back to who repeated it. */
  #settle(peer: Peer, { message, changed }: Outcome, ref: Ref): void {
    const event: ServerEvent = { t: "chat", seq: message.seq, d: message };
    if (changed) this.#fanOut.send(event);
    else this.answer(peer, event, ref);
  }

  #name(peer: Peer, user: User, ref: Ref): void {
    if (this.#presence.get(user.id)?.name === user.name) return this.answer(peer, { t: "name", d: { user } }, ref);
    this.#history.rename(user);
    this.tellName(user);
  }

  #typing({ user, typing }: Member): void {
    const wait = typing.take();
    if (wait > 0) throw new Refused("rate_limited", "Typing is told once in three seconds.", wait);
    this.#fanOut.send({ t: "typing", d: { user: this.user(user) } }, user);
  }
}
