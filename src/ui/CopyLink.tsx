/** The button that copies the link of a channel, with its result as a live region. */
import Check from "lucide/dist/esm/icons/check.mjs";
import Link from "lucide/dist/esm/icons/link.mjs";
import { createSignal, onCleanup, Show } from "solid-js";
import { hrefOf } from "~/shared/channel-name";
import { strings } from "~/strings/current";
import { copyText } from "./copy-text";
import { Icon } from "./Icon";
import "./CopyLink.css";

const RESULT_SHOWN_FOR = 2_500; // ms
const LINK_SHOWN_FOR = 20_000; // ms; the link, to be copied by hand

/** With `labelled` the button has a visible label, otherwise only an icon. */
export function CopyLink(props: { channel: string; labelled?: boolean }) {
  const [result, setResult] = createSignal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const copyLink = async () => {
    const link = location.origin + hrefOf(props.channel);
    const isCopied = await copyText(link);
    setResult(isCopied ? strings().copyLink.copied : strings().copyLink.failed(link));
    clearTimeout(timer);
    timer = setTimeout(() => setResult(""), isCopied ? RESULT_SHOWN_FOR : LINK_SHOWN_FOR);
  };

  return (
    <span class="copy-link">
      <button
        class={props.labelled ? "button" : "icon-button"}
        aria-label={props.labelled ? undefined : strings().copyLink.copyOf(props.channel)}
        title={props.labelled ? undefined : strings().copyLink.copyOf(props.channel)}
        onClick={() => void copyLink()}
      >
        <Show when={result() === strings().copyLink.copied} fallback={<Icon of={Link} size={16} />}>
          <Icon of={Check} size={16} />
        </Show>
        {props.labelled && strings().copyLink.copy}
      </button>
      <output class="copy-link-result">{result()}</output>
    </span>
  );
}
