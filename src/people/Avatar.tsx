/** A person's colour and initials: seen, and not said, as the name stands beside it. */
import { hueOf, initialsOf } from "./appearance";
import type { User } from "~/shared/protocol";
import "./Avatar.css";

export function Avatar(props: { user: User }) {
  return (
    <span class={`avatar hue-${hueOf(props.user.id)}`} aria-hidden="true">
      {initialsOf(props.user.name)}
    </span>
  );
}
