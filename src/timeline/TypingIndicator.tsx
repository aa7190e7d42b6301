/** Who is typing, in a line of its own that is always there, so that nothing moves. */
import { Show } from "solid-js";
import type { User } from "~/shared/protocol";
import { strings } from "~/strings";
import "./TypingIndicator.css";

export function Typing(props: { users: readonly User[] }) {
  const others = () => props.users.length - 1;
  return (
    <p class="typing quiet">
      <Show when={props.users[0]}>
        {(first) => (
          <>
            <bdi>{first().name}</bdi>
            <Show when={others() > 0}>
              {strings.typing.and}
              <bdi>{others() === 1 ? props.users[1]!.name : strings.typing.others(others())}</bdi>
            </Show>
            {others() > 0 ? strings.typing.many : strings.typing.one}
          </>
        )}
      </Show>
    </p>
  );
}
