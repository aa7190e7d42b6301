/** A person's colour and initials. Hidden from screen readers: the name is beside it. */
import { hueOf, initialsOf } from "./hue-and-initials";
import type { User } from "~/shared/protocol";
import "./Avatar.css";

export function Avatar(props: { user: User }) {
  return (
    <span class={`avatar hue-${hueOf(props.user.id)}`} aria-hidden="true">
      {initialsOf(props.user.name)}
    </span>
  );
}
