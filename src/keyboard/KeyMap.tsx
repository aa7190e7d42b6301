/** The dialog with the keyboard shortcuts. A native dialog can open over the drawer, and returns the focus. */
import X from "lucide/dist/esm/icons/x.mjs";
import { For } from "solid-js";
import { Icon } from "~/ui/Icon";
import { ModalDialog } from "~/ui/ModalDialog";
import { onDemandStrings } from "~/strings/current";
import { isApple } from "./key-press";
import "./KeyMap.css";

const words = () => onDemandStrings().keyMap;

/** The keys of each group's actions, in the order of the dictionary, which has the names of those in lower case. */
const KEYS: readonly (readonly string[][])[] = [
  [["enter"], ["ctrl+enter"], ["shift+enter"], ["↑"], ["esc"], ["@"], [":"]],
  [["↑", "↓"], ["R"], ["+"], ["E"], ["C"], ["L"], ["delete", "backspace"], ["ctrl+Z"], ["enter"], ["esc"]],
  [["ctrl+K"], ["ctrl+F"], ["?"]],
];

export function KeyMap(props: { close: () => void }) {
  return (
    <ModalDialog class="key-map" title={words().title} close={props.close}>
      <button class="icon-button key-map-close" aria-label={words().close}>
        <Icon of={X} size={18} />
      </button>
      <For each={words().groups}>
        {(group, index) => (
          <section class="keys">
            <h3>{group.title}</h3>
            <dl>
              <For each={group.actions}>
                {(action, line) => (
                  <div class="key-line">
                    <dt>{action}</dt>
                    <dd>
                      <For each={KEYS[index()]![line()]}>{(key) => <kbd>{labelOf(key)}</kbd>}</For>
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

function labelOf(key: string): string {
  const names: Record<string, string> = words().keys;
  const parts = key === "+" ? [key] : key.split("+").map((part) => names[part] ?? part);
  return isApple() && key.startsWith("ctrl+") ? `⌘${parts[1]}` : parts.join("+");
}
