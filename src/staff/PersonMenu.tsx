/** The menu of one person in the panel. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import Ellipsis from "lucide/dist/esm/icons/ellipsis.mjs";
import { For, Show } from "solid-js";
import { staffStrings } from "~/strings/staff-strings";
import { Icon } from "~/ui/Icon";

export interface PersonAct {
  label: string;
  run: () => void;
}

/** Without acts there is no menu. */
export function PersonMenu(props: { name: string; acts: readonly PersonAct[] }) {
  let trigger!: HTMLButtonElement;
  return (
    <Show when={props.acts.length > 0}>
      <DropdownMenu placement="bottom-end" gutter={4} overflowPadding={8} modal={false}>
        <DropdownMenu.Trigger ref={trigger} class="icon-button" aria-label={staffStrings().people.actionsFor(props.name)}>
          <Icon of={Ellipsis} size={18} />
        </DropdownMenu.Trigger>
        {/* In the dialog: the browser shows nothing else above it */}
        <DropdownMenu.Portal mount={trigger.closest("dialog")!}>
          <DropdownMenu.Content class="menu">
            <For each={props.acts}>
              {({ label, run }) => (
                <DropdownMenu.Item class="menu-item" onSelect={run}>
                  {label}
                </DropdownMenu.Item>
              )}
            </For>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu>
    </Show>
  );
}
