/** Who is typing. The line is always there, so that the list does not move. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { User } from "~/shared/protocol";
import { strings } from "~/strings";
import "./TypingIndicator.css";

export function TypingIndicator(props: { users: readonly User[] }) {
  const { tagOf } = useChannel();
  const others = () => props.users.length - 1;
  return (
    <p class="typing quiet">
      <Show when={props.users[0]}>
        {(first) => (
          <>
            <bdi>{first().name}</bdi> {tagOf(first())}
            <Show when={others() > 0}>
              {strings.typingIndicator.and}
              <bdi>{others() === 1 ? props.users[1]!.name : strings.typingIndicator.others(others())}</bdi>{" "}
              {others() === 1 && tagOf(props.users[1]!)}
            </Show>
            {others() > 0 ? strings.typingIndicator.many : strings.typingIndicator.one}
          </>
        )}
      </Show>
    </p>
  );
}
