/** The files of the channel's messages (W37), which the object beside it stores: names them there, and tells it what became of them. */
import type { StoredFile } from "../../src/shared/protocol";
import type { Files } from "../files/Files";
import { logError } from "../log";
import { Rejection } from "../Rejection";
import type { FileChanges } from "../storage/file-changes";

export class ChannelFiles {
  #store: () => DurableObjectStub<Files>;
  #changes: FileChanges;
  #isTelling = false;

  /** `store` is called only if there are files. */
  constructor(store: () => DurableObjectStub<Files>, changes: FileChanges) {
    this.#store = store;
    this.#changes = changes;
    changes.onAdded = () => void this.tell();
  }

  /** The states of the files that the user's message `cid` names. Rejects with a rejection if it may not. */
  async name(user: string, cid: string, ids: readonly string[]): Promise<StoredFile[]> {
    const named = await this.#store().claim(user, cid, ids);
    if ("refusal" in named) throw new Rejection(named.refusal.code, named.refusal.reason);
    return named;
  }

  /** The user's message `cid` does not have these files: it was not stored, or it is a repeat of one with others. */
  release(user: string, cid: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    this.#store()
      .release(user, cid, ids)
      .catch((error: unknown) => logError("files", error));
  }

  /** Tells what has happened to files. What could not be told, the alarm tells again. */
  async tell(): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      await Promise.resolve(); // after the transaction that has changed them
      for (let changes = this.#changes.next(); changes.length > 0; changes = this.#changes.next()) {
        await this.#store().apply(changes);
        this.#changes.remove(changes);
      }
    } catch (error) {
      logError("files", error);
    } finally {
      this.#isTelling = false;
    }
  }
}
