/** Records a voice message, in place of the text box: shows the time, and attaches the recording or drops it. */
import { createSignal, onCleanup, onMount } from "solid-js";
import { onDemandStrings } from "~/strings/current";
import { useComposer } from "./ComposerProvider";
import "./VoiceRecorder.css";

const words = () => onDemandStrings().voice;

/** Each with the ending of its name. Safari records MP4, the others WebM. */
const TYPES = { "audio/webm": "webm", "audio/mp4": "m4a" } as const;
const BIT_RATE = 32_000; // bits per second: half an hour is less than the limit of a file
const MAX_SECONDS = 30 * 60;

export function VoiceRecorder(props: { close: () => void }) {
  const composer = useComposer();
  const [seconds, setSeconds] = createSignal(0);
  const parts: Blob[] = [];
  let recorder: MediaRecorder | undefined;
  let stream: MediaStream | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isOver = false;
  let attachButton!: HTMLButtonElement;

  const attach = () => {
    if (recorder?.state !== "recording") return;
    recorder.addEventListener("stop", () => {
      const type = recorder!.mimeType.split(";")[0] as keyof typeof TYPES;
      composer.pick([new File(parts, `${words().name}.${TYPES[type] ?? "webm"}`, { type })]);
      props.close();
    });
    recorder.stop();
  };
  const stop = () => {
    isOver = true;
    clearInterval(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  onCleanup(stop);

  onMount(async () => {
    attachButton.focus();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (isOver) return stop();
      const mimeType = Object.keys(TYPES).find((type) => MediaRecorder.isTypeSupported(type));
      recorder = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: BIT_RATE });
      recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
      recorder.start();
      const startedAt = Date.now();
      timer = setInterval(() => {
        setSeconds(Math.floor((Date.now() - startedAt) / 1_000));
        if (seconds() >= MAX_SECONDS) attach();
      }, 200);
    } catch {
      if (isOver) return;
      composer.setProblem(words().refused);
      props.close();
    }
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons have the focus
    <div
      class="voice-recorder"
      role="group"
      aria-label={words().recording}
      onKeyDown={({ key }) => key === "Escape" && props.close()}
    >
      <button type="button" class="voice-button" onClick={() => props.close()}>
        {words().cancel}
      </button>
      <span class="voice-time" role="timer" aria-label={words().recording}>
        {minutesAndSeconds(seconds())}
      </span>
      <button ref={attachButton} type="button" class="voice-button primary" onClick={attach}>
        {words().attach}
      </button>
    </div>
  );
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
