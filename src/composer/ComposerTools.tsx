/** The composer's small buttons: voice messages, files, the emoji picker, and the keyboard shortcuts. */
import Smile from "lucide/dist/esm/icons/face-slightly-smiling.mjs";
import Keyboard from "lucide/dist/esm/icons/keyboard.mjs";
import Paperclip from "lucide/dist/esm/icons/paperclip.mjs";
import { createSignal, Show } from "solid-js";
import { Icon } from "~/ui/Icon";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { strings } from "~/strings/current";
import { useComposer } from "./ComposerProvider";

const EmojiPicker = onDemand(
  import.meta.env.SSR || (() => import("~/emoji/EmojiPicker").then((module) => module.EmojiPicker)),
  LoadFailed,
);

const VoiceButton = onDemand(import.meta.env.SSR || (() => import("./VoiceButton").then((module) => module.VoiceButton)));

const words = () => strings().composer;

interface ComposerToolsProps {
  insert: (emoji: string) => void;
  focusBox: () => void;
  openKeyMap: () => void;
}

export function ComposerTools(props: ComposerToolsProps) {
  const [isPicking, setPicking] = createSignal(false);
  const composer = useComposer();
  let pickerButton!: HTMLButtonElement;
  let input!: HTMLInputElement;
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={() => {
          composer.pick(input.files!);
          input.value = ""; // or the same file could not be chosen again
        }}
      />
      <VoiceButton focusBox={props.focusBox} />
      <button
        type="button"
        class="composer-tool"
        aria-label={words().attach}
        title={words().attach}
        onClick={() => input.click()}
      >
        <Icon of={Paperclip} size={20} />
      </button>
      <button
        ref={pickerButton}
        type="button"
        class="composer-tool"
        aria-label={words().emoji}
        title={words().emoji}
        aria-haspopup="dialog"
        aria-expanded={isPicking()}
        onClick={() => setPicking(!isPicking())}
      >
        <Icon of={Smile} size={20} />
      </button>
      <button
        type="button"
        class="composer-tool composer-keys"
        aria-label={words().keys}
        title={words().keys}
        aria-haspopup="dialog"
        onClick={() => props.openKeyMap()}
      >
        <Icon of={Keyboard} size={20} />
      </button>
      <Show when={isPicking()}>
        <EmojiPicker
          anchor={pickerButton}
          onSelect={props.insert}
          close={(returnFocus) => {
            setPicking(false);
            if (returnFocus) props.focusBox();
          }}
        />
      </Show>
    </>
  );
}
