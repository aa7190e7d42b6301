/** The keyboard map, in a dialog. */
import { Dialog } from "@kobalte/core/dialog";
import X from "lucide/dist/esm/icons/x.mjs";
import { For } from "solid-js";
import { strings } from "~/strings";
import { Icon } from "./Icon";
import { isApple } from "./keys";
import "./KeyMap.css";

const words = strings.keyMap;

export function KeyMap(props: { close: () => void }) {
  const before = document.activeElement;
  const back = (event: Event) => {
    event.preventDefault();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  return (
    <Dialog open onOpenChange={(open) => open || props.close()}>
      <Dialog.Portal>
        <Dialog.Overlay class="dialog-veil" />
        <Dialog.Content class="dialog" onCloseAutoFocus={back}>
          <Dialog.Title as="h2" class="dialog-title">
            {words.title}
          </Dialog.Title>
          <Dialog.CloseButton class="dialog-close" aria-label={words.close}>
            <Icon of={X} size={18} />
          </Dialog.CloseButton>
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
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  );
}
