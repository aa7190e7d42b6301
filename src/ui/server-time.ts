/** The server's time. The clock of this device may be wrong. */
import { createSignal } from "solid-js";

const [ahead, setAhead] = createSignal(0); // ms that the server's clock is ahead of this device's

/** What the server's clock showed when this device's showed `at` (both Unix ms), by default now. A signal. */
export function serverTime(at = Date.now()): number {
  return at + ahead();
}

export function setServerTime(now: number): void {
  setAhead(now - Date.now());
}
