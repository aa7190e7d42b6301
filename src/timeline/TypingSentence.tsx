/** The sentence that says who is typing. */
import { useChannel } from "~/channel/ChannelProvider";
import type { User } from "~/shared/protocol";
import { onDemandStrings } from "~/strings/current";

export function TypingSentence(props: { users: readonly User[] }) {
  const { tagOf } = useChannel();
  const words = () => onDemandStrings().typingIndicator;
  const nameOf = (user: User) => [<bdi lang="">{user.name}</bdi>, tagOf(user) && <bdi> {tagOf(user)}</bdi>];
  const sentence = ([first, second, ...more]: readonly User[]) => {
    if (!second) return words().one(nameOf(first!));
    if (more.length === 0) return words().two(nameOf(first!), nameOf(second));
    return words().many(nameOf(first!), more.length + 1);
  };
  return <span>{sentence(props.users)}</span>;
}
