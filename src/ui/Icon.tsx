/** An icon of lucide, drawn from its data. Hidden from screen readers: a text or the control's label says what it means. */
import type { IconNode } from "lucide";
import { For } from "solid-js";
import { Dynamic } from "solid-js/web";

interface IconProps {
  of: IconNode;
  /** CSS pixels. */
  size?: number;
  /** Whether it points the way that a text is read: it is mirrored from right to left. */
  directed?: boolean;
}

export function Icon(props: IconProps) {
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
      class={props.directed ? "directed" : undefined}
    >
      <For each={props.of}>{([shape, attributes]) => <Dynamic component={shape} {...attributes} />}</For>
    </svg>
  );
}
