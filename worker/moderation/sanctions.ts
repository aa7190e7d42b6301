/** Mutes and bans (W26). */
import { CLOSE, type User } from "../../src/shared/protocol";
import { CLOSE_REASONS, refusalOf } from "../../src/shared/refusal-messages";
import { isStaffRole } from "../storage/roles";
import type { Visitor } from "./access";
import { type Context, reject } from "./Context";
import { purge } from "./removals";

/** Mutes a user for so many seconds; 0 ends it. */
export function mute(context: Context, by: User, id: string, seconds: number): void {
  const user = sanctionable(context, by, id);
  if (seconds > 0) {
    context.sanctions.set("mute", user, Date.now() + seconds * 1_000, by);
    context.record(by, "mute", { user, for: seconds });
  } else {
    if (!context.sanctions.end("mute", id)) return;
    context.record(by, "unmute", { user });
  }
  context.tellYou(id);
}

/** Bans a user and their addresses, and removes what they wrote in the last `purged` seconds. */
export function ban(context: Context, by: User, id: string, seconds: number, purged: number | undefined): void {
  const user = sanctionable(context, by, id);
  const now = Date.now();
  const until = now + seconds * 1_000;
  const peers = context.peers.of(id);
  const before = context.sanctions.placesOf(id);
  const places = [...peers.map(({ identity }) => identity.place), context.recent.get(id)?.place, ...before];
  context.sanctions.end("ban", id); // or its places would be banned until then
  context.sanctions.set("ban", user, until, by);
  for (const place of places) addPlace(context, id, place, now);
  context.record(by, "ban", { user, for: seconds });
  context.peers.shutOut(id);
  if (purged !== undefined) purge(context, by, user, now - purged * 1_000);
  for (const peer of peers) {
    context.fanOut.sendToPeer(peer.id, { t: "error", d: { ...refusalOf("forbidden", "banned"), until } });
    context.peers.close(peer, CLOSE.removed, CLOSE_REASONS.banned(until));
  }
  tellPlaces(context, new Set(places));
}

export function unban(context: Context, by: User, user: User): void {
  const places = context.sanctions.placesOf(user.id);
  if (!context.sanctions.end("ban", user.id)) return;
  context.record(by, "unban", { user });
  tellPlaces(context, places);
}

/** Somebody who may not read the channel came. If they are banned, newcomers cannot write from where they came, either. */
export function onRefused(context: Context, { user, place }: Visitor): void {
  if (context.sanctions.until("ban", user) !== undefined) addPlace(context, user, place, Date.now());
}

function addPlace(context: Context, user: string, place: string | undefined, now: number): void {
  if (place === undefined) return;
  context.sanctions.addPlace(user, place, now);
  void context.alarm.ringBy(context.sanctions.nextDue());
}

/** The user to mute or ban. Throws if that is not possible: nobody acts against themselves, nor against staff. */
function sanctionable(context: Context, by: User, id: string): User {
  if (id === by.id) reject("forbidden", "yourself");
  const user = context.known(id);
  const isHost = context.peers.of(id).some(({ identity }) => identity.isHost);
  if (isHost || isStaffRole(context.roles.of(id))) reject("forbidden", "is_staff");
  return user;
}

/** Tells the people at some places whether they can write now. */
function tellPlaces(context: Context, places: ReadonlySet<string | undefined>): void {
  const users = context.peers.of().flatMap(({ identity: { place, user } }) => (place && places.has(place) ? [user] : []));
  for (const user of new Set(users)) context.tellYou(user);
}
