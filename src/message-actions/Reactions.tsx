/** The reactions under a message. Hover or focus shows who reacted; a click adds or removes one's own reaction. */
import { Key } from "@solid-primitives/keyed";
import SmilePlus from "lucide/dist/esm/icons/face-slightly-smiling-plus.mjs";
import { createMemo, createSignal, Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { Channel } from "~/channel/create-channel";
import type { Message } from "~/shared/protocol";
import { Icon } from "~/ui/Icon";
import { strings } from "~/strings/current";
import { reactionsOf, type ShownReaction } from "./shown-reactions";
import "./Reactions.css";

const words = () => strings().reactions;
const MAX_NAMES = 8; // the others are counted

/** `message` is absent for an unsent one. */
export function Reactions(props: { message: Message | undefined }) {
  const { changes, people } = useChannel();
  const reactions = createMemo(() => {
    const { message } = props;
    const isEmpty = !message || (!message.reactions && changes.pending().length === 0);
    return isEmpty ? [] : reactionsOf(message, changes.pending(), people().you.id);
  });
  return (
    <Show when={reactions().length > 0}>
      <div class="reactions">
        <Key each={reactions()} by="emoji">
          {(reaction) => <ReactionButton reaction={reaction()} messageId={props.message!.id} />}
        </Key>
        <button type="button" class="reaction reaction-add" data-action="react" aria-label={words().add} title={words().add}>
          <Icon of={SmilePlus} size={16} />
        </button>
      </div>
    </Show>
  );
}

function ReactionButton(props: { reaction: ShownReaction; messageId: number }) {
  const channel = useChannel();
  const [needsNames, setNeedsNames] = createSignal(false); // from the first hover or focus on
  const names = createMemo(() => (needsNames() ? namesOf(props.reaction.users, channel) : undefined));
  return (
    <button
      type="button"
      class="reaction"
      classList={{ "reaction-pending": props.reaction.pending }}
      aria-pressed={props.reaction.own}
      aria-label={words().label(props.reaction.emoji, props.reaction.users.length, names())}
      data-who={names()}
      onPointerEnter={() => setNeedsNames(true)}
      onFocus={() => setNeedsNames(true)}
      onClick={() => channel.changes.react(props.messageId, props.reaction.emoji, !props.reaction.own)}
    >
      <span aria-hidden="true">{props.reaction.emoji}</span>
      <Show when={props.reaction.users.length} keyed>
        {(n) => <span aria-hidden="true">{n}</span>}
      </Show>
    </button>
  );
}

/** “You, Ada and 3 others”. Users whose name is not known here are counted as others. */
function namesOf(ids: readonly string[], { people, timeline }: Pick<Channel, "people" | "timeline">): string {
  const { you, users } = people();
  const nameOf = (id: string) =>
    id === you.id
      ? words().you
      : (users.find((user) => user.id === id) ?? timeline().messages.findLast(({ user }) => user.id === id)?.user)?.name;
  const names = ids.flatMap((id) => nameOf(id) ?? []).slice(0, MAX_NAMES);
  const others = ids.length - names.length;
  return words().who(names, others);
}
