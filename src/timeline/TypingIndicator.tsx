/** Who is typing. The line is always there, so that the list does not move. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { User } from "~/shared/protocol";
import { strings } from "~/strings/current";
import "./TypingIndicator.css";

export function TypingIndicator(props: { users: readonly User[] }) {
  const { tagOf } = useChannel();
  const words = () => strings().typingIndicator;
  const nameOf = (user: User) => [<bdi lang="">{user.name}</bdi>, tagOf(user) && <bdi> {tagOf(user)}</bdi>];
  const sentence = ([first, second, ...more]: readonly User[]) => {
    if (!second) return words().one(nameOf(first!));
    if (more.length === 0) return words().two(nameOf(first!), nameOf(second));
    return words().many(nameOf(first!), more.length + 1);
  };
  return (
    <p class="typing quiet">
      <Show when={props.users.length > 0 && props.users} keyed>
        {(users) => <span>{sentence(users)}</span>}
      </Show>
    </p>
  );
}
