/** A peer that writes more than the connection takes. It has its own thread, so that it does not slow down the others. */
import { once } from "node:events";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { HelperThread } from "./helper-thread.ts";
import { Socket } from "./socket.ts";

/** What the thread is given: where to connect to, and frames that it writes over and over. */
interface Task {
  port: number;
  path: string;
  frames: Uint8Array;
  /** How many they are. */
  count: number;
}

/** What came of it. */
export interface Flood {
  /** Frames written. */
  sent: number;
  /** The code of the close that came. */
  closedWith: number | undefined;
}

/** Resolves once it is connected. */
export const startFlooder = (task: Task) => HelperThread.start<Task, Flood>(import.meta.url, task);

if (!isMainThread) await floodWhenTold(workerData as Task);

async function floodWhenTold({ port, path, frames, count }: Task): Promise<void> {
  const socket = await Socket.open(port, path);
  const flood: Flood = { sent: 0, closedWith: undefined };
  let isGoing = true;
  const pour = () =>
    socket.write(Buffer.from(frames), (error) => {
      if (error) return;
      flood.sent += count;
      if (isGoing) pour();
    });
  parentPort!.postMessage("connected");
  await once(parentPort!, "message");
  pour();
  await once(parentPort!, "message");
  isGoing = false;
  parentPort!.postMessage({ ...flood, closedWith: socket.closedWith });
  socket.drop();
}
