/** The dialog with the keyboard shortcuts. A native dialog can open over the drawer, and returns the focus. */
import X from "lucide/dist/esm/icons/x.mjs";
import { For } from "solid-js";
import { keyMap as words } from "~/strings-on-demand";
import { Icon } from "~/ui/Icon";
import { ModalDialog } from "~/ui/ModalDialog";
import { isApple } from "./key-press";
import "./KeyMap.css";

export function KeyMap(props: { close: () => void }) {
  return (
    <ModalDialog class="key-map" title={words.title} close={props.close}>
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
    </ModalDialog>
  );
}
