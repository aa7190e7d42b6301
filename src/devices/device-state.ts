/** What a person's linked devices have in common: the visited channels, with what is read in them. */
import { parseReadMark } from "~/channel/read-state";
import type { ReadMark } from "~/shared/unread";
import { parseVisited, type Visited } from "~/sidebar/visited";

export interface SyncedChannel extends Visited {
  /** Absent if nothing was read in it yet. */
  read?: ReadMark;
}

export type DeviceState = readonly SyncedChannel[];

/** The valid entries of a decrypted or stored value, at most as many as a list of visited channels has. */
export function parseState(value: unknown): DeviceState {
  const marks = new Map(
    Array.isArray(value) ? value.map((entry) => [Object(entry).name, parseReadMark(Object(entry).read)]) : [],
  );
  return parseVisited(value).map((channel) => withMark(channel, marks.get(channel.name)));
}

/**
 * A three-way merge: `base` is what both sides had when they were last the same. A channel that one side has removed since stays
 * removed, unless the other one has visited it again; a changed pin counts more than an unchanged one; a read mark never moves back.
 */
export function mergeStates(base: DeviceState, mine: DeviceState, theirs: DeviceState): DeviceState {
  const [before, own, other] = [base, mine, theirs].map((state) => new Map(state.map((channel) => [channel.name, channel])));
  const names = new Set([...own!.keys(), ...other!.keys()]);
  return parseState(
    Array.from(names, (name) => mergeChannels(before!.get(name), own!.get(name), other!.get(name))).filter(Boolean),
  );
}

/** Whether two states say the same, in whatever order. */
export function areEqual(one: DeviceState, other: DeviceState): boolean {
  const text = (state: DeviceState) =>
    JSON.stringify(
      state.map(({ name, at, pinned, read }) => [name, at, pinned, read?.epoch, read?.id]).sort(([a], [b]) => (a! < b! ? -1 : 1)),
    );
  return text(one) === text(other);
}

function mergeChannels(
  base: SyncedChannel | undefined,
  mine: SyncedChannel | undefined,
  theirs: SyncedChannel | undefined,
): SyncedChannel | undefined {
  if (!mine || !theirs) {
    const left = mine ?? theirs;
    return left && (!base || left.at > base.at) ? left : undefined; // the other side never had it, or has removed it
  }
  const isPinMine = base ? mine.pinned !== base.pinned : mine.pinned;
  return withMark(
    { name: mine.name, at: Math.max(mine.at, theirs.at), pinned: isPinMine ? mine.pinned : theirs.pinned },
    laterMark(base?.read, mine, theirs),
  );
}

/** Of two histories, the one that is new; if that is not known, the one of the later visit. */
function laterMark(base: ReadMark | undefined, mine: SyncedChannel, theirs: SyncedChannel): ReadMark | undefined {
  if (!mine.read || !theirs.read) return mine.read ?? theirs.read;
  if (mine.read.epoch === theirs.read.epoch) return mine.read.id >= theirs.read.id ? mine.read : theirs.read;
  if (mine.read.epoch === base?.epoch) return theirs.read;
  if (theirs.read.epoch === base?.epoch) return mine.read;
  return mine.at >= theirs.at ? mine.read : theirs.read;
}

function withMark({ name, at, pinned }: Visited, read: ReadMark | undefined): SyncedChannel {
  return { name, at, pinned, ...(read && { read }) };
}
