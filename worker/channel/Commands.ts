/** Handles the events of peers (W4–W11): counts the rate limit, validates, stores, then broadcasts. Throws a rejection if that is not possible. */
import type { Peer } from "crossws";
import type { ClientEvent, Page, PagePlace, Ref, ServerEvent, StoredFile, User } from "../../src/shared/protocol";
import { firstLinkIn } from "../../src/markdown/parse";
import { validName, validText } from "./validate";
import type { FanOut } from "../fan-out/FanOut";
import type { MessageStore, Outcome } from "../storage/messages";
import type { ChannelFiles } from "./ChannelFiles";
import type { ChannelPush } from "./ChannelPush";
import type { ChannelPreviews } from "./ChannelPreviews";
import type { DayLimit } from "./day-limit";
import type { Moderation } from "../moderation/Moderation";
import { quoteFor } from "../storage/quotes";
import { userBringing, userOf } from "../user";
import { RateLimits } from "./rate-limits";
import { logError } from "../log";
import type { Session } from "./Session";
import { type Identity, setHidden } from "../peer";
import type { Visitor } from "../moderation/access";
import type { Presence } from "./presence";
import { Rejection } from "../Rejection";

/** A search costs as much as so many changes (W33). */
const SEARCH_COST = 4;

/** What a muted user cannot do (W26). */
const NOT_WHILE_MUTED: ReadonlySet<ClientEvent["t"]> = new Set<ClientEvent["t"]>(["edit", "react", "name", "typing"]);

export class Commands {
  #messages: MessageStore;
  #presence: Presence;
  #fanOut: FanOut;
  #moderation: Moderation;
  #limits: RateLimits;
  #dayLimit: DayLimit;
  #files: ChannelFiles;
  #push: ChannelPush;
  #previews: ChannelPreviews;

  /** `scale` multiplies the rate limits. */
  constructor(
    messages: MessageStore,
    presence: Presence,
    fanOut: FanOut,
    moderation: Moderation,
    dayLimit: DayLimit,
    files: ChannelFiles,
    push: ChannelPush,
    previews: ChannelPreviews,
    scale: number,
  ) {
    this.#messages = messages;
    this.#presence = presence;
    this.#fanOut = fanOut;
    this.#moderation = moderation;
    this.#dayLimit = dayLimit;
    this.#files = files;
    this.#push = push;
    this.#previews = previews;
    this.#limits = new RateLimits(scale);
  }

