/** The composer's smaller buttons: the emoji picker, and the keyboard map for who has a keyboard. */
import Smile from "lucide/dist/esm/icons/face-slightly-smiling.mjs";
import Keyboard from "lucide/dist/esm/icons/keyboard.mjs";
import { createSignal, Show } from "solid-js";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import { NotLoaded } from "~/ui/LoadFailed";
import { onDemand } from "~/ui/on-demand";

const EmojiPicker = onDemand(
  import.meta.env.SSR || (() => import("~/emoji/EmojiPicker").then((module) => module.EmojiPicker)),
  NotLoaded,
);

const words = strings.composer;

interface ComposerToolsProps {
  insert: (emoji: string) => void;
  /** Gives the box the focus. */
  toBox: () => void;
  openKeyMap: () => void;
}

export function ComposerTools(props: ComposerToolsProps) {
  const [picking, setPicking] = createSignal(false);
  let picker!: HTMLButtonElement;
  return (
    <>
      <button
        ref={picker}
        type="button"
        class="composer-tool"
        aria-label={words.emoji}
        title={words.emoji}
        aria-haspopup="dialog"
        aria-expanded={picking()}
        onClick={() => setPicking(!picking())}
      >
        <Icon of={Smile} size={20} />
      </button>
      <button
        type="button"
        class="composer-tool composer-keys"
        aria-label={words.keys}
        title={words.keys}
        aria-haspopup="dialog"
        onClick={() => props.openKeyMap()}
      >
        <Icon of={Keyboard} size={20} />
      </button>
      <Show when={picking()}>
        <EmojiPicker
          anchor={picker}
          take={props.insert}
          close={(toFocus) => {
            setPicking(false);
            if (toFocus) props.toBox();
          }}
        />
      </Show>
    </>
  );
}
