/** The menu of one message: quick reactions and all actions. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { createUniqueId, For } from "solid-js";
import type { Action } from "./actions";
import { ICONS } from "./action-icons";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import "./MessageMenu.css";

const words = () => onDemandStrings().messageActions;

interface MessageMenuProps {
  actions: Action[];
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
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
