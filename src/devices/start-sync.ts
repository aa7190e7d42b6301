/** Starts what keeps linked devices the same, and loads it, if this device is linked. */
import { deviceKey } from "./device-key";

/** Whether this browser can encrypt here: pages without https cannot. */
export const canSync = (): boolean => "subtle" in crypto && "locks" in navigator;

export async function startSync(): Promise<void> {
  if (deviceKey() === undefined || !canSync()) return;
  const { syncDevices } = await import("./sync-devices");
  syncDevices();
}
