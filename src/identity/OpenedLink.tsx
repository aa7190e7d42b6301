/** The dialog of an opened link with a secret: asks before it replaces an identity, uses the secret, and says what happened (W23). */
import { createSignal, Match, Show, Switch } from "solid-js";
import { render } from "solid-js/web";
import { forgetEndpoints } from "~/away/push-channels";
import { adoptDeviceKey } from "~/devices/device-key";
import { onDemandStrings } from "~/strings/current";
import { loadOnDemandStrings } from "~/strings/load";
import { ModalDialog } from "~/ui/ModalDialog";
import { reload } from "~/ui/reload";
import { type Failure, post } from "./post";
import type { SecretLink } from "./secret-link";
import "./OpenedLink.css";

const words = () => onDemandStrings().openedLink;

/** Beside the page, which does not know of it. */
export async function openLink(link: SecretLink): Promise<void> {
  await loadOnDemandStrings();
  const place = document.body.appendChild(document.createElement("div"));
  const remove = render(() => <OpenedLink link={link} close={() => (remove(), place.remove())} />, place);
}

function OpenedLink(props: { link: SecretLink; close: () => void }) {
  const { kind, hasIdentity } = props.link;
  // Behind the token of a device link is the key of the person's devices, which is not sent
  const [secret, key] = kind === "device" ? props.link.secret.split("~") : [props.link.secret];
  const [state, setState] = createSignal<"asking" | "working" | "done" | "cookiesRefused" | Failure>("asking");
  let isClosed = false;

  const use = async () => {
    if (!navigator.cookieEnabled) return setState("cookiesRefused");
    setState("working");
    const answer = await (kind === "device"
      ? post("/api/identity/redeem", { token: secret })
      : post("/api/host", { key: secret }));
    if (typeof answer !== "string" && kind === "device") {
      adoptDeviceKey(key);
      forgetEndpoints();
    }
    setState(typeof answer === "string" ? answer : "done");
    if (isClosed && state() === "done") reload();
  };
  /** After a success, everything has to be of the new identity: socket, page, names. */
  const close = () => {
    isClosed = true;
    if (state() === "done") reload();
    else props.close();
  };
  if (kind === "host" || !hasIdentity) void use();

  const text = () => {
    const now = state();
    if (now === "cookiesRefused") return onDemandStrings().cookieNotice.text;
    return now === "done" || now === "refused" ? words()[kind][now] : words()[now];
  };

  /** The buttons of a new state are new ones: the focus would be lost with those before. At first it is on “Cancel”. */
  const focus = (button: HTMLButtonElement) => queueMicrotask(() => button.focus());

  return (
    <ModalDialog class="opened-link" title={words()[kind].title} close={close}>
      <div role="status">
        <Show when={text()} keyed>
          {(text) => <p>{text}</p>}
        </Show>
      </div>
      <div class="opened-link-buttons">
        <Switch
          fallback={
            <button class="button primary" ref={focus}>
              {words().close}
            </button>
          }
        >
          <Match when={state() === "asking"}>
            <button class="button">{words().cancel}</button>
            <button type="button" class="button primary" onClick={() => void use()}>
              {words().goOn}
            </button>
          </Match>
          <Match when={state() === "busy" || state() === "failed"}>
            <button class="button">{words().cancel}</button>
            <button type="button" class="button primary" ref={focus} onClick={() => void use()}>
              {words().tryAgain}
            </button>
          </Match>
          <Match when={state() === "done"}>
            <button class="button primary" ref={focus}>
              {words().goOn}
            </button>
          </Match>
        </Switch>
      </div>
    </ModalDialog>
  );
}
