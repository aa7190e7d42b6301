/** What staff do to messages and people: each act is sent at once, and a toast tells its result, with undo if there is one. */
import { ask, RefusedError } from "~/channel/ask";
import type { Channel } from "~/channel/create-channel";
import { MAX_PINS, type ClientEvent, type KeyRole, type User } from "~/shared/protocol";
import { refusalText } from "~/strings/refusal-text";
import { staffStrings } from "~/strings/staff-strings";
import type { Toasts } from "~/toasts/create-toasts";
import { serverTime } from "~/ui/server-time";
import { durationOf } from "./durations";
import { isolated } from "./isolated";

const words = () => staffStrings().done;

export type Acts = ReturnType<typeof createActs>;

export function createActs(channel: Channel, toasts: Pick<Toasts, "show">) {
  /**
   * Returns whether the channel has accepted the event. Unlike messages, acts are not kept until the page is online: when they are late,
   * they may be wrong.
   */
  async function act(event: ClientEvent, done: string, undo?: () => Promise<boolean>): Promise<boolean> {
    try {
      await ask(channel, event);
    } catch (error) {
      toasts.show({ text: reasonOf(error) });
      return false;
    }
    toasts.show({ text: done, ...(undo && { undo: () => void undo() }) });
    return true;
  }

  const restore = (id: number) => act({ t: "restore", d: { id } }, words().restored);
  const unmute = (user: User) => act({ t: "mute", d: { user: user.id, for: 0 } }, words().unmuted(isolated(user.name)));
  const unban = (user: User) => act({ t: "unban", d: { user: user.id } }, words().unbanned(isolated(user.name)));

  /** Pins or unpins a message. */
  function pin(id: number, isPinned: boolean): Promise<boolean> {
    const others = channel.settings().pins.filter((pin) => pin !== id);
    if (isPinned && others.length >= MAX_PINS) {
      toasts.show({ text: words().tooManyPins(MAX_PINS) });
      return Promise.resolve(false);
    }
    const event: ClientEvent = { t: "set", d: { pins: isPinned ? [id, ...others] : others } };
    return act(event, isPinned ? words().pinned : words().unpinned, () => pin(id, !isPinned));
  }

  return {
    restore,
    unmute,
    unban,
    pin,
    remove: (id: number) => act({ t: "delete", d: { id } }, words().removed, () => restore(id)),
    resolve: (id: number) => act({ t: "resolve", d: { id } }, staffStrings().reports.resolved),
    revoke: (id: number) => act({ t: "revoke", d: { id } }, staffStrings().invitations.revoked),
    /** Gives a role, or removes it with `none`. `before` is the role that undo gives back. */
    setRole(user: User, role: KeyRole | "none", before: KeyRole | "none"): Promise<boolean> {
      const done = staffStrings().people.given[role](isolated(user.name));
      const give = (role: KeyRole | "none"): ClientEvent => ({ t: "role", d: { user: user.id, role } });
      const undo = () => act(give(before), staffStrings().people.given[before](isolated(user.name)));
      return act(give(role), done, user.id === channel.you().id ? undefined : undo); // without the role, one cannot give it back
    },
    mute: (user: User, seconds: number) =>
      act({ t: "mute", d: { user: user.id, for: seconds } }, words().muted(isolated(user.name), durationOf(seconds)), () =>
        unmute(user),
      ),
    /** Bans a person, and removes what they have written within `purge` seconds; 0 removes nothing. */
    ban(user: User, seconds: number, purge: number): Promise<boolean> {
      const event: ClientEvent = { t: "ban", d: { user: user.id, for: seconds, ...(purge > 0 && { purge }) } };
      return act(event, words().banned(isolated(user.name), durationOf(seconds)), () => unban(user));
    },
    /** Removes what a person has written within `seconds`. */
    purge: (user: User, seconds: number) =>
      act(
        { t: "purge", d: { user: user.id, since: Math.round(serverTime() - seconds * 1_000) } },
        words().purged(isolated(user.name)),
      ),
  };
}

/** Why an event was refused, as a sentence. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof RefusedError)) throw error;
  return refusalText(error);
}
