/** The last message that was read in a channel in this browser: one line of storage a channel, which all tabs share. */

export interface LastRead {
  /** Of the channel's history: another epoch is another history. */
  epoch: string;
  /** Of the message. */
  id: number;
}

/** Absent where nothing was read yet, or there is no storage. */
export function lastRead(channel: string): LastRead | undefined {
  try {
    const { epoch, id } = JSON.parse(localStorage.getItem(keyOf(channel)) ?? "{}") as Partial<LastRead>;
    return typeof epoch === "string" && Number.isSafeInteger(id) ? { epoch, id: id! } : undefined;
  } catch {
    return undefined; // forbidden, or something else's
  }
}

/** Never takes back what was read already, in another tab too. */
export function keepLastRead(channel: string, read: LastRead): void {
  const before = lastRead(channel);
  if (before?.epoch === read.epoch && before.id >= read.id) return;
  try {
    localStorage.setItem(keyOf(channel), JSON.stringify(read));
  } catch {
    // forbidden or full: next time more counts as new than is
  }
}

function keyOf(channel: string): string {
  return `edgewise:read:${channel}`;
}
