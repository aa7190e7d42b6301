/** The button that records a voice message, in browsers that can. */
import Mic from "lucide/dist/esm/icons/mic.mjs";
import { createSignal, Show } from "solid-js";
import { onDemandStrings } from "~/strings/current";
import { Icon } from "~/ui/Icon";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";

const VoiceRecorder = onDemand(() => import("./VoiceRecorder").then((module) => module.VoiceRecorder), LoadFailed);

const canRecord = () => "MediaRecorder" in window && navigator.mediaDevices !== undefined; // missing on pages without https

export function VoiceButton(props: { focusBox: () => void }) {
  const [isRecording, setRecording] = createSignal(false);
  return (
    <Show when={canRecord()}>
      <button
        type="button"
        class="composer-tool"
        aria-label={onDemandStrings().voice.record}
        title={onDemandStrings().voice.record}
        onClick={() => setRecording(true)}
      >
        <Icon of={Mic} size={20} />
      </button>
      <Show when={isRecording()}>
        <VoiceRecorder
          close={() => {
            setRecording(false);
            props.focusBox();
          }}
        />
      </Show>
    </Show>
  );
}
