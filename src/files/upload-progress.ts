/** How far this tab's current upload is. */
import { createSignal } from "solid-js";
import type { Refusal } from "~/shared/protocol";

interface UploadProgress {
  /** Of the message whose files are uploaded. */
  cid: string;
  /** Bytes, of all its files. */
  sent: number;
  /** Why it waits. */
  delay?: Refusal | undefined;
}

const [progress, setProgress] = createSignal<UploadProgress>();

export { setProgress };

export function uploadOf(cid: string): UploadProgress | undefined {
  return progress()?.cid === cid ? progress() : undefined;
}
