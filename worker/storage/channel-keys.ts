/** The keys that hand out a channel's roles (W23). Only the SHA-256 of a key is stored. */
import { createHash } from "node:crypto";
import { MAX_KEYS, type KeyRole, type User } from "../../src/shared/protocol";
import { Rejection } from "../Rejection";
import type { Database } from "./Database";

const KEY_BYTES = 16; // 22 characters of base64url

export class ChannelKeys {
  #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A new key of `creator` for `uses` users, until `expires` (Unix ms). */
  create(creator: User, role: KeyRole, uses: number, expires: number, now: number): { id: number; key: string } {
    this.#db.write("DELETE FROM keys WHERE expires <= ?", now);
    const [{ n }] = this.#db.read<{ n: number }>("SELECT count(*) AS n FROM keys WHERE uses > 0") as [{ n: number }];
    if (n >= MAX_KEYS) throw new Rejection("invalid", "too_many_keys");
    const key = crypto.getRandomValues(new Uint8Array(KEY_BYTES)).toBase64({ alphabet: "base64url", omitPadding: true });
    const [row] = this.#db.write<{ id: number }>(
      "INSERT INTO keys (hash, role, uses, expires, creator) VALUES (?, ?, ?, ?, ?) RETURNING id",
      hashOf(key),
      role,
      uses,
      expires,
      creator.id,
    );
    return { id: row!.id, key };
  }

  /** The role of a key that can be redeemed now. */
  roleOf(key: string, now: number): KeyRole | undefined {
    return this.#db.read<{ role: KeyRole }>(
      "SELECT role FROM keys WHERE hash = ? AND uses > 0 AND expires > ?",
      hashOf(key),
      now,
    )[0]?.role;
  }

  countUse(key: string): void {
    this.#db.write("UPDATE keys SET uses = uses - 1 WHERE hash = ?", hashOf(key));
  }

  /** The role of a key that has not expired, and whether it can still be redeemed. */
  get(id: number, now: number): { role: KeyRole; isUsable: boolean } | undefined {
    const [row] = this.#db.read<{ role: KeyRole; uses: number }>(
      "SELECT role, uses FROM keys WHERE id = ? AND expires > ?",
      id,
      now,
    );
    return row && { role: row.role, isUsable: row.uses > 0 };
  }

  revoke(id: number): void {
    this.#db.write("UPDATE keys SET uses = 0 WHERE id = ?", id);
  }

  /** Ends the keys that a user has created, and could not create with the role that they have now. */
  revokeThoseOf(user: string, role: KeyRole | "none"): void {
    if (role === "owner") return;
    this.#db.write(
      "UPDATE keys SET uses = 0 WHERE creator = ? AND uses > 0 AND (role <> 'member' OR ? <> 'moderator')",
      user,
      role,
    );
  }
}

function hashOf(key: string): ArrayBuffer {
  return new Uint8Array(createHash("sha256").update(key).digest()).buffer;
}
