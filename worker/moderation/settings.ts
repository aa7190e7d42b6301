/** The settings of a channel (W24): who may change which, and what a change leads to. */
import { type ChangeableSettings, MAX_TOPIC, type Role, type User } from "../../src/shared/protocol";
import { cleanText } from "../../src/shared/text";
import { type Context, reject } from "./Context";
import { ownersOnly } from "./roles";

/** What moderators may set; the other settings are for owners. */
const FOR_MODERATORS: ReadonlySet<string> = new Set<keyof ChangeableSettings>([
  "topic",
  "pins",
  "slow",
  "write",
  "files",
  "previews",
]);

export function setSettings(context: Context, by: User, role: Role, changes: Partial<ChangeableSettings>): void {
  if (Object.keys(changes).some((field) => !FOR_MODERATORS.has(field))) ownersOnly(role);
  const wasOpen = context.settings.current.write === "all";
  const changed = change(context, {
    ...changes,
    ...(changes.topic !== undefined && { topic: validTopic(changes.topic) }),
    ...(changes.pins && { pins: validPins(context, changes.pins) }),
  });
  if (Object.keys(changed).length === 0) return;
  context.record(by, "set", { set: changed });
  if (changed.keep !== undefined) void context.alarm.ringBy(Date.now());
  const connections = context.peers.of().map(({ identity }) => identity);
  if (changed.read === "members") {
    context.roles.addMembers(connections.map(({ user }) => context.known(user)));
    context.peers.shutOut();
  }
  if (changed.write === undefined) return;
  for (const identity of connections) if (!wasOpen || context.access.readOnly(identity)) context.tellYou(identity.user);
}

/** Removes pins of messages that are gone. */
export function unpin(context: Context, isGone: (id: number) => boolean): void {
  const { pins } = context.settings.current;
  if (pins.some(isGone)) change(context, { pins: pins.filter((id) => !isGone(id)) });
}

function change(context: Context, changes: Partial<ChangeableSettings>): Partial<ChangeableSettings> {
  const changed = context.settings.change(changes, context.messages.seq);
  if (Object.keys(changed).length > 0) context.tellSettings();
  return changed;
}

function validTopic(topic: string): string {
  const cleaned = cleanText(topic).trim();
  if (/[\n\u2028\u2029]/.test(cleaned)) reject("invalid");
  if (cleaned.length > MAX_TOPIC) reject("too_long", "long_topic");
  return cleaned;
}

/** Each once, the newest first. */
function validPins(context: Context, pins: readonly number[]): number[] {
  const messages = pins.map((id) => context.messages.get(id));
  if (messages.some((message) => !message || message.deleted)) reject("not_found");
  return [...new Set(pins)].sort((a, b) => b - a);
}
