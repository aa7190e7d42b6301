/** The button that scrolls to the newest message, with the number of new ones. Shown if the reader has scrolled up. */
import ArrowDown from "lucide/dist/esm/icons/arrow-down.mjs";
import { Show } from "solid-js";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import "./JumpToLatest.css";

export function JumpToLatest(props: { newBelow: number; jump: () => void }) {
  const label = () => onDemandStrings().jumpToLatest.label(props.newBelow);
  return (
    <button class="to-end" classList={{ "to-new": props.newBelow > 0 }} aria-label={label()} onClick={() => props.jump()}>
      <Show when={props.newBelow > 0 && label()} keyed>
        {(text) => <span>{text}</span>}
      </Show>
      <Icon of={ArrowDown} size={18} />
    </button>
  );
}
