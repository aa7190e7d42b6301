/** The channels that this browser has visited: a bounded list, pinned ones kept longest. The server knows nothing of it. */
import { canonical } from "~/shared/channel-name";

export interface Visited {
  name: string;
  /** Of the last visit, Unix milliseconds. */
  at: number;
  pinned: boolean;
}

export const MOST_VISITED = 50;

/** The list as it stands in storage, without what else may stand there. */
export function visitedIn(stored: string | null): Visited[] {
  try {
    const found: unknown = JSON.parse(stored ?? "[]");
    return Array.isArray(found) ? bounded(found.flatMap(entryIn)) : [];
  } catch {
    return []; // not JSON
  }
}

/** The list after a visit; of the channels that are not pinned, those longest ago may go. */
export function visit(list: readonly Visited[], name: string, at: number): Visited[] {
  const pinned = list.find((entry) => entry.name === name)?.pinned ?? false;
  return bounded([{ name, at, pinned }, ...list]);
}

export function pin(list: readonly Visited[], name: string, pinned: boolean): Visited[] {
  return list.map((entry) => (entry.name === name ? { ...entry, pinned } : entry));
}

export function forget(list: readonly Visited[], name: string): Visited[] {
  return list.filter((entry) => entry.name !== name);
}

/** As they are shown: pinned ones first, each group by name, so that a visit moves nothing. */
export function inOrder(list: readonly Visited[]): Visited[] {
  return [...list].sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.name.localeCompare(b.name));
}

/** By how much they matter: pinned ones, then the latest. */
export function byUse(list: readonly Visited[]): Visited[] {
  return [...list].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.at - a.at);
}

function bounded(list: readonly Visited[]): Visited[] {
  const byName = new Map<string, Visited>();
  for (const entry of byUse(list)) if (!byName.has(entry.name)) byName.set(entry.name, entry);
  return [...byName.values()].slice(0, MOST_VISITED);
}

function entryIn(found: unknown): Visited[] {
  const { name, at, pinned } = Object(found) as Record<string, unknown>;
  if (typeof name !== "string" || canonical(name) !== name) return [];
  return [{ name, at: typeof at === "number" && Number.isFinite(at) ? at : 0, pinned: pinned === true }];
}
