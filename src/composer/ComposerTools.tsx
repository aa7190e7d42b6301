/** The composer's small buttons: voice messages, files, the emoji picker, and the keyboard shortcuts. */
import Smile from "lucide/dist/esm/icons/face-slightly-smiling.mjs";
import Keyboard from "lucide/dist/esm/icons/keyboard.mjs";
import { createSignal, Show } from "solid-js";
import { Icon } from "~/ui/Icon";
import { LoadFailed } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";
import { strings } from "~/strings/current";

const EmojiPicker = onDemand(
  import.meta.env.SSR || (() => import("~/emoji/EmojiPicker").then((module) => module.EmojiPicker)),
  LoadFailed,
);

const FileTools = onDemand(import.meta.env.SSR || (() => import("./FileTools").then((module) => module.FileTools)));

const words = () => strings().composer;

interface ComposerToolsProps {
  insert: (emoji: string) => void;
  focusBox: () => void;
  openKeyMap: () => void;
}

export function ComposerTools(props: ComposerToolsProps) {
  const [isPicking, setPicking] = createSignal(false);
  let pickerButton!: HTMLButtonElement;
  return (
    <>
      <FileTools focusBox={props.focusBox} />
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
