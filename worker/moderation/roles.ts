/** Roles, and the keys that hand them out (W22, W23). */
import { CLOSE, type ClientEvent, type KeyRole, type Message, type Role, type User } from "../../src/shared/protocol";
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import { isHigher, isStaffRole } from "../storage/roles";
import { type Context, reject } from "./Context";

export function ownersOnly(role: Role): void {
  if (role === "moderator") reject("forbidden", "not_owner");
}

/** The author of the channel's first message becomes the owner, except of the lobby. */
export function onMessage(context: Context, channel: string, { id, user }: Message): void {
  if (id !== 1 || channel === "lobby") return;
  context.roles.set(user, "owner");
  context.tellSettings();
  context.tellYou(user.id);
}

export function invite(context: Context, by: User, own: Role, d: Extract<ClientEvent, { t: "invite" }>["d"]) {
  const { role, uses, for: seconds } = d;
  if (role !== "member") ownersOnly(own);
  const now = Date.now();
  const expires = now + seconds * 1_000;
  const { id, key } = context.keys.create(by, role, uses, expires, now);
  context.record(by, "invite", { id, role, for: seconds, count: uses });
  return { id, role, key, expires };
}

export function revoke(context: Context, by: User, own: Role, id: number): void {
  const key = context.keys.get(id, Date.now()) ?? reject("not_found", "no_such_key");
  if (key.role !== "member") ownersOnly(own);
  if (!key.isUsable) return;
  context.keys.revoke(id);
  context.record(by, "revoke", { id, role: key.role });
}

/** Gives a user the role of a key, and returns it. A key never lowers a role; one that would is not used up. */
export function redeem(context: Context, user: User, key: string): KeyRole {
  const role = context.keys.roleOf(key, Date.now()) ?? reject("forbidden", "bad_key");
  if (isHigher(role, context.roles.of(user.id))) {
    context.roles.set(user, role);
    context.keys.countUse(key);
    context.record(user, "redeem", { role });
    onNewRole(context, user.id);
  }
  return role;
}

export function setRole(context: Context, by: User, own: Role, id: string, role: KeyRole | "none"): void {
  ownersOnly(own);
  const user = context.known(id);
  if (own !== "host" && role !== "owner" && context.roles.isLastOwner(id)) reject("forbidden", "last_owner");
  const isChanged = context.atomically(() => {
    if (!context.roles.set(user, role)) return false;
    context.keys.revokeThoseOf(id, role);
    return true;
  });
  if (!isChanged) return;
  context.record(by, "role", { user, role });
  onNewRole(context, id);
}

function onNewRole(context: Context, user: string): void {
  if (isStaffRole(context.roles.of(user))) context.sanctions.end("mute", user);
  context.tellSettings();
  context.tellYou(user);
  if (context.access.rejectionOf({ user })) context.peers.shutOut(user);
  for (const peer of context.peers.of(user))
    if (context.access.rejectionOf(peer.identity)) context.peers.close(peer, CLOSE.membersOnly, CLOSE_REASONS.membersOnly);
}
