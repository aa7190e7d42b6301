/** Says, over the messages, that the browser refuses cookies: its user is known only while the page is open (W17). */
import X from "lucide/dist/esm/icons/x.mjs";
import { createMemo, createSignal, Show } from "solid-js";
import { pageIdentity, useStatus } from "~/socket/SocketProvider";
import { focusComposer } from "~/keyboard/focus";
import { Icon } from "~/ui/Icon";
import { onDemandStrings } from "~/strings/current";
import "./CookieNotice.css";

const words = () => onDemandStrings().cookieNotice;

const [isClosed, setClosed] = createSignal(false); // for as long as the page is open, in all channels

export function CookieNotice() {
  const status = useStatus();
  const isRefused = createMemo(() => status() === "online" && pageIdentity.signed !== "");
  const close = ({ detail }: MouseEvent) => {
    setClosed(true);
    if (detail === 0) focusComposer(); // pressed by key: the focused button is gone
  };
  return (
    <output class="cookie-notice">
      <Show when={isRefused() && !isClosed()}>
        <span class="cookie-notice-words">
          {words().text}
          <button type="button" aria-label={words().close} onClick={close}>
            <Icon of={X} size={16} />
          </button>
        </span>
      </Show>
    </output>
  );
}
