/** Carries out what staff do (W23–W28): checks the role, changes the storage, writes the moderation log, and tells those concerned. */
import type { Peer } from "crossws";
import {
  CLOSE,
  type Act,
  type ChangeableSettings,
  type KeyRole,
  MAX_REPORT_REASON,
  MAX_REPORTS_PER_HOUR,
  MAX_TOPIC,
  type Message,
  type RecordEntry,
  type Ref,
  type Role,
  type ServerEvent,
  type Settings,
  type StaffEvent,
  type User,
  type You,
} from "../../src/shared/protocol";
import { CLOSE_REASONS, refusalOf } from "../../src/shared/refusal-messages";
import { cleanText } from "../../src/shared/text";
import type { FanOut } from "../fan-out/FanOut";
import type { ClosablePeer, Connection } from "../peer";
import { Rejection } from "../Rejection";
import type { Alarm } from "../Alarm";
import { ChannelKeys } from "../storage/channel-keys";
import type { Database } from "../storage/Database";
import { ModerationLog } from "../storage/moderation-log";
import type { MessageStore } from "../storage/messages";
import { quoteOf } from "../storage/quotes";
import { Reports } from "../storage/reports";
import { isHigher, isStaffRole, Roles } from "../storage/roles";
import { Sanctions } from "../storage/sanctions";
import { SettingsStore } from "../storage/settings-store";
import { userOf } from "../user";
import { Access, type Visitor } from "./access";
import type { Presence } from "./presence";
import { Bucket } from "./rate-limits";
import { RecentUsers } from "./recent-users";
import type { Session } from "./Session";

/** What moderators may set; the other settings are for owners. */
const FOR_MODERATORS: ReadonlySet<string> = new Set<keyof ChangeableSettings>(["topic", "pins", "slow", "write"]);

/** How the channel sends to its peers, and closes them. */
export interface Peers {
  /** The open ones, of everyone or of one user. */
  of(user?: string): (ClosablePeer & Connection)[];
  close(peer: ClosablePeer, code: number, reason: string): void;
  answer(peer: Peer, event: ServerEvent, question: Ref): void;
}

export class Moderation {
  readonly access: Access;
  readonly recent = new RecentUsers();
  #messages: MessageStore;
  #presence: Presence;
  #fanOut: FanOut;
  #alarm: Alarm;
  #peers: Peers;
  #scale: number;
  #roles: Roles;
  #settings: SettingsStore;
  #sanctions: Sanctions;
  #keys: ChannelKeys;
  #log: ModerationLog;
  #reports: Reports;
  /** By user. */
  #reportLimits = new Map<string, Bucket>();
  #state: Settings | undefined;

