/** The reactions under a message: how many of each, whose on hover and focus; a click adds or takes back one's own. */
import { Key } from "@solid-primitives/keyed";
import SmilePlus from "lucide/dist/esm/icons/face-slightly-smiling-plus.mjs";
import { createMemo, createSignal, Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { reactionsOf, type ShownReaction } from "./reactions";
import type { Row } from "~/timeline/rows";
import { strings } from "~/strings";
import { Icon } from "~/ui/Icon";
import "./Reactions.css";

const words = strings.reactions;
const NAMED = 8; // the others are counted

export function Reactions(props: { row: Row; chat: Chat }) {
  const reactions = createMemo(() => {
    const { message } = props.row;
    const { chat } = props;
    const none = !message || (!message.reactions && chat.pending().length === 0);
    return none ? [] : reactionsOf(message, chat.pending(), chat.people().you.id);
  });
  return (
    <Show when={reactions().length > 0}>
      <div class="reactions">
        <Key each={reactions()} by="emoji">
          {(reaction) => <Chip reaction={reaction()} id={props.row.message!.id} chat={props.chat} />}
        </Key>
        <button type="button" class="reaction reaction-add" data-action="react" aria-label={words.add} title={words.add}>
          <Icon of={SmilePlus} size={16} />
        </button>
      </div>
    </Show>
  );
}

function Chip(props: { reaction: ShownReaction; id: number; chat: Chat }) {
  const [isAsked, setIsAsked] = createSignal(false);
  const ask = () => setIsAsked(true);
  const who = createMemo(() => (isAsked() ? namesIn(props.reaction.users, props.chat) : undefined));
  return (
    <button
      type="button"
      class="reaction"
      classList={{ "reaction-pending": props.reaction.pending }}
      aria-pressed={props.reaction.own}
      aria-label={words.label(props.reaction.emoji, props.reaction.users.length, who())}
      data-who={who()}
      onPointerEnter={ask}
      onFocus={ask}
      onClick={() => props.chat.react(props.id, props.reaction.emoji, !props.reaction.own)}
    >
      <span aria-hidden="true">{props.reaction.emoji}</span>
      <span aria-hidden="true">{props.reaction.users.length}</span>
    </button>
  );
}

/** “You, Ada and 3 others”, as far as they are known here. */
function namesIn(ids: readonly string[], chat: Chat): string {
  const { you, users } = chat.people();
  const nameOf = (id: string) =>
    id === you.id
      ? words.you
      : (users.find((user) => user.id === id) ?? chat.timeline().messages.findLast(({ user }) => user.id === id)?.user)?.name;
  const names = ids.flatMap((id) => nameOf(id) ?? []).slice(0, NAMED);
  const others = ids.length - names.length;
  return new Intl.ListFormat("en").format(others > 0 ? [...names, words.others(others)] : names);
}
