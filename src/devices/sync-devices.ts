/**
 * Keeps the list of channels and what is read in them the same on a person's linked devices (W23). The server stores them encrypted,
 * with a key that it does not have. Loaded only if a device is linked.
 */
import { keepLastRead, lastRead } from "~/channel/read-state";
import { parseVisited, type Visited } from "~/sidebar/visited";
import { stored, STORAGE_KEYS } from "~/ui/stored";
import { fromBase64Url, toBase64Url } from "./base64url";
import { deviceKey } from "./device-key";
import { areEqual, type DeviceState, mergeStates, parseState } from "./device-state";

const EVERY = 60_000; // ms, while this page is visible and its browser has something new
const LOOK_EVERY = 5 * 60_000; // ms, while it has not
/** ms: meanwhile the other tabs wait. */
const ANSWER_WITHIN = 20_000;
const TRIES = 3;
const IV_LENGTH = 12; // bytes

const visited = stored(STORAGE_KEYS.visited, parseVisited);
/** What both sides had when they were last the same, and with which key. */
const synced = stored(STORAGE_KEYS.deviceState, (value) => {
  const { slot, state } = Object(value) as Record<string, unknown>;
  return { slot: String(slot), state: parseState(state) };
});

let isSyncing = false;
let syncedAt = -Infinity;

/** Begins, once in a page's life. */
export function syncDevices(): void {
  if (isSyncing) return;
  isSyncing = true;
  const sync = () => void navigator.locks.request("edgewise:devices", syncOnce).catch(() => undefined); // offline: the next one tries again
  const syncIfDue = () => {
    const isDue = performance.now() - syncedAt > LOOK_EVERY || !areEqual(synced.read().state, ownState());
    if (document.visibilityState === "visible" && navigator.onLine && isDue) sync();
  };
  document.addEventListener("visibilitychange", sync); // also when it is hidden: another device may be next
  window.addEventListener("online", sync);
  setInterval(syncIfDue, EVERY);
  sync();
}

/** One exchange with the server, and another one if a second device was faster. */
async function syncOnce(): Promise<void> {
  const key = deviceKey();
  if (key === undefined) return;
  const slot = await slotOf(key);
  const last = synced.read();
  const base = last.slot === slot ? last.state : [];
  for (let tries = 0; tries < TRIES; tries++) {
    const { version, state } = await load(slot, key);
    const own = ownState();
    const merged = mergeStates(state ? base : [], own, state ?? []); // where nothing is stored any more, nothing was removed
    if (!areEqual(merged, state ?? []) && !(await save(slot, key, version, merged))) continue;
    keepState(mergeStates(own, ownState(), merged)); // it may have changed meanwhile
    synced.write({ slot, state: merged });
    syncedAt = performance.now();
    return;
  }
}

function ownState(): DeviceState {
  return parseState(visited.read().map((channel) => ({ ...channel, read: lastRead(channel.name) })));
}

function keepState(state: DeviceState): void {
  const before = ownState();
  if (areEqual(before, state)) return;
  const marks = new Map(before.map(({ name, read }) => [name, read]));
  for (const { name, read } of state)
    if (read && (read.epoch !== marks.get(name)?.epoch || read.id > marks.get(name)!.id)) {
      keepLastRead(name, read);
      tell(STORAGE_KEYS.readMark + name);
    }
  visited.write(state.map(({ name, at, pinned }): Visited => ({ name, at, pinned })));
  tell(STORAGE_KEYS.visited); // last: what is unread in a new channel counts from its mark
}

/** What another device has changed is to this page as if another tab had. */
function tell(key: string): void {
  window.dispatchEvent(new StorageEvent("storage", { key }));
}

/** Without a state if nothing is stored, or nothing that can be read. */
async function load(slot: string, key: string): Promise<{ version: number; state: DeviceState | undefined }> {
  const response = await fetch(`/api/devices/${slot}`, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
  if (!response.ok) throw new Error(`devices: ${response.status}`);
  const { version, data } = (await response.json()) as { version: number; data: string };
  return { version, state: await decrypt(data, key).catch(() => undefined) };
}

/** Whether it is stored. It is not if another device has stored something since this `version`. */
async function save(slot: string, key: string, version: number, state: DeviceState): Promise<boolean> {
  const body = JSON.stringify({ version, data: await encrypt(state, key) });
  const response = await fetch(`/api/devices/${slot}`, {
    method: "PUT",
    body,
    keepalive: true,
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  });
  if (!response.ok) throw new Error(`devices: ${response.status}`);
  return response.status === 204;
}

/** The name under which the server keeps what is encrypted with a key: 96 bits of the key's SHA-256 in base64url. */
async function slotOf(key: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", fromBase64Url(key));
  return toBase64Url(new Uint8Array(hash).slice(0, 12));
}

/** AES-GCM; the random IV comes first. */
async function encrypt(state: DeviceState, key: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
  const text = new TextEncoder().encode(JSON.stringify(state));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await imported(key), text);
  return toBase64Url(Uint8Array.from([...iv, ...new Uint8Array(sealed)]));
}

async function decrypt(data: string, key: string): Promise<DeviceState> {
  const bytes = fromBase64Url(data);
  const algorithm = { name: "AES-GCM", iv: bytes.slice(0, IV_LENGTH) };
  const text = await crypto.subtle.decrypt(algorithm, await imported(key), bytes.slice(IV_LENGTH));
  return parseState(JSON.parse(new TextDecoder().decode(text)));
}

function imported(key: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", fromBase64Url(key), "AES-GCM", false, ["encrypt", "decrypt"]);
}
