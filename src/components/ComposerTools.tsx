/** The composer's smaller buttons: the emoji picker, and the keyboard map for who has a keyboard. */
import Smile from "lucide-solid/icons/face-slightly-smiling";
import Keyboard from "lucide-solid/icons/keyboard";
import { createSignal, Show } from "solid-js";
import { strings } from "~/strings";
import { onDemand } from "./on-demand";

const EmojiPicker = onDemand(import.meta.env.SSR || (() => import("./EmojiPicker").then((module) => module.EmojiPicker)));

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
        <Smile size={20} aria-hidden="true" />
      </button>
      <button
        type="button"
        class="composer-tool composer-keys"
        aria-label={words.keys}
        title={words.keys}
        aria-haspopup="dialog"
        onClick={() => props.openKeyMap()}
      >
        <Keyboard size={20} aria-hidden="true" />
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
