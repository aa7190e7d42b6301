/** Copies the link of a channel, and says that it did. */
import Check from "lucide/dist/esm/icons/check.mjs";
import Link from "lucide/dist/esm/icons/link.mjs";
import { createSignal, onCleanup, Show } from "solid-js";
import { LOBBY, pathOf } from "~/channel-name";
import { strings } from "~/strings";
import { Icon } from "./Icon";
import "./CopyLink.css";

const SAID_FOR = 2_500; // ms

/** With `labelled` the button has words, otherwise an icon alone. */
export function CopyLink(props: { channel: string; labelled?: boolean }) {
  const [said, setSaid] = createSignal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const copy = async () => {
    const path = props.channel === LOBBY ? "/" : pathOf(props.channel);
    const done = navigator.clipboard?.writeText(location.origin + path) ?? Promise.reject(); // none without https
    setSaid(
      await done.then(
        () => strings.copyLink.copied,
        () => strings.copyLink.failed,
      ),
    );
    clearTimeout(timer);
    timer = setTimeout(() => setSaid(""), SAID_FOR);
  };

  return (
    <span class="copy-link">
      <button
        class={props.labelled ? "button" : "icon-button"}
        aria-label={props.labelled ? undefined : strings.copyLink.copyOf(props.channel)}
        title={props.labelled ? undefined : strings.copyLink.copyOf(props.channel)}
        onClick={() => void copy()}
      >
        <Show when={said() === strings.copyLink.copied} fallback={<Icon of={Link} size={16} />}>
          <Icon of={Check} size={16} />
        </Show>
        {props.labelled && strings.copyLink.copy}
      </button>
      <output class="copy-link-said">{said()}</output>
    </span>
  );
}