  /** Handles a well-formed event. A message with files is stored later: then the promise rejects if it is not possible. */
  handle(peer: Peer, session: Session, event: ClientEvent): void | Promise<void> {
    const { user } = session;
    if (event.t !== "typing")
      this.#limits.count(user, event.t === "chat" ? "chat" : "change", event.t === "search" ? SEARCH_COST : 1);
    if (NOT_WHILE_MUTED.has(event.t)) this.#rejectIfMuted(session);
    switch (event.t) {
      case "chat":
        return this.#chat(peer, session, event);
      case "edit":
        return this.#edit(peer, session, event);
      case "delete":
        return this.#delete(peer, session, event);
      case "react":
        return this.#publish(peer, this.#messages.react(user, event.d.id, event.d.emoji, event.d.on), event);
      case "history":
        return this.answer(peer, { t: "page", d: this.#page(event.d) }, event);
      case "search":
        return this.answer(peer, { t: "found", d: this.#messages.search(event.d) }, event);
      case "name":
        return this.#rename(peer, userOf(user, validName(event.d.name)), event);
      case "typing":
        return this.#typing(session);
      case "visible":
        if (session.socket) setHidden(session.socket, !event.d.on);
        return undefined;
      case "redeem":
        return this.#moderation.redeem(peer, session, event.d.key, event);
      case "report":
        return this.#report(peer, session, event);
      default:
        return this.#moderation.handle(peer, session, event);
    }
  }

  #page({ before, after, around, limit }: PagePlace & { limit: number }): PagePlace & Page {
    if (before !== undefined) return { before, ...this.#messages.before(before, limit) };
    if (after !== undefined) return { after, ...this.#messages.after(after, limit) };
    return { around, ...this.#messages.around(around, limit) };
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
  join(identity: Identity): { you: User; isRenamed: boolean } {
    const { user: id, name } = identity;
    const old = this.#nameOf(id);
    const you = userBringing(name, id, old);
    if (old === undefined || old === you.name) return { you, isRenamed: false };
    try {
      this.#rejectIfMuted(identity);
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
    this.#moderation.onRename();
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

  #chat(peer: Peer, session: Session, event: Extract<ClientEvent, { t: "chat" }>): void | Promise<void> {
    const { cid, text, reply, files, preview } = event.d;
    const valid = validText(text, files !== undefined);
    const sentBefore = () => this.#messages.sentBefore(session.user, cid); // a repeat stores nothing, so nothing keeps it from its answer
    try {
      this.#checkMessage(session);
    } catch (error) {
      const sent = sentBefore();
      if (sent) return this.#publish(peer, sent, event);
      throw error;
    }
    const store = (named?: readonly StoredFile[]) => {
      const outcome = this.#messages.append(this.user(session.user), cid, valid, Date.now(), reply, named);
      this.#publish(peer, outcome, event);
      if (!outcome.changed) return;
      if (session.place !== undefined && session.socket) this.#dayLimit.count(session.place, session.socket);
      this.#moderation.onMessage(session.channel, outcome.message);
      this.#push.onMessage();
      if (preview !== false) this.#previews.ask(session, outcome.message);
    };
    if (!files) return store();
    const sent = sentBefore(); // its files may be gone by now
    if (sent) return this.#publish(peer, sent, event);
    return this.#files
      .name(session.user, cid, files)
      .then((named) => {
        this.#rejectIfReadOnly(session); // that may have changed meanwhile
        return store(named);
      })
      .finally(() => {
        const stored = sentBefore()?.message.files ?? [];
        const others = files.filter((id) => !stored.some((file) => file.id === id));
        this.#files.release(session.user, cid, others);
      });
  }

  #edit(peer: Peer, session: Session, event: Extract<ClientEvent, { t: "edit" }>): void {
    const { id, text, preview } = event.d;
    const before = this.#messages.get(id);
    const valid = validText(text, before?.files !== undefined);
    const link = before?.preview && firstLinkIn(valid);
    const outcome = this.#messages.edit(session.user, id, valid, Date.now(), link);
    this.#publish(peer, outcome, event);
    this.#moderation.onEdited(id);
    if (outcome.changed && preview !== false) this.#previews.ask(session, outcome.message);
  }

  /** Throws a rejection if the user cannot write a new message now, and counts it otherwise. */
  #checkMessage(session: Session): void {
    const { access } = this.#moderation;
    this.#rejectIfReadOnly(session);
    const retryAfter = access.slowFor(session, Date.now());
    if (retryAfter > 0) throw new Rejection("rate_limited", "slow_mode", { retryAfter });
    if (session.place !== undefined) this.#dayLimit.check(session.place);
    this.#limits.countMessage(session.user, session.place, () => access.isNew(session.user));
  }

  /** Deletes the user's own message. Staff remove those of others. */
  #delete(peer: Peer, session: Session, event: Extract<ClientEvent, { t: "delete" }>): void {
    const { id } = event.d;
    const author = this.#messages.get(id)?.user.id;
    const isOwn = author === undefined || author === session.user;
    const outcome = isOwn ? this.#messages.delete(session.user, id) : this.#moderation.remove(session, id);
    this.#publish(peer, outcome, event);
    if (!outcome.changed) return;
    this.#moderation.onDeleted(id);
    if (!isOwn && event.ref !== undefined) this.answer(peer, { t: "done", d: {} }, event); // like the other acts of staff (W14)
  }

  #report(peer: Peer, session: Session, event: Extract<ClientEvent, { t: "report" }>): void {
    const { id, reason } = event.d;
    const count = (stored: () => readonly number[]) => this.#limits.countReport(session.user, stored);
    this.#moderation.report(peer, session, id, reason, count, event);
  }

  #rejectIfReadOnly(visitor: Visitor): void {
    const { access } = this.#moderation;
    const rejection = access.rejectionOf(visitor) ?? access.writeRejectionOf(visitor);
    if (rejection) throw rejection;
  }

  #rejectIfMuted(visitor: Visitor): void {
    const until = this.#moderation.access.mutedUntil(visitor);
    if (until !== undefined) throw new Rejection("forbidden", "muted", { until });
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
    if (wait > 0) throw new Rejection("rate_limited", "much_typing", { retryAfter: wait });
    this.#fanOut.send({ t: "typing", d: { user: this.user(user) } }, user);
  }
}
