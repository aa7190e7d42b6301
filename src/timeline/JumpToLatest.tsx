/** The way back to the newest message for who reads further up, and how many have come meanwhile. */
import ArrowDown from "lucide/dist/esm/icons/arrow-down.mjs";
import { Show } from "solid-js";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import "./JumpToLatest.css";

export function ToEnd(props: { shown: boolean; below: number; go: () => void }) {
  return (
    <Show when={props.shown}>
      <button
        class="to-end"
        classList={{ "to-new": props.below > 0 }}
        aria-label={strings.toEnd.label(props.below)}
        onClick={() => props.go()}
      >
        {props.below > 0 && strings.toEnd.label(props.below)}
        <Icon of={ArrowDown} size={18} />
      </button>
    </Show>
  );
}
