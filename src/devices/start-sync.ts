/** Starts what keeps linked devices the same, and loads it, if this device is linked. */
import { deviceKey } from "./device-key";

/** Whether this browser has what the sync needs: encryption, which pages without https have not, and locks between tabs. */
export const canSync = (): boolean => "subtle" in crypto && "locks" in navigator;

export async function startSync(): Promise<void> {
  if (deviceKey() === undefined || !canSync()) return;
  const { syncDevices } = await import("./sync-devices");
  syncDevices();
}
