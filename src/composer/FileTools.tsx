/** The composer's buttons for a voice message, in browsers that can record one, and for files. */
import Mic from "lucide/dist/esm/icons/mic.mjs";
import Paperclip from "lucide/dist/esm/icons/paperclip.mjs";
import { createSignal, Show } from "solid-js";
import { onDemandStrings } from "~/strings/current";
import { Icon } from "~/ui/Icon";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { useComposer } from "./ComposerProvider";

const VoiceRecorder = onDemand(() => import("./VoiceRecorder").then((module) => module.VoiceRecorder), LoadFailed);

const canRecord = () => "MediaRecorder" in window && navigator.mediaDevices !== undefined; // missing on pages without https

export function FileTools(props: { focusBox: () => void }) {
  const composer = useComposer();
  const [isRecording, setRecording] = createSignal(false);
  let input!: HTMLInputElement;

  const choose = () => {
    composer.pick(input.files!);
    input.value = ""; // or the same file could not be chosen again
    props.focusBox();
  };
  const button = (label: string, icon: typeof Mic, onClick: () => void) => (
    <button type="button" class="composer-tool" aria-label={label} title={label} onClick={onClick}>
      <Icon of={icon} size={20} />
    </button>
  );

  return (
    <>
      <Show when={canRecord()}>{button(onDemandStrings().voice.record, Mic, () => setRecording(true))}</Show>
      {button(onDemandStrings().attachments.choose, Paperclip, () => input.click())}
      <input ref={input} type="file" multiple hidden onChange={choose} />
      <Show when={isRecording()}>
        <VoiceRecorder
          close={() => {
            setRecording(false);
            props.focusBox();
          }}
        />
      </Show>
    </>
  );
}
