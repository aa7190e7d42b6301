/** Uploads one file (W37). By XMLHttpRequest, because `fetch` does not tell how much was sent. */
import type { UnsentFile } from "~/channel/unsent-messages";
import { pathOf } from "~/shared/channel-name";
import type { Refusal, StoredFile } from "~/shared/protocol";

interface Upload {
  channel: string;
  file: UnsentFile;
  /** Of a page whose browser refuses cookies (W17). */
  identity: string | null;
  /** Bytes. */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

/** Returns the file's id or, if it is refused, why. Undefined if no answer came. */
export function upload({ channel, file, identity, onProgress, signal }: Upload): Promise<{ id: string } | Refusal | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const query = identity === null ? "" : `?${new URLSearchParams({ identity })}`;
    request.open("POST", `/api/files${pathOf(channel)}${query}`);
    const said = { "X-Name": file.name, "X-Alt": file.alt, "X-Preview": file.preview };
    for (const [name, value] of Object.entries(said)) request.setRequestHeader(name, encodeURIComponent(value.toWellFormed()));
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("loadend", () => resolve(answerOf(request)));
    signal.addEventListener("abort", () => request.abort());
    request.send(file.blob);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): StoredFile | Refusal | undefined {
  try {
    const answer = JSON.parse(responseText) as StoredFile | Refusal;
    return status === 201 || "code" in answer ? answer : undefined;
  } catch {
    return undefined; // not from the Worker, or not complete
  }
}
