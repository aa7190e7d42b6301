/** Peers that stopped pinging because their network was lost without a close (W15), and the alarm by which they are found. */
import { CLOSE_REASONS } from "../../src/shared/refusal-messages";
import { PING_TIMEOUT } from "../../src/shared/protocol";
import { type ClosablePeer, connectionOf, peerOf } from "../peer";
import type { Alarm } from "../Alarm";

/** Otherwise many hidden tabs, which ping once a minute, would need many alarms. */
const MIN_ALARM_INTERVAL = 10_000; // ms
/** The alarm comes this much after the first peer can be silent for too long, so that one alarm checks all that pinged at about that time. */
const ALARM_DELAY = 5_000; // ms

export class SilentPeers {
  #ctx: DurableObjectState;
  #alarm: Alarm;
  #close: (peer: ClosablePeer, reason: string) => void;
  /** Whether the alarm is set for the next check. Not known after a wake. */
  #isAlarmSet = false;

  constructor(ctx: DurableObjectState, alarm: Alarm, close: (peer: ClosablePeer, reason: string) => void) {
    this.#ctx = ctx;
    this.#alarm = alarm;
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

  /** Sets the alarm for the next check, unless it is set already. */
  async setAlarm(): Promise<void> {
    if (this.#isAlarmSet) return;
    this.#isAlarmSet = true;
    const open = this.#ctx.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
    this.#isAlarmSet = await this.#alarm.ringBy(nextCheck(open.map((socket) => this.#pingedAt(socket)), Date.now())); // prettier-ignore
  }

  onAlarm(): void {
    this.#isAlarmSet = false;
    this.close(PING_TIMEOUT);
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
