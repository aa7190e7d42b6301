/** What the acts of staff share: the stores, the moderation log, and how those concerned are told. */
import type { Peer } from "crossws";
import type { Act, RecordEntry, Ref, ServerEvent, Settings, User, You } from "../../src/shared/protocol";
import type { Alarm } from "../Alarm";
import type { FanOut } from "../fan-out/FanOut";
import type { ClosablePeer, Connection } from "../peer";
import { Rejection } from "../Rejection";
import { ChannelKeys } from "../storage/channel-keys";
import type { Database } from "../storage/Database";
import { ModerationLog } from "../storage/moderation-log";
import type { MessageStore } from "../storage/messages";
import { quoteOf } from "../storage/quotes";
import { Reports } from "../storage/reports";
import { Roles } from "../storage/roles";
import { Sanctions } from "../storage/sanctions";
import { SettingsStore } from "../storage/settings-store";
import { userOf } from "../user";
import { Access, type Visitor } from "./access";
import { RecentUsers } from "./recent-users";

/** How the channel sends to its peers, and closes them, and what it does for those who are away. */
export interface Peers {
  /** The open ones, of everyone or of one user. */
  of(user?: string): (ClosablePeer & Connection)[];
  close(peer: ClosablePeer, code: number, reason: string): void;
  answer(peer: Peer, event: ServerEvent, question: Ref): void;
  /** A user may not read the channel any more or, without one, nobody may who is no member: nothing is sent to them. */
  shutOut(user?: string): void;
}

/** The users who are present. */
interface Present {
  get(user: string): User | undefined;
}

export class Context {
  readonly messages: MessageStore;
  readonly roles: Roles;
  readonly settings: SettingsStore;
  readonly sanctions: Sanctions;
  readonly keys: ChannelKeys;
  readonly log: ModerationLog;
  readonly reports: Reports;
  readonly access: Access;
  readonly recent = new RecentUsers();
  readonly peers: Peers;
  readonly fanOut: FanOut;
  readonly alarm: Alarm;
  #db: Database;
  #present: Present;
  #state: Settings | undefined;

  constructor(db: Database, alarm: Alarm, messages: MessageStore, present: Present, fanOut: FanOut, peers: Peers) {
    this.messages = messages;
    this.roles = new Roles(db);
    this.settings = new SettingsStore(db);
    this.sanctions = new Sanctions(db);
    this.keys = new ChannelKeys(db);
    this.log = new ModerationLog(db);
    this.reports = new Reports(db);
    this.access = new Access(messages, this.roles, this.settings, this.sanctions);
    this.peers = peers;
    this.fanOut = fanOut;
    this.alarm = alarm;
    this.#db = db;
    this.#present = present;
  }

  /** The settings as everyone sees them (W24): the same object until something changes. */
  get state(): Settings {
    return (this.#state ??= this.#readState());
  }

  /** A name or a quote in the settings has changed. Everyone has it by an event of its own; the new state is for those who come later. */
  forgetState(): void {
    this.#state = undefined;
  }

  /** What a user is told about themselves. */
  you(user: User, visitor: Visitor): You {
    const [role, readOnly] = [this.access.roleOf(visitor), this.access.readOnly(visitor)];
    return { ...user, ...(role && { role }), ...(readOnly && { readOnly }) };
  }

  /** A user whom the channel knows: who is here, was here since it woke, or has left something. Otherwise throws `not_found`. */
  known(id: string): User {
    const name =
      this.#nameNow(id) ??
      this.recent.get(id)?.user.name ??
      this.messages.nameOfWriter(id) ??
      this.roles.nameOf(id) ??
      this.sanctions.nameOf(id);
    return name === undefined ? reject("not_found", "no_such_user") : userOf(id, name);
  }

  /** Carries out a change in one transaction: all of it or, if it throws, nothing. */
  atomically<T>(change: () => T): T {
    return this.#db.storage.transactionSync(change);
  }

  record(by: User, act: Act, details: Omit<RecordEntry, "n" | "at" | "by" | "act">): void {
    this.log.add({ at: Date.now(), by, act, ...details });
  }

  tellSettings(): void {
    this.#state = undefined;
    this.fanOut.send({ t: "settings", d: this.state });
  }

  /** Tells all peers of a user what has changed for them. */
  tellYou(user: string): void {
    for (const { id, identity } of this.peers.of(user))
      this.fanOut.sendToPeer(id, { t: "you", d: this.you(this.known(user), identity) });
  }

  /** Tells staff how many reports are open. */
  tellReports(): void {
    const event: ServerEvent = { t: "reports", d: { n: this.reports.count } };
    for (const { id, identity } of this.peers.of()) if (this.access.roleOf(identity)) this.fanOut.sendToPeer(id, event);
  }

  /** The name that a user has now. */
  #nameNow(id: string): string | undefined {
    return this.#present.get(id)?.name ?? this.messages.nameOf(id);
  }

  #readState(): Settings {
    const staff = this.roles.staff().map(({ id, name, role }) => ({ ...userOf(id, this.#nameNow(id) ?? name), role }));
    const { current } = this.settings;
    const quotes = current.pins.flatMap((id) => this.messages.get(id) ?? []).map(quoteOf);
    const push = this.#db.storage.kv.get<true>("push");
    return { ...current, staff, ...(quotes.length > 0 && { quotes }), ...(push && { push }) };
  }
}

export function reject(...why: ConstructorParameters<typeof Rejection>): never {
  throw new Rejection(...why);
}
