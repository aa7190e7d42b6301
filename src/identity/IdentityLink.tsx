/** Makes a link to one's own identity, for another device or for the day on which the cookies are lost, and shows it (W23). It opens this channel. */
import { createSignal, createUniqueId, Show, type JSX } from "solid-js";
import { createDeviceKey, deviceKey, forgetDeviceKey } from "~/devices/device-key";
import { canSync, startSync } from "~/devices/start-sync";
import { onDemandStrings } from "~/strings/current";
import { LinkField } from "~/ui/LinkField";
import { post } from "./post";
import "./IdentityLink.css";

const PATHS = { device: "/api/identity/link", recovery: "/api/identity/recovery" } as const;

const words = () => onDemandStrings().identityLinks;

/** The children are beside the button that makes a link. */
export function IdentityLink(props: { kind: keyof typeof PATHS; children?: JSX.Element }) {
  const [url, setUrl] = createSignal<string>();
  const [problem, setProblem] = createSignal<string>();
  const [isSynced, setSynced] = createSignal(deviceKey() !== undefined);
  const [hasStopped, setStopped] = createSignal(false);
  let makeButton!: HTMLButtonElement;
  const text = createUniqueId();

  const make = async () => {
    const answer = await post(PATHS[props.kind]);
    setStopped(false);
    setUrl(undefined); // a new link is a new field, which is selected
    if (typeof answer !== "string") {
      if (props.kind === "device" && canSync()) createDeviceKey(); // with the first link, this device begins to share its list
      void startSync();
      setUrl(withKey(here(((await answer.json()) as { url: string }).url)));
    }
    setSynced(deviceKey() !== undefined);
    const sentences = { refused: onDemandStrings().cookieNotice.text, ...onDemandStrings().openedLink };
    setProblem(typeof answer === "string" ? sentences[answer] : undefined);
  };

  /** A link that was made before would give the key away. */
  const stop = () => {
    forgetDeviceKey();
    setSynced(false);
    setStopped(true);
    setUrl(undefined);
    makeButton.focus();
  };

  return (
    <div class="identity-link">
      <p id={text}>{words()[props.kind].text}</p>
      <Show when={url()} keyed>
        {(url) => <LinkField label={words()[props.kind].label} url={url} />}
      </Show>
      <p role="status">
        <Show when={url()}>
          <span>{words().once}</span>
        </Show>
        <Show when={hasStopped()}>
          <span>{words().device.stopped}</span>
        </Show>
      </p>
      <div class="identity-link-buttons">
        <button ref={makeButton} type="button" class="button" aria-describedby={text} onClick={() => void make()}>
          {url() ? words().again : words()[props.kind].make}
        </button>
        <Show when={props.kind === "device" && isSynced()}>
          <button type="button" class="button" onClick={stop}>
            {words().device.stop}
          </button>
        </Show>
        {props.children}
      </div>
      <p class="problem" role="alert">
        {problem()}
      </p>
    </div>
  );
}

/** Adds the key of the linked devices behind the token, if there is one. No server sees it. */
const withKey = (url: string): string => (deviceKey() ? `${url}~${deviceKey()}` : url);

/** The same link to the page that shows it. */
function here(link: string): string {
  const url = new URL(link);
  url.pathname = location.pathname;
  return url.href;
}
