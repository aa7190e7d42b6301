/** Peers that stopped pinging because their network was lost without a close (W15), and the alarm by which they are found. */
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import { PING_TIMEOUT } from "../../src/shared/protocol";
import { type ClosablePeer, connectionOf, peerOf } from "../peer";

/** Otherwise many hidden tabs, which ping once a minute, would need many alarms. */
const MIN_ALARM_INTERVAL = 10_000; // ms
/** The alarm comes this much after the first peer can be silent for too long, so that one alarm checks all that pinged at about that time. */
const ALARM_DELAY = 5_000; // ms

export class SilentPeers {
  #ctx: DurableObjectState;
  #close: (peer: ClosablePeer, reason: string) => void;
  /** Resolves when an alarm is set. Undefined if there may be none: after a wake, and when the alarm has run. */
  #alarm: Promise<void> | undefined;

  constructor(ctx: DurableObjectState, close: (peer: ClosablePeer, reason: string) => void) {
    this.#ctx = ctx;
    this.#close = close;
  }

  /** Closes the peers of `user`, or all, that have not pinged for `maxSilence` ms. A peer that never pinged may be a program that never does. */
  close(maxSilence: number, user?: string): void {
    const now = Date.now();
    for (const socket of this.#ctx.getWebSockets()) {
      if (user !== undefined && connectionOf(socket).identity.user !== user) continue;
      if (now - (this.#pingedAt(socket) ?? now) >= maxSilence)
        this.#close(peerOf(socket), CLOSE_REASONS.silent(maxSilence / 1_000));
    }
  }

  /** Sets the alarm for the next check. Keeps one that is set already: it is the same alarm, or retention's, which is earlier. */
  async setAlarm(): Promise<void> {
    this.#alarm ??= this.#setAlarm();
    try {
      await this.#alarm;
    } catch (error) {
      this.#alarm = undefined; // the next call tries again
      throw error;
    }
  }

  onAlarm(): void {
    this.#alarm = undefined;
    this.close(PING_TIMEOUT);
  }

  async #setAlarm(): Promise<void> {
    const { storage } = this.#ctx;
    if ((await storage.getAlarm()) !== null) return;
    const open = this.#ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
    await storage.setAlarm(nextCheck(open.map((socket) => this.#pingedAt(socket)), Date.now())); // prettier-ignore
  }

  /** The runtime remembers it through hibernation. */
  #pingedAt(socket: WebSocket): number | undefined {
    return this.#ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime();
  }
}

/** When to check next, by the times of the peers' last pings (Unix ms). A silent peer is found at most 80 s after its last ping. */
export function nextCheck(pingedAt: readonly (number | undefined)[], now: number): number {
  const earliest = pingedAt.reduce<number>((earliest, at = now) => Math.min(earliest, at), now);
  return Math.max(now + MIN_ALARM_INTERVAL, earliest + PING_TIMEOUT + ALARM_DELAY);
}
