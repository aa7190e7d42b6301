/** Copies the link of a channel, and says that it did. */
import Check from "lucide/dist/esm/icons/check.mjs";
import Link from "lucide/dist/esm/icons/link.mjs";
import { createSignal, onCleanup, Show } from "solid-js";
import { LOBBY, pathOf } from "~/shared/channel-name";
import { copy } from "./copy-text";
import { strings } from "~/strings";
import { Icon } from "./Icon";
import "./CopyLink.css";

const SAID_FOR = 2_500; // ms
const SHOWN_FOR = 20_000; // ms: the link itself, to be copied by hand

/** With `labelled` the button has words, otherwise an icon alone. */
export function CopyLink(props: { channel: string; labelled?: boolean }) {
  const [said, setSaid] = createSignal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const copyLink = async () => {
    const link = location.origin + (props.channel === LOBBY ? "/" : pathOf(props.channel));
    const isCopied = await copy(link);
    setSaid(isCopied ? strings.copyLink.copied : strings.copyLink.failed(link));
    clearTimeout(timer);
    timer = setTimeout(() => setSaid(""), isCopied ? SAID_FOR : SHOWN_FOR);
  };

  return (
    <span class="copy-link">
      <button
        class={props.labelled ? "button" : "icon-button"}
        aria-label={props.labelled ? undefined : strings.copyLink.copyOf(props.channel)}
        title={props.labelled ? undefined : strings.copyLink.copyOf(props.channel)}
        onClick={() => void copyLink()}
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
