/** The toolbar of a message: quick reactions, the main actions, and a button for the menu. */
import Ellipsis from "lucide/dist/esm/icons/ellipsis.mjs";
import { For } from "solid-js";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import { ICONS } from "./action-icons";
import type { Action } from "./actions";
import "./Toolbar.css";

const words = () => onDemandStrings().messageActions;

/** Those that have a button of their own. */
const ON_TOOLBAR = ["react", "reply", "edit"] as const;

interface ToolbarProps {
  /** What is possible with the message. */
  actions: readonly Action[];
  /** Emoji. */
  quickReactions: readonly string[];
  isMenuOpen: boolean;
  /** `anchor` is the button that was pressed, if a popover is to open beside it. */
  act: (action: Action, anchor?: HTMLElement) => void;
  react: (emoji: string) => void;
  openMenu: (at: DOMRect) => void;
}

export function Toolbar(props: ToolbarProps) {
  return (
    <div class="actions" role="toolbar" aria-label={words().label} aria-live="off">
      <For each={props.quickReactions}>
        {(emoji) => (
          <button
            type="button"
            class="action action-handy"
            aria-label={words().reactWith(emoji)}
            title={words().reactWith(emoji)}
            onClick={() => props.react(emoji)}
          >
            {emoji}
          </button>
        )}
      </For>
      <For each={ON_TOOLBAR.filter((action) => props.actions.includes(action))}>
        {(action) => <ActionButton action={action} onClick={(event) => props.act(action, event.currentTarget)} />}
      </For>
      <button
        type="button"
        class="action action-more"
        aria-label={words().more}
        title={words().more}
        aria-haspopup="menu"
        aria-expanded={props.isMenuOpen}
        onClick={(event) => props.openMenu(event.currentTarget.getBoundingClientRect())}
      >
        <Icon of={Ellipsis} size={18} />
      </button>
    </div>
  );
}

function ActionButton(props: {
  action: Exclude<Action, "delete" | "report">;
  onClick: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
}) {
  return (
    <button
      type="button"
      class={`action action-${props.action}`}
      aria-label={words()[props.action]}
      title={words()[props.action]}
      onClick={(event) => props.onClick(event)}
    >
      <Icon of={ICONS[props.action]} size={18} directed={props.action === "reply"} />
    </button>
  );
}
