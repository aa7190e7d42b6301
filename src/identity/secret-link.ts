/** Links with a secret after the `#` (W23): it leaves the address bar at once, and the part that uses it is loaded then. */

import { createSignal } from "solid-js";

/** The key of the opened channel's link, until the channel's page uses it. */
export const [channelKey, setChannelKey] = createSignal<string>();

export interface SecretLink {
  /** `device` makes this browser that of the person who made the link, `host` that of the host. */
  kind: "device" | "host";
  secret: string;
  /** Whether this browser may have written something as another person. */
  hasIdentity: boolean;
}

const SECRET = /^#(device|host|key)=(.*)$/;

/** Call it before anything else. `isNewcomer`: whether this page is the browser's first one. */
export function followSecretLinks(isNewcomer: boolean): void {
  const follow = (hasIdentity: boolean) => {
    const [hash, kind, secret] = SECRET.exec(location.hash) ?? [];
    if (hash === undefined) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    if (kind === "key") return setChannelKey(secret);
    const link = { kind, secret, hasIdentity } as SecretLink;
    import("./OpenedLink").then(({ openLink }) => openLink(link)).catch(() => history.replaceState(history.state, "", hash)); // not loaded: a reload tries again
  };
  follow(!isNewcomer);
  window.addEventListener("hashchange", () => follow(true)); // such a link, pasted into the address bar of an open page
}
