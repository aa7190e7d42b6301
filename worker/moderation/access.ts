/** Who may read and write in a channel: by role (W21), settings (W24), sanctions (W26) and membership (W29). */
import type { ReadOnly, Role } from "../../src/shared/protocol";
import { Rejection } from "../Rejection";
import type { MessageStore } from "../storage/messages";
import { isStaffRole, type Roles } from "../storage/roles";
import type { Sanctions } from "../storage/sanctions";
import type { SettingsStore } from "../storage/settings-store";

/** What the access of a person depends on. */
export interface Visitor {
  /** The public id in this channel. */
  user: string;
  isHost?: boolean | undefined;
  /** An HMAC of channel and address (W30). */
  place?: string | undefined;
}

export class Access {
  #messages: MessageStore;
  #roles: Roles;
  #settings: SettingsStore;
  #sanctions: Sanctions;
  /** Users who are known to have written here. */
  #writers = new Set<string>();

  constructor(messages: MessageStore, roles: Roles, settings: SettingsStore, sanctions: Sanctions) {
    this.#messages = messages;
    this.#roles = roles;
    this.#settings = settings;
    this.#sanctions = sanctions;
  }

  roleOf({ user, isHost }: Visitor): Role | undefined {
    const role = this.#roles.of(user);
    return isHost ? "host" : isStaffRole(role) ? role : undefined;
  }

  /** Why this person may read nothing of the channel. Undefined if they may. Everything that shows the channel to someone asks here. */
  rejectionOf({ user, isHost }: Visitor): Rejection | undefined {
    if (isHost) return undefined;
    const until = this.#sanctions.until("ban", user);
    if (until !== undefined) return new Rejection("forbidden", "banned", { until });
    if (this.#settings.current.read === "members" && !this.#roles.of(user)) return new Rejection("forbidden", "members_only");
    return undefined;
  }

  /** When the mute of a user ends. Undefined if there is none. */
  mutedUntil({ user, isHost }: Visitor): number | undefined {
    return isHost ? undefined : this.#sanctions.until("mute", user);
  }

  /** Why this person cannot write messages now. Undefined if they can. */
  readOnly(visitor: Visitor): ReadOnly | undefined {
    const muted = this.mutedUntil(visitor);
    if (muted !== undefined) return { reason: "muted", until: muted };
    if (this.roleOf(visitor)) return undefined;
    const { write } = this.#settings.current;
    if (write === "staff") return { reason: "staff_only" };
    if (write === "known" && !this.#isKnown(visitor.user)) return { reason: "known_only" };
    const until = visitor.place === undefined ? undefined : this.#sanctions.placeUntil(visitor.place);
    return until !== undefined && this.isNew(visitor.user) ? { reason: "banned_address", until } : undefined;
  }

  /** The same as a rejection. */
  writeRejectionOf(visitor: Visitor): Rejection | undefined {
    const readOnly = this.readOnly(visitor);
    return readOnly && new Rejection("forbidden", readOnly.reason, readOnly.until === undefined ? {} : { until: readOnly.until });
  }

  /** Why this person cannot upload files now (W37). Undefined if they can. */
  uploadRejectionOf(visitor: Visitor): Rejection | undefined {
    const rejection = this.rejectionOf(visitor) ?? this.writeRejectionOf(visitor);
    const { files } = this.#settings.current;
    if (rejection || files === "all") return rejection;
    if (files === "none") return new Rejection("forbidden", "no_files");
    if (this.roleOf(visitor)) return undefined;
    if (files === "staff") return new Rejection("forbidden", "files_for_staff");
    const isKnown = !this.isNew(visitor.user) || this.#messages.seq === 0;
    return isKnown ? undefined : new Rejection("forbidden", "files_for_known");
  }

  /** Whether a user has never written here. */
  isNew(user: string): boolean {
    if (this.#writers.has(user)) return false;
    if (!this.#messages.hasWritten(user)) return true;
    this.#writers.add(user);
    return false;
  }

  /** Forgets what was looked up. */
  prune(): void {
    this.#writers.clear();
    this.#roles.prune();
  }

  /** ms until the user's next message is accepted in slow mode, or 0. */
  slowFor(visitor: Visitor, now: number): number {
    const { slow } = this.#settings.current;
    if (slow === 0 || this.roleOf(visitor)) return 0;
    return Math.max(0, this.#messages.lastAt(visitor.user) + slow * 1_000 - now);
  }

  #isKnown(user: string): boolean {
    return this.#roles.of(user) !== undefined || this.#messages.hasWritten(user, this.#settings.knownUntil);
  }
}
