/** The lobby's welcome: explains Edgewise in three sentences until the visitor dismisses it. */
import X from "lucide/dist/esm/icons/x.mjs";
import { createSignal, Show } from "solid-js";
import { getRequestEvent, isServer } from "solid-js/web";
import { isWelcomedIn, WELCOMED } from "~/shared/cookies";
import { cookies, keepCookie } from "~/ui/cookies";
import { Icon } from "~/ui/Icon";
import { focusComposer } from "~/keyboard/focus";
import { OpenChannel } from "~/sidebar/OpenChannel";
import { strings } from "~/strings/current";
import "./Welcome.css";

export function Welcome() {
  const isWelcomed = isServer ? getRequestEvent()!.locals.page.isWelcomed : isWelcomedIn(cookies());
  const [isShown, setShown] = createSignal(!isWelcomed);
  const dismiss = ({ detail }: MouseEvent) => {
    keepCookie(WELCOMED);
    setShown(false);
    if (detail === 0) focusComposer(); // pressed by key: the focused button is gone. After a tap, the soft keyboard must not open
  };
  return (
    <Show when={isShown()}>
      <section class="welcome" aria-label={strings().welcome.title}>
        <div class="welcome-inner">
          <h2>{strings().welcome.title}</h2>
          <p class="welcome-text">{strings().welcome.text}</p>
          <div class="welcome-elsewhere">
            <p>{strings().welcome.elsewhere}</p>
            <OpenChannel label={strings().welcome.label}>
              <button class="button primary">{strings().welcome.open}</button>
            </OpenChannel>
          </div>
          <button class="icon-button" aria-label={strings().welcome.dismiss} title={strings().welcome.dismiss} onClick={dismiss}>
            <Icon of={X} size={18} />
          </button>
        </div>
      </section>
    </Show>
  );
}
