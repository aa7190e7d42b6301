/** The dialog with the keyboard shortcuts. A native dialog can open over the drawer, and returns the focus. */
import X from "lucide/dist/esm/icons/x.mjs";
import { For, onMount } from "solid-js";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import { isApple } from "./keys";
import "./KeyMap.css";

const words = strings.keyMap;

export function KeyMap(props: { close: () => void }) {
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape closes it by keyboard
    <dialog
      ref={dialog}
      class="key-map"
      aria-labelledby="key-map-title"
      onClose={() => props.close()}
      onClick={({ target }) => target === dialog && dialog.close()}
    >
      <form method="dialog" class="key-map-form">
        <h2 id="key-map-title" class="key-map-title">
          {words.title}
        </h2>
        <button class="icon-button key-map-close" aria-label={words.close}>
          <Icon of={X} size={18} />
        </button>
        <For each={words.groups}>
          {(group) => (
            <section class="keys">
              <h3>{group.title}</h3>
              <dl>
                <For each={group.keys}>
                  {([keys, what]) => (
                    <div class="key-line">
                      <dt>{what}</dt>
                      <dd>
                        <For each={keys}>{(key) => <kbd>{isApple() ? key.replace("Ctrl+", "⌘") : key}</kbd>}</For>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </form>
    </dialog>
  );
}
