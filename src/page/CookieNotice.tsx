/** Says, over the messages, that the browser refuses cookies: its user is known only while the page is open (W17). */
import X from "lucide/dist/esm/icons/x.mjs";
import { createMemo, createSignal, Show } from "solid-js";
import { pageIdentity, useStatus } from "~/socket/SocketProvider";
import { focusComposer } from "~/keyboard/focus";
import { cookieNotice as words } from "~/strings-on-demand";
import { Icon } from "~/ui/Icon";
import "./CookieNotice.css";

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
          {words.text}
          <button type="button" aria-label={words.close} onClick={close}>
            <Icon of={X} size={16} />
          </button>
        </span>
      </Show>
    </output>
  );
}
