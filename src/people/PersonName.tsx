/** A person's name in their colour, with a tag where someone else here has the same. */
import { Show } from "solid-js";
import type { Chat } from "~/channel/create-channel";
import { hueOf, tagOf } from "./appearance";
import type { User } from "~/shared/protocol";
import "./Avatar.css";
import "./PersonName.css";

export function PersonName(props: { user: User; chat: Chat }) {
  return (
    <>
      <bdi class={`author hue-${hueOf(props.user.id)}`}>{props.user.name}</bdi>
      <Show when={tagOf(props.user, props.chat.sharedNames())}>{(tag) => <span class="tag">{tag()}</span>}</Show>
    </>
  );
}
