/** Uploads the files of the messages that were written in this tab, one after another, and again until the channel has answered. */
import { makeEventListener } from "@solid-primitives/event-listener";
import { createEffect, createMemo, onCleanup, untrack } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import { isUploaded, type UnsentMessage } from "~/channel/unsent-messages";
import { backoff } from "~/socket/backoff";
import { useSocket } from "~/socket/SocketProvider";
import { setProgress } from "./upload-progress";
import { upload } from "./upload";

export function Uploads() {
  const { name: channel, unsent } = useChannel();
  const socket = useSocket();
  const isNext = (entry: UnsentMessage) => entry.tab === unsent.tab && !entry.refusal && !isUploaded(entry);
  const next = createMemo(() => unsent.entries().find(isNext)?.cid);

  const uploadFiles = async ({ cid, files = [] }: UnsentMessage, signal: AbortSignal) => {
    const identity = new URL(socket.href).searchParams.get("identity");
    const ids: string[] = [];
    let before = 0; // bytes of the files that are uploaded
    for (let failures = 0; ids.length < files.length;) {
      const file = files[ids.length]!;
      const onProgress = (sent: number) => setProgress({ cid, sent: before + Math.min(sent, file.blob.size) });
      onProgress(0);
      const answer = await upload({ channel, file, identity, onProgress, signal });
      if (signal.aborted) return;
      if (answer && "id" in answer) {
        ids.push(answer.id);
        before += file.blob.size;
        failures = 0;
      } else if (answer && answer.code !== "rate_limited" && answer.code !== "storage") {
        setProgress(undefined);
        return void unsent.refuse(cid, answer);
      } else {
        setProgress({ cid, sent: before, delay: answer });
        await pause(answer?.retryAfter ?? backoff(failures++), signal);
        if (signal.aborted) return;
      }
    }
    setProgress(undefined);
    unsent.setFileIds(cid, ids);
  };

  createEffect(() => {
    const cid = next();
    const entry = untrack(unsent.entries).find((entry) => entry.cid === cid);
    if (!entry) return;
    const stopped = new AbortController();
    onCleanup(() => stopped.abort());
    void uploadFiles(entry, stopped.signal);
  });
  return null;
}

/** Until the time is over, the browser is online again, or nobody waits for it any more. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ends = [makeEventListener(window, "online", () => end()), makeEventListener(signal, "abort", () => end())];
    const timer = setTimeout(() => end(), ms);
    function end(): void {
      clearTimeout(timer);
      for (const stop of ends) stop();
      resolve();
    }
  });
}
