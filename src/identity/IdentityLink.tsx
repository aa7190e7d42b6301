/** Makes a link to one's own identity, for another device or for the day on which the cookies are lost, and shows it (W23). It opens this channel. */
import { createSignal, createUniqueId, Show, type JSX } from "solid-js";
import { canSync, createDeviceKey, deviceKey, forgetDeviceKey } from "~/devices/device-key";
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
    if (typeof answer !== "string") setUrl(here(((await answer.json()) as { url: string }).url) + keyFor(props.kind));
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

/** What a link has besides its token: the key of the linked devices, which begin with the first device link. No server sees it. */
function keyFor(kind: keyof typeof PATHS): string {
  if (kind === "device" && canSync()) {
    createDeviceKey();
    void import("~/devices/sync-devices").then(({ syncDevices }) => syncDevices());
  }
  return deviceKey() ? `~${deviceKey()}` : "";
}

/** The same link to the page that shows it. */
function here(link: string): string {
  const url = new URL(link);
  url.pathname = location.pathname;
  return url.href;
}
