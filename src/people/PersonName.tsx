/** A person's name in their colour, with a tag if someone else's name here looks the same. */
import { Show } from "solid-js";
import { useChannel } from "~/channel/ChannelProvider";
import type { User } from "~/shared/protocol";
import { hueOf } from "./hue-and-initials";
import "./Avatar.css";
import "./PersonName.css";

export function PersonName(props: { user: User }) {
  const { tagOf } = useChannel();
  return (
    <>
      <Show when={props.user.name} keyed>
        {(name) => (
          <bdi class={`author hue-${hueOf(props.user.id)}`} lang="">
            {name}
          </bdi>
        )}
      </Show>
      <Show when={tagOf(props.user)} keyed>
        {(tag) => <bdi class="tag">{tag}</bdi>}
      </Show>
    </>
  );
}
