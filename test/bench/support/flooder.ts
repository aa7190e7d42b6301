/** A peer that writes more than the connection takes. It has its own thread, so that it does not slow down the others. */
import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
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

export class Flooder implements AsyncDisposable {
  #thread: Worker;

  private constructor(thread: Worker) {
    this.#thread = thread;
  }

  /** Resolves once it is connected. */
  static async join(task: Task): Promise<Flooder> {
    const thread = new Worker(new URL(import.meta.url), { workerData: task });
    await once(thread, "message");
    return new Flooder(thread);
  }

  begin(): void {
    this.#thread.postMessage("begin");
  }

  async stop(): Promise<Flood> {
    this.#thread.postMessage("stop");
    const [flood] = (await once(this.#thread, "message")) as [Flood];
    return flood;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread.terminate();
  }
}

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
