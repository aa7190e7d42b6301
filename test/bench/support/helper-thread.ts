/** A thread that does something while others are measured, so that it does not slow them down: from one word to the next. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** The file of the thread says that it is ready, begins at the first word, ends at the second, and then says what came of it. */
export class HelperThread<Result> implements AsyncDisposable {
  #thread: Worker;

  private constructor(thread: Worker) {
    this.#thread = thread;
  }

  /** Resolves once the thread is ready. `file` is its address, and `task` what it is given. */
  static async start<Task extends object, Result>(file: string, task: Task): Promise<HelperThread<Result>> {
    const thread = new Worker(new URL(file), { workerData: task });
    await once(thread, "message");
    return new HelperThread<Result>(thread);
  }

  begin(): void {
    this.#thread.postMessage("begin");
  }

  async end(): Promise<Result> {
    this.#thread.postMessage("end");
    const [result] = (await once(this.#thread, "message")) as [Result];
    return result;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread.terminate();
  }
}
