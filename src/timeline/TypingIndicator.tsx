/** Who is typing. The line is always there, so that the list does not move. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { User } from "~/shared/protocol";
import { strings } from "~/strings";
import "./TypingIndicator.css";

export function TypingIndicator(props: { users: readonly User[] }) {
  const { tagOf } = useChannel();
  return (
    <p class="typing quiet">
      <Show when={props.users.length > 0 && props.users} keyed>
        {([first, second, ...more]) => (
          <span>
            <bdi lang="">{first!.name}</bdi> {tagOf(first!)}
            {second && strings.typingIndicator.and}
            {second &&
              (more.length > 0 ? strings.typingIndicator.others(more.length + 1) : <bdi lang="">{second.name}</bdi>)}{" "}
            {second && more.length === 0 && tagOf(second)}
            {second ? strings.typingIndicator.many : strings.typingIndicator.one}
          </span>
        )}
      </Show>
    </p>
  );
}
