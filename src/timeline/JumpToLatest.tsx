/** The button that scrolls to the newest message, with the number of new ones. Shown if the reader has scrolled up. */
import ArrowDown from "lucide/dist/esm/icons/arrow-down.mjs";
import { Show } from "solid-js";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import "./JumpToLatest.css";

export function JumpToLatest(props: { isShown: boolean; newBelow: number; jump: () => void }) {
  return (
    <Show when={props.isShown}>
      <button
        class="to-end"
        classList={{ "to-new": props.newBelow > 0 }}
        aria-label={strings.jumpToLatest.label(props.newBelow)}
        onClick={() => props.jump()}
      >
        {props.newBelow > 0 && strings.jumpToLatest.label(props.newBelow)}
        <Icon of={ArrowDown} size={18} />
      </button>
    </Show>
  );
}
