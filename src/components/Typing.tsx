/** Who is typing, in a line of its own that is always there, so that nothing moves. */
import { For, Show } from "solid-js";
import type { User } from "~/protocol";
import "./Typing.css";

const NAMED = 3; // the others are “others”

export function Typing(props: { users: readonly User[] }) {
  const words = () => {
    if (props.users.length > NAMED) return " and others are typing…";
    return props.users.length > 1 ? " are typing…" : " is typing…";
  };
  return (
    <p class="typing quiet">
      <Show when={props.users.length > 0}>
        <For each={props.users.slice(0, NAMED)}>
          {(user, index) => (
            <>
              {index() > 0 && ", "}
              <bdi>{user.name}</bdi>
            </>
          )}
        </For>
        {words()}
      </Show>
    </p>
  );
}
