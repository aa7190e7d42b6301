/** The menu of one message: quick reactions and all actions. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { createUniqueId, For, Show } from "solid-js";
import type { StaffAct } from "~/staff/staff";
import type { Action } from "./actions";
import { ICONS } from "./action-icons";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import "./MessageMenu.css";

const words = () => onDemandStrings().messageActions;

interface MessageMenuProps {
  actions: Action[];
  /** What staff can do with the message. */
  staffActs: StaffAct[];
  /** Emoji. */
  quickReactions: string[];
  /** When the message was written, and who reacted. */
  details: (string | undefined)[];
  /** The landmark element that contains the menu. */
  mount: HTMLElement;
  /** The rectangle beside which the menu opens. */
  at: DOMRect;
  act: (action: Action) => void;
  react: (emoji: string) => void;
  /** Called when an act of staff is over. */
  finish: () => void;
  close: (returnFocus: boolean) => void;
}

export function MessageMenu(props: MessageMenuProps) {
  const detailsId = createUniqueId();
  let isChosen = false; // an action decides itself where the focus goes
  return (
    <DropdownMenu
      open
      onOpenChange={(open) => open || isChosen || props.close(true)}
      getAnchorRect={() => props.at}
      placement="bottom-end"
      gutter={4}
      overflowPadding={8}
      modal={false}
    >
      <DropdownMenu.Portal mount={props.mount}>
        <DropdownMenu.Content
          class="menu"
          aria-label={words().label}
          aria-describedby={detailsId}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div id={detailsId} class="menu-facts">
            <For each={props.details}>{(detail) => <div dir="auto">{detail}</div>}</For>
          </div>
          <Show when={props.quickReactions.length > 0}>
            <div class="menu-handy" role="group" aria-label={words().react}>
              <For each={props.quickReactions}>
                {(emoji) => (
                  <DropdownMenu.Item
                    class="menu-emoji"
                    aria-label={words().reactWith(emoji)}
                    onSelect={() => {
                      props.react(emoji);
                    }}
                  >
                    {emoji}
                  </DropdownMenu.Item>
                )}
              </For>
            </div>
          </Show>
          <For each={props.actions}>
            {(action) => (
              <DropdownMenu.Item
                class="menu-item"
                onSelect={() => {
                  isChosen = true;
                  props.act(action);
                }}
              >
                <Icon of={ICONS[action]} size={16} directed={action === "reply"} />
                {words()[action]}
              </DropdownMenu.Item>
            )}
          </For>
          <Show when={props.staffActs.length > 0}>
            <div class="menu-staff">
              <For each={props.staffActs}>
                {({ label, icon, run }) => (
                  <DropdownMenu.Item
                    class="menu-item"
                    onSelect={() => {
                      isChosen = true;
                      props.close(false);
                      run(props.finish);
                    }}
                  >
                    <Icon of={icon} size={16} />
                    {label}
                  </DropdownMenu.Item>
                )}
              </For>
            </div>
          </Show>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
