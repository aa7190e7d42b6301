/** A person's colour and initials. Hidden from screen readers: the name is beside it. */
import { Show } from "solid-js";
import { hueOf, initialsOf } from "./hue-and-initials";
import type { User } from "~/shared/protocol";
import "./Avatar.css";

export function Avatar(props: { user: User }) {
  return (
    <Show when={initialsOf(props.user.name)} keyed>
      {(initials) => (
        <span class={`avatar hue-${hueOf(props.user.id)}`} aria-hidden="true">
          {initials}
        </span>
      )}
    </Show>
  );
}
