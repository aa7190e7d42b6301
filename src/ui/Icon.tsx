/** One of lucide's icons, of which the data alone is taken. What it stands for is said beside it, or by its control. */
import type { IconNode } from "lucide";
import { For } from "solid-js";
import { Dynamic } from "solid-js/web";

/** `size` in CSS pixels. */
export function Icon(props: { of: IconNode; size?: number }) {
  return (
    <svg
      width={props.size ?? 24}
      height={props.size ?? 24}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <For each={props.of}>{([shape, attributes]) => <Dynamic component={shape} {...attributes} />}</For>
    </svg>
  );
}
