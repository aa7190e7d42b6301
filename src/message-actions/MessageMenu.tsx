/** The menu of one message: the reactions most at hand, and all that can be done. */
import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { createUniqueId, For } from "solid-js";
import type { Action } from "./actions";
import { strings } from "~/strings";
import { ICONS } from "./action-icons";
import { Icon } from "~/ui/Icon";
import "./MessageMenu.css";

const words = strings.messageActions;

interface MessageMenuProps {
  actions: Action[];
  handy: string[];
  /** What there is to know of it, to be read. */
  facts: (string | undefined)[];
  /** The landmark that it is put into. */
  mount: HTMLElement;
  /** Beside what it opens. */
  at: DOMRect;
  act: (action: Action) => void;
  react: (emoji: string) => void;
  close: (toRow: boolean) => void;
}

export function MessageMenu(props: MessageMenuProps) {
  const factsId = createUniqueId();
  let chosen = false;
  return (
    <DropdownMenu
      open
      onOpenChange={(open) => open || chosen || props.close(true)}
      getAnchorRect={() => props.at}
      placement="bottom-end"
      gutter={4}
      overflowPadding={8}
      modal={false}
    >
      <DropdownMenu.Portal mount={props.mount}>
        <DropdownMenu.Content
          class="menu"
          aria-label={words.label}
          aria-describedby={factsId}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div id={factsId} class="menu-facts">
            <For each={props.facts}>{(fact) => <div dir="auto">{fact}</div>}</For>
          </div>
          <div class="menu-handy" role="group" aria-label={words.react}>
            <For each={props.handy}>
              {(emoji) => (
                <DropdownMenu.Item
                  class="menu-emoji"
                  aria-label={words.reactWith(emoji)}
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
                  chosen = true;
                  props.act(action);
                }}
              >
                <Icon of={ICONS[action]} size={16} />
                {words[action]}
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
