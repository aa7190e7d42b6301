/** The list of visited channels, kept in this browser. It is bounded; pinned channels stay longest. */
import { canonical } from "~/shared/channel-name";

export interface Visited {
  name: string;
  /** The time of the last visit (Unix ms). */
  at: number;
  pinned: boolean;
}

export const MAX_VISITED = 50;

/** The valid entries of a stored value. */
export function parseVisited(value: unknown): Visited[] {
  return Array.isArray(value) ? bounded(value.flatMap(parseEntry)) : [];
}

/** The list after a visit. If it is full, the channel visited longest ago is dropped, pinned ones last. */
export function visit(list: readonly Visited[], name: string, at: number): Visited[] {
  const { pinned = false, at: before = 0 } = list.find((entry) => entry.name === name) ?? {};
  return bounded([{ name, at: Math.max(at, before + 1), pinned }, ...list]); // a linked device's clock may be ahead
}

export function pin(list: readonly Visited[], name: string, pinned: boolean): Visited[] {
  return list.map((entry) => (entry.name === name ? { ...entry, pinned } : entry));
}

export function forget(list: readonly Visited[], name: string): Visited[] {
  return list.filter((entry) => entry.name !== name);
}

/** Sorted for the side bar: pinned ones first, then by name, so that a visit does not reorder the list. */
export function sortedByName(list: readonly Visited[]): Visited[] {
  return [...list].sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.name.localeCompare(b.name));
}

/** Sorted by importance: pinned ones first, then by the last visit. */
export function sortedByUse(list: readonly Visited[]): Visited[] {
  return [...list].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.at - a.at);
}

function bounded(list: readonly Visited[]): Visited[] {
  const byName = new Map<string, Visited>();
  for (const entry of sortedByUse(list)) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return [...byName.values()].slice(0, MAX_VISITED);
}

function parseEntry(value: unknown): Visited[] {
  const { name, at, pinned } = Object(value) as Record<string, unknown>;
  if (typeof name !== "string" || canonical(name) !== name) return [];
  return [{ name, at: typeof at === "number" && Number.isFinite(at) ? at : 0, pinned: pinned === true }];
}
