/** Moderation of a channel: carries out the events of staff (W23–W28), and what is due. Each subject has a file of its own beside this one. */
import type { Peer } from "crossws";
import type { Message, Ref, ServerEvent, Settings, StaffEvent, User, You } from "../../src/shared/protocol";
import { Rejection } from "../Rejection";
import type { Outcome } from "../storage/messages";
import type { Access, Visitor } from "./access";
import { Context, reject } from "./Context";
import { onDeleted, purge, remove, restore } from "./removals";
import { type CountReport, report, resolve } from "./reports";
import { invite, onMessage, redeem, revoke, setRole } from "./roles";
import { ban, mute, onRefused, unban } from "./sanctions";
import { setSettings, unpin } from "./settings";

export class Moderation {
  #context: Context;

  constructor(...parts: ConstructorParameters<typeof Context>) {
    this.#context = new Context(...parts);
  }

  get access(): Access {
    return this.#context.access;
  }

  /** The settings as everyone sees them: the same object until something changes. */
  get settings(): Settings {
    return this.#context.state;
  }

  /** What a user is told about themselves. */
  you(user: User, visitor: Visitor): You {
    return this.#context.you(user, visitor);
  }

  /** Carries out an event that only staff may send. Throws a rejection if it is not possible; then nothing has changed. */
  handle(peer: Peer, visitor: Visitor, event: StaffEvent & Ref): void {
    const context = this.#context;
    const role = context.access.roleOf(visitor) ?? reject("forbidden", "not_staff");
    const by = context.known(visitor.user);
    const answer = (answer: ServerEvent) => context.peers.answer(peer, answer, event);
    switch (event.t) {
      case "set":
        setSettings(context, by, role, event.d);
        break;
      case "invite":
        return answer({ t: "invited", d: invite(context, by, role, event.d) });
      case "revoke":
        revoke(context, by, role, event.d.id);
        break;
      case "role":
        setRole(context, by, role, event.d.user, event.d.role);
        break;
      case "restore":
        restore(context, by, event.d.id);
        break;
      case "purge":
        purge(context, by, context.known(event.d.user), event.d.since);
        break;
      case "mute":
        mute(context, by, event.d.user, event.d.for);
        break;
      case "ban":
        ban(context, by, event.d.user, event.d.for, event.d.purge);
        break;
      case "unban":
        unban(context, by, context.known(event.d.user));
        break;
      case "resolve":
        resolve(context, by, event.d.id);
        break;
      case "record":
        return answer({ t: "record", d: context.log.before(event.d.before ?? Number.MAX_SAFE_INTEGER, event.d.limit) });
      case "sanctions":
        return answer({ t: "sanctions", d: context.sanctions.list(Date.now()) });
      case "kept":
        return answer({ t: "kept", d: context.messages.kept() });
      case "reports":
        return answer({ t: "reports", d: { n: context.reports.count, reports: context.reports.list() } });
      default:
        event satisfies never;
    }
    if (event.ref !== undefined) answer({ t: "done", d: {} }); // an event that has no other answer (W14)
  }

  /** Removes the message of somebody else. */
  remove(visitor: Visitor, id: number): Outcome {
    if (!this.access.roleOf(visitor)) reject("forbidden");
    return remove(this.#context, this.#context.known(visitor.user), id);
  }

  report(peer: Peer, { user }: Visitor, id: number, reason: string, count: CountReport, question: Ref): void {
    report(this.#context, this.#context.known(user), id, reason, count);
    this.#context.peers.answer(peer, { t: "reported", d: { id } }, question);
  }

  redeem(peer: Peer, { user }: Visitor, key: string, question: Ref): void {
    const role = redeem(this.#context, this.#context.known(user), key);
    this.#context.peers.answer(peer, { t: "redeemed", d: { role } }, question);
  }

  /** Redeems the key in the query of an upgrade, unless the user is banned. A wrong one changes nothing: the access check says what follows. */
  redeemAtUpgrade(user: User, key: string): void {
    if (this.#context.sanctions.until("ban", user.id) !== undefined) return;
    try {
      redeem(this.#context, user, key);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }

  /** The settings have changed by something else than an act of staff. */
  tellSettings(): void {
    this.#context.tellSettings();
  }

  /** Tells staff who have just connected how many reports are open. */
  greet(peer: Peer, visitor: Visitor): void {
    const n = this.access.roleOf(visitor) ? this.#context.reports.count : 0;
    if (n > 0) this.#context.peers.answer(peer, { t: "reports", d: { n } }, {});
  }

  /** A user is here. */
  onPresent(user: User, place: string | undefined): void {
    this.#context.recent.add(user, place);
  }

  onRename(): void {
    this.#context.forgetState();
  }

  onEdited(id: number): void {
    if (this.#context.settings.current.pins.includes(id)) this.#context.forgetState();
  }

  onMessage(channel: string, message: Message): void {
    onMessage(this.#context, channel, message);
  }

  onDeleted(id: number): void {
    onDeleted(this.#context, new Set([id]));
  }

  /** Somebody who may not read the channel wanted to. */
  onRefused(visitor: Visitor): void {
    onRefused(this.#context, visitor);
  }

  /** Deletes what is due: messages that are too old, removed texts, sanctions that have ended. */
  expire(): void {
    const { messages, sanctions, settings } = this.#context;
    const now = Date.now();
    const lastDeleted = messages.trim(settings.current.keep, now);
    if (lastDeleted > 0) unpin(this.#context, (id) => id <= lastDeleted);
    messages.destroyRemoved(now);
    for (const user of sanctions.expire(now)) this.#context.tellYou(user);
  }

  /** When `expire` is due next (Unix ms); Infinity if it is not. */
  nextDue(): number {
    const { messages, sanctions, settings } = this.#context;
    return Math.min(messages.nextTrim(settings.current.keep, Date.now()), messages.nextDestruction(), sanctions.nextDue());
  }

  /** Forgets what is not in use. */
  prune(): void {
    this.access.prune();
  }
}
