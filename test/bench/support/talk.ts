/** People who talk calmly while something else is measured. */
import { setTimeout as wait } from "node:timers/promises";
import type { Crowd } from "./crowd.ts";

/** For so many ms, so many peers of the crowd write once a second, one after the other. */
export async function talk(crowd: Crowd, writers: number, ms: number): Promise<void> {
  const peers = crowd.some(writers);
  for (let turn = 0; turn < (ms * writers) / 1_000; turn++) {
    peers[turn % writers]!.write();
    await wait(1_000 / writers);
  }
}
