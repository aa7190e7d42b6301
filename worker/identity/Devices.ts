/**
 * The Durable Object that keeps what the linked devices of one person have in common (W23): the channels that they visit, and what they
 * have read. It is encrypted with a key that only the devices have. A person without linked devices has no such object.
 */
import { DurableObject } from "cloudflare:workers";
import { Alarm } from "../Alarm";
import type { Env } from "../env";

const KEPT_FOR = 180 * 86_400_000; // ms after the last change, as long as an identity cookie lasts
/** Of a person who has linked devices more than once, without a link between them. The oldest is replaced. */
const MAX_SLOTS = 3;

export interface DeviceData {
  /** The number of changes until now. */
  version: number;
  /** Base64url; "" if nothing was stored yet. */
  data: string;
}

interface Stored extends DeviceData {
  /** Unix ms */
  at: number;
}

export class Devices extends DurableObject<Env> {
  #alarm = new Alarm(this.ctx.storage);

  /** RPC: what is stored under a key's name. */
  read(slot: string): DeviceData {
    const { version = 0, data = "" } = this.ctx.storage.kv.get<Stored>(slot) ?? {};
    return { version, data };
  }

  /** RPC: stores `data` if nothing was stored there since `version`. Returns the latest version, and whether it is this one. */
  async write(slot: string, version: number, data: string): Promise<DeviceData & { isStored: boolean }> {
    const latest = this.read(slot);
    if (latest.version !== version) return { ...latest, isStored: false };
    const next = { version: version + 1, data, at: Date.now() };
    const [oldest, ...others] = this.#slots().filter(([other]) => other !== slot);
    if (oldest && others.length >= MAX_SLOTS - 1) this.ctx.storage.kv.delete(oldest[0]);
    this.ctx.storage.kv.put(slot, next);
    await this.#alarm.ringBy(next.at + KEPT_FOR);
    return { version: next.version, data, isStored: true };
  }

  /** Deletes what no device has changed for so long. */
  override async alarm(): Promise<void> {
    this.#alarm.rang();
    const now = Date.now();
    for (const [slot, { at }] of this.#slots()) if (at + KEPT_FOR <= now) this.ctx.storage.kv.delete(slot);
    const [oldest] = this.#slots();
    if (oldest) await this.#alarm.ringBy(oldest[1].at + KEPT_FOR);
    else await this.ctx.storage.deleteAll();
  }

  /** The one that was not changed for longest first. */
  #slots(): [slot: string, stored: Stored][] {
    return Array.from(this.ctx.storage.kv.list<Stored>()).sort(([, one], [, other]) => one.at - other.at);
  }
}
