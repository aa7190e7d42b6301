/**
 * The Durable Object that keeps what the linked devices of one person have in common (W23): the channels that they visit, and what they
 * have read. It is encrypted with a key that only the devices have. A person without linked devices has no such object.
 */
import { DurableObject } from "cloudflare:workers";
import { Alarm } from "../Alarm";
import type { Env } from "../env";

const KEPT_FOR = 180 * 86_400_000; // ms after the last change, as long as an identity cookie lasts

export interface DeviceData {
  /** The number of changes until now. */
  version: number;
  /** Base64url; "" if nothing was stored yet. */
  data: string;
}

export class Devices extends DurableObject<Env> {
  #alarm = new Alarm(this.ctx.storage);

  /** RPC */
  read(): DeviceData {
    const { version = 0, data = "" } = this.#stored() ?? {};
    return { version, data };
  }

  /** RPC: stores `data` if nothing was stored since `version`. Returns the latest version, and whether it is this one. */
  async write(version: number, data: string): Promise<DeviceData & { isStored: boolean }> {
    const latest = this.read();
    if (latest.version !== version) return { ...latest, isStored: false };
    const next = { version: version + 1, data, at: Date.now() };
    this.ctx.storage.kv.put("devices", next);
    await this.#alarm.ringBy(next.at + KEPT_FOR);
    return { version: next.version, data, isStored: true };
  }

  /** Deletes what no device has changed for so long. */
  override async alarm(): Promise<void> {
    this.#alarm.rang();
    const stored = this.#stored();
    if (stored && stored.at + KEPT_FOR > Date.now()) await this.#alarm.ringBy(stored.at + KEPT_FOR);
    else await this.ctx.storage.deleteAll();
  }

  #stored() {
    return this.ctx.storage.kv.get<DeviceData & { at: number }>("devices");
  }
}
