/** A channel's storage for tests: written through the real store, with its queries recorded. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import type { Snapshot } from "../../../src/shared/protocol";
import { Alarm } from "../../../worker/Alarm";
import { Database } from "../../../worker/storage/Database";
import { MessageStore } from "../../../worker/storage/messages";
import { bindings, type TestPeer } from "./peer";

export const channelOf = (name: string) => bindings.CHANNEL.getByName(name);

/** A message store over a channel's storage. */
export function openStore(storage: DurableObjectStorage, firstEpoch: string, max?: number): MessageStore {
  return new MessageStore(new Database(storage, firstEpoch), new Alarm(storage), max);
}

/** The channel's latest state for a visitor who may read it. */
export async function snapshotOf(name: string, user = "visitor", isHost = false): Promise<Snapshot> {
  const snapshot = await channelOf(name).snapshot(user, undefined, isHost);
  if ("refusal" in snapshot) throw new Error(snapshot.refusal.message);
  return snapshot;
}

/**
 * Lets the channel know these peers' users as people who wrote there before: it slows newcomers down (W30). The peers stay connected
 * through the eviction.
 */
export async function makeKnown(name: string, ...peers: TestPeer[]): Promise<void> {
  await runInDurableObject(channelOf(name), (_channel, { storage }) => {
    const db = new Database(storage, peers[0]!.welcome.epoch);
    for (const { you } of peers)
      db.write("INSERT INTO former_writers (user, first) VALUES (?, 0) ON CONFLICT (user) DO NOTHING", you.id);
  });
  await evict(name);
}

/** Evicts the channel's object from memory. Its sockets stay open, or are closed. */
export async function evict(name: string, webSockets: "hibernate" | "close" = "hibernate"): Promise<void> {
  await evictDurableObject(channelOf(name), { webSockets }).catch((error: unknown) => {
    if (!String(error).includes("not currently running")) throw error;
  });
}

/** One statement that the store ran. */
export interface Query {
  sql: string;
  bindings: unknown[];
  cursor: SqlStorageCursor<Record<string, SqlStorageValue>>;
}

/**
 * Runs `use` on a store over the channel's real storage and records its queries, then evicts the channel's object. The store keeps
 * `max` messages, by default as many as a channel.
 */
export async function withMessageStore<T>(
  name: string,
  use: (store: MessageStore, queries: Query[], sql: SqlStorage) => T,
  max?: number,
): Promise<Awaited<T>> {
  const result = await runInDurableObject(channelOf(name), (_channel, { storage }) => {
    const queries: Query[] = [];
    return use(openStore(recordQueries(storage, queries), "stored", max), queries, storage.sql);
  });
  await evict(name);
  return result;
}

/** `storage` with its statements recorded in `queries`. */
function recordQueries(storage: DurableObjectStorage, queries: Query[]): DurableObjectStorage {
  const exec: SqlStorage["exec"] = (sql, ...bindings) => {
    const cursor = storage.sql.exec(sql, ...bindings);
    queries.push({ sql, bindings, cursor });
    return cursor as never;
  };
  const { kv } = storage;
  const transactionSync: DurableObjectStorage["transactionSync"] = (closure) => storage.transactionSync(closure);
  const setAlarm: DurableObjectStorage["setAlarm"] = (time) => storage.setAlarm(time);
  const getAlarm: DurableObjectStorage["getAlarm"] = () => storage.getAlarm();
  return { kv, sql: { exec }, transactionSync, setAlarm, getAlarm } as unknown as DurableObjectStorage;
}
