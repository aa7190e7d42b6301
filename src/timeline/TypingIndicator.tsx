/** Who is typing. The line is always there, so that the list does not move. */
import { Show } from "solid-js";
import type { User } from "~/shared/protocol";
import { onDemand } from "~/ui/on-demand";
import "./TypingIndicator.css";

const TypingSentence = onDemand(
  import.meta.env.SSR || (() => import("./TypingSentence").then((module) => module.TypingSentence)),
);

export function TypingIndicator(props: { users: readonly User[] }) {
  return (
    <p class="typing quiet">
      <Show when={props.users.length > 0 && props.users} keyed>
        {(users) => <TypingSentence users={users} />}
      </Show>
    </p>
  );
}