  constructor(
    db: Database,
    alarm: Alarm,
    messages: MessageStore,
    presence: Presence,
    fanOut: FanOut,
    peers: Peers,
    scale: number,
  ) {
    this.#alarm = alarm;
    this.#messages = messages;
    this.#presence = presence;
    this.#fanOut = fanOut;
    this.#peers = peers;
    this.#scale = scale;
    this.#roles = new Roles(db);
    this.#settings = new SettingsStore(db);
    this.#sanctions = new Sanctions(db);
    this.#keys = new ChannelKeys(db);
    this.#log = new ModerationLog(db);
    this.#reports = new Reports(db);
    this.access = new Access(messages, this.#roles, this.#settings, this.#sanctions);
  }

  /** The settings as everyone sees them: the same object until something changes. */
  get settings(): Settings {
    this.#state ??= this.#readSettings();
    return this.#state;
  }

  /** What the user at a peer is told about themselves. */
  you(user: User, visitor: Visitor): You {
    const [role, readOnly] = [this.access.roleOf(visitor), this.access.readOnly(visitor)];
    return { ...user, ...(role && { role }), ...(readOnly && { readOnly }) };
  }

  /** Carries out an event that only staff may send. Throws a rejection if it is not possible; then nothing has changed. */
  handle(peer: Peer, session: Session, event: StaffEvent & Ref): void {
    const role = this.access.roleOf(session) ?? reject("forbidden", "not_staff");
    const by = this.#userOf(session.user)!;
    switch (event.t) {
      case "set":
        this.#set(by, role, event.d);
        break;
      case "invite": {
        const { role: given, uses, for: seconds } = event.d;
        if (given !== "member") ownersOnly(role);
        const now = Date.now();
        const expires = now + seconds * 1_000;
        const { id, key } = this.#keys.create(given, uses, expires, now);
        this.#record(by, "invite", { id, role: given, for: seconds, count: uses });
        return this.#peers.answer(peer, { t: "invited", d: { id, role: given, key, expires } }, event);
      }
      case "revoke":
        this.#revoke(by, role, event.d.id);
        break;
      case "role":
        ownersOnly(role);
        this.#setRole(by, role, this.#known(event.d.user), event.d.role);
        break;
      case "restore":
        this.#publish(this.#messages.restore(event.d.id, Date.now()), () => this.#record(by, "restore", { id: event.d.id }));
        break;
      case "purge":
        this.#purge(by, this.#known(event.d.user), event.d.since);
        break;
      case "mute":
        this.#mute(by, event.d.user, event.d.for);
        break;
      case "ban":
        this.#ban(by, event.d.user, event.d.for, event.d.purge);
        break;
      case "unban":
        this.#unban(by, this.#known(event.d.user));
        break;
      case "resolve":
        if (this.#reports.resolve(event.d.id)) {
          this.#record(by, "resolve", { id: event.d.id });
          this.#tellReports();
        }
        break;
      case "record": {
        const { before = Number.MAX_SAFE_INTEGER, limit } = event.d;
        return this.#peers.answer(peer, { t: "record", d: this.#log.before(before, limit) }, event);
      }
      case "sanctions":
        return this.#peers.answer(peer, { t: "sanctions", d: this.#sanctions.list(Date.now()) }, event);
      case "reports":
        return this.#peers.answer(peer, { t: "reports", d: { n: this.#reports.count, reports: this.#reports.list() } }, event);
      default:
        event satisfies never;
    }
    this.#done(peer, event);
  }

  /** Removes someone else's message (W25). The rejection says who may. */
  remove(session: Session, id: number): ReturnType<MessageStore["remove"]> {
    if (!this.access.roleOf(session)) reject("forbidden");
    const outcome = this.#messages.remove(id, Date.now());
    if (outcome.changed) {
      this.#record(this.#userOf(session.user)!, "remove", { id, user: outcome.message.user });
      void this.#alarm.ringBy(this.#messages.nextDestruction());
    }
    return outcome;
  }

  /** A message was deleted, by whomever: it is no longer pinned, and its reports end. */
  onDeleted(id: number): void {
    const { pins } = this.#settings.current;
    if (pins.includes(id)) this.#change({ pins: pins.filter((pin) => pin !== id) });
    if (this.#reports.resolve(id)) this.#tellReports();
  }

  /** A message was stored. The author of the first one becomes the owner (W22), except of the lobby. */
  onMessage(channel: string, { id, user }: Message): void {
    if (id !== 1 || channel === "lobby") return;
    this.#roles.set(user, "owner");
    this.#tellSettings();
    this.#tellYou(user.id);
  }

  /** Everyone has the new name by a `name` event; this is for those who come later. */
  onRename(): void {
    this.#state = undefined;
  }

  redeem(peer: Peer, session: Session, key: string, question: Ref): void {
    const role = this.#redeem(this.#userOf(session.user)!, key);
    this.#peers.answer(peer, { t: "redeemed", d: { role } }, question);
  }

  /** Redeems the key in the query of an upgrade. A wrong one changes nothing: the access check says what follows. */
  redeemAtUpgrade(user: User, key: string): void {
    try {
      this.#redeem(user, key);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }

  report(peer: Peer, { user }: Session, id: number, text: string, question: Ref): void {
    const reason = cleanText(text).trim();
    if (reason.length > MAX_REPORT_REASON) reject("too_long", "long_reason");
    const message = this.#messages.get(id);
    if (!message || message.deleted) reject("not_found");
    if (!this.#reports.has(id, user)) {
      this.#countReport(user);
      this.#reports.add(id, this.#userOf(user)!, reason, Date.now());
      this.#tellReports();
    }
    this.#peers.answer(peer, { t: "reported", d: { id } }, question);
  }

  /** A banned user came back, perhaps from another place: newcomers cannot write from there either. */
  onBannedUpgrade({ user, place }: Visitor): void {
    if (place !== undefined && this.#sanctions.until("ban", user) !== undefined) {
      this.#sanctions.addPlace(user, place, Date.now());
      this.#ringForSanctions();
    }
  }

  /** Tells staff who have just connected how many reports are open. */
  greet(peer: Peer, visitor: Visitor): void {
    const n = this.access.roleOf(visitor) ? this.#reports.count : 0;
    if (n > 0) this.#peers.answer(peer, { t: "reports", d: { n } }, {});
  }

  /** Deletes what is due: messages that are too old, removed texts, sanctions that have ended. */
  expire(): void {
    const now = Date.now();
    const lastDeleted = this.#messages.trim(this.#settings.current.keep, now);
    const { pins } = this.#settings.current;
    if (lastDeleted > 0 && pins.some((id) => id <= lastDeleted)) this.#change({ pins: pins.filter((id) => id > lastDeleted) });
    this.#messages.destroyRemoved(now);
    for (const user of this.#sanctions.expire(now)) this.#tellYou(user);
  }

  /** When `expire` is due next (Unix ms); Infinity if it is not. */
  nextDue(): number {
    return Math.min(
      this.#messages.nextTrim(this.#settings.current.keep, Date.now()),
      this.#messages.nextDestruction(),
      this.#sanctions.nextDue(),
    );
  }

  /** Removes what is not in use. */
  prune(): void {
    this.access.prune();
    for (const [user, limit] of this.#reportLimits) if (limit.isFull()) this.#reportLimits.delete(user);
  }

  #set(by: User, role: Role, changes: Partial<ChangeableSettings>): void {
    if (Object.keys(changes).some((field) => !FOR_MODERATORS.has(field))) ownersOnly(role);
    const clean = { ...changes };
    if (clean.topic !== undefined) clean.topic = validTopic(clean.topic);
    if (clean.pins) {
      clean.pins = [...new Set(clean.pins)].sort((a, b) => b - a);
      const messages = clean.pins.map((id) => this.#messages.get(id));
      if (messages.some((message) => !message || message.deleted)) reject("not_found");
    }
    const before = this.#settings.current;
    const changed = this.#change(clean);
    if (Object.keys(changed).length === 0) return;
    this.#record(by, "set", { set: changed });
    if (changed.keep !== undefined) void this.#alarm.ringBy(Date.now());
    if (changed.read === "members") this.#roles.addMembers(this.#peers.of().map(({ identity }) => this.#userOf(identity.user)!));
    if (changed.write !== undefined) {
      const wasOpen = before.write === "all";
      for (const { identity } of this.#peers.of()) if (!wasOpen || this.access.readOnly(identity)) this.#tellYou(identity.user);
    }
  }

  #change(changes: Partial<ChangeableSettings>): Partial<ChangeableSettings> {
    const changed = this.#settings.change(changes, this.#messages.seq);
    if (Object.keys(changed).length > 0) this.#tellSettings();
    return changed;
  }

  #revoke(by: User, role: Role, id: number): void {
    const key = this.#keys.get(id, Date.now()) ?? reject("not_found", "no_such_key");
    if (key.role !== "member") ownersOnly(role);
    if (!key.isUsable) return;
    this.#keys.revoke(id);
    this.#record(by, "revoke", { id, role: key.role });
  }

  #setRole(by: User, own: Role, user: User, role: KeyRole | "none"): void {
    if (own !== "host" && role !== "owner" && this.#roles.isLastOwner(user.id)) reject("forbidden", "last_owner");
    if (!this.#roles.set(user, role)) return;
    this.#record(by, "role", { user, role });
    this.#onNewRole(user.id);
  }

  #redeem(user: User, key: string): KeyRole {
    const now = Date.now();
    const role = this.#keys.roleOf(key, now) ?? reject("forbidden", "bad_key");
    if (isHigher(role, this.#roles.of(user.id))) {
      this.#roles.set(user, role);
      this.#keys.countUse(key);
      this.#record(user, "redeem", { role });
    }
    this.#onNewRole(user.id);
    return role;
  }

  #onNewRole(user: string): void {
    if (isStaffRole(this.#roles.of(user))) this.#sanctions.end("mute", user);
    this.#tellSettings();
    this.#tellYou(user);
    for (const peer of this.#peers.of(user)) {
      const rejection = this.access.rejectionOf(peer.identity);
      if (rejection) this.#peers.close(peer, CLOSE.membersOnly, CLOSE_REASONS.membersOnly);
    }
  }

  #mute(by: User, id: string, seconds: number): void {
    const user = this.#sanctionable(by, id);
    const until = Date.now() + seconds * 1_000;
    if (seconds > 0) {
      this.#sanctions.set("mute", user, until, by);
      this.#record(by, "mute", { user, for: seconds });
    } else {
      if (!this.#sanctions.end("mute", id)) return;
      this.#record(by, "unmute", { user });
    }
    this.#tellYou(id);
  }

  #ban(by: User, id: string, seconds: number, purge: number | undefined): void {
    const user = this.#sanctionable(by, id);
    const now = Date.now();
    const until = now + seconds * 1_000;
    this.#sanctions.end("ban", id); // its places are from before
    this.#sanctions.set("ban", user, until, by);
    const peers = this.#peers.of(id);
    const places = new Set([...peers.map(({ identity }) => identity.place), this.recent.get(id)?.place]);
    for (const place of places) if (place !== undefined) this.#sanctions.addPlace(id, place, now);
    this.#ringForSanctions();
    this.#record(by, "ban", { user, for: seconds });
    if (purge !== undefined) this.#purge(by, user, now - purge * 1_000);
    for (const peer of peers) {
      this.#fanOut.sendToPeer(peer.id, { t: "error", d: { ...refusalOf("forbidden", "banned"), until } });
      this.#peers.close(peer, CLOSE.removed, CLOSE_REASONS.banned(until));
    }
    this.#tellPlaces(places);
  }

  #unban(by: User, user: User): void {
    const places = this.#sanctions.placesOf(user.id);
    if (!this.#sanctions.end("ban", user.id)) return;
    this.#record(by, "unban", { user });
    this.#tellPlaces(places);
  }

  /** The user to mute or ban. Throws if that is not possible: nobody acts against themselves, nor against staff. */
  #sanctionable(by: User, id: string): User {
    if (id === by.id) reject("forbidden", "yourself");
    const user = this.#known(id);
    const isHost = this.#peers.of(id).some(({ identity }) => identity.isHost);
    if (isHost || isStaffRole(this.#roles.of(id))) reject("forbidden", "is_staff");
    return user;
  }

  #purge(by: User, user: User, since: number): void {
    const removed = this.#messages.purge(user.id, since, Date.now());
    if (removed.length === 0) return;
    this.#record(by, "purge", { user, count: removed.length });
    void this.#alarm.ringBy(this.#messages.nextDestruction());
    for (const message of removed) {
      this.#fanOut.send({ t: "chat", seq: message.seq, d: message });
      this.onDeleted(message.id);
    }
  }

  #publish({ message, changed }: { message: Message; changed: boolean }, onChange: () => void): void {
    if (!changed) return;
    onChange();
    this.#fanOut.send({ t: "chat", seq: message.seq, d: message });
  }

  /** An event that has no other answer is answered if it carried a `ref` (W14). */
  #done(peer: Peer, question: Ref): void {
    if (question.ref !== undefined) this.#peers.answer(peer, { t: "done", d: {} }, question);
  }

  #record(by: User, act: Act, details: Omit<RecordEntry, "n" | "at" | "by" | "act">): void {
    this.#log.add({ at: Date.now(), by, act, ...details });
  }

  #tellSettings(): void {
    this.#state = undefined;
    this.#fanOut.send({ t: "settings", d: this.settings });
  }

  /** Tells all peers of a user what has changed for them. */
  #tellYou(user: string): void {
    for (const { id, identity } of this.#peers.of(user))
      this.#fanOut.sendToPeer(id, { t: "you", d: this.you(this.#userOf(user)!, identity) });
  }

  /** Tells the people at some places whether they can write now. */
  #tellPlaces(places: ReadonlySet<string | undefined>): void {
    const users = this.#peers.of().filter(({ identity: { place } }) => place !== undefined && places.has(place));
    for (const user of new Set(users.map(({ identity }) => identity.user))) this.#tellYou(user);
  }

  #tellReports(): void {
    const event: ServerEvent = { t: "reports", d: { n: this.#reports.count } };
    for (const { id, identity } of this.#peers.of()) if (this.access.roleOf(identity)) this.#fanOut.sendToPeer(id, event);
  }

  #ringForSanctions(): void {
    void this.#alarm.ringBy(this.#sanctions.nextDue());
  }

  #countReport(user: string): void {
    let limit = this.#reportLimits.get(user);
    if (!limit) {
      limit = new Bucket({ burst: MAX_REPORTS_PER_HOUR * this.#scale, perSecond: (MAX_REPORTS_PER_HOUR * this.#scale) / 3_600 });
      this.#reportLimits.set(user, limit);
    }
    const retryAfter = limit.take();
    if (retryAfter > 0) throw new Rejection("rate_limited", "much_reporting", { retryAfter });
  }

  /** A user whom the channel knows. */
  #known(id: string): User {
    return this.#userOf(id) ?? reject("not_found", "no_such_user");
  }

  #userOf(id: string): User | undefined {
    const name =
      this.#presence.get(id)?.name ??
      this.#messages.nameOf(id) ??
      this.recent.get(id)?.user.name ??
      this.#messages.nameOfWriter(id) ??
      this.#roles.nameOf(id) ??
      this.#sanctions.nameOf(id);
    return name === undefined ? undefined : userOf(id, name);
  }

  #readSettings(): Settings {
    const staff = this.#roles.staff().map(({ id, name, role }) => ({
      ...userOf(id, this.#presence.get(id)?.name ?? this.#messages.nameOf(id) ?? name),
      role,
    }));
    const { current } = this.#settings;
    const quotes = current.pins.flatMap((id) => this.#messages.get(id) ?? []).map(quoteOf);
    return { ...current, staff, ...(quotes.length > 0 && { quotes }) };
  }
}

function ownersOnly(role: Role): void {
  if (role === "moderator") reject("forbidden", "not_owner");
}

function validTopic(topic: string): string {
  const cleaned = cleanText(topic).trim();
  if (cleaned.includes("\n")) reject("invalid");
  if (cleaned.length > MAX_TOPIC) reject("too_long", "long_topic");
  return cleaned;
}

function reject(...why: ConstructorParameters<typeof Rejection>): never {
  throw new Rejection(...why);
}
