/** Somebody who uploads files, some at once, again and again. It has its own thread, so that it does not slow down who measures. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { HelperThread } from "./helper-thread.ts";

/** What the thread is given. */
interface Task {
  /** Where files are posted to. */
  url: string;
  /** Of who may upload there. */
  cookie: string;
  /** Bytes of a file. */
  size: number;
  atOnce: number;
  /** ms from an upload's end to the next ones. */
  between: number;
}

/** Resolves once a file is uploaded, so that all code is loaded. What comes of it is how long each upload took (ms). */
export const startUploader = (task: Task) => HelperThread.start<Task, number[]>(import.meta.url, task);

if (!isMainThread) await uploadWhenTold(workerData as Task);

async function uploadWhenTold(task: Task): Promise<void> {
  const body = randomBytes(task.size);
  await upload(task, body);
  parentPort!.postMessage("ready");
  for (;;) {
    await once(parentPort!, "message");
    const times: number[] = [];
    const told = { toPause: false };
    parentPort!.once("message", () => (told.toPause = true));
    while (!told.toPause) {
      times.push(...(await Promise.all(Array.from({ length: task.atOnce }, () => upload(task, body)))));
      await wait(task.between);
    }
    parentPort!.postMessage(times);
  }
}

async function upload({ url, cookie }: Task, body: Buffer<ArrayBuffer>): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: "POST",
    body,
    headers: { cookie, "X-Name": "picture.bin" },
  });
  if (response.status !== 201) throw new Error(`the upload was answered with ${response.status}: ${await response.text()}`);
  await response.body?.cancel();
  return performance.now() - startedAt;
}
