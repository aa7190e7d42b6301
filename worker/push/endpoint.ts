/** Which addresses pushes may be sent to (W36): otherwise a subscription would make the Worker post to anyone's. */

/** Of Chrome and Edge on Android and desktops, Firefox, Safari, and Edge on Windows: the host itself and those below it. */
const SERVICES = ["fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"];
const MAX_LENGTH = 2_048; // UTF-16 units

/**
 * Whether `endpoint` is an address of a push service. `hosts` is the variable `PUSH_HOSTS`: more hosts, with their ports, separated by
 * commas; those may also be reached without TLS.
 */
export function isPushService(endpoint: string, hosts = ""): boolean {
  const url = endpoint.length <= MAX_LENGTH ? URL.parse(endpoint) : null;
  if (!url || url.username !== "" || url.password !== "" || isAddress(url.hostname)) return false;
  const added = hosts.toLowerCase().split(/[\s,]+/);
  if (added.includes(url.host)) return /^https?:$/.test(url.protocol);
  return (
    url.protocol === "https:" &&
    url.port === "" &&
    SERVICES.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
  );
}

/** The URL parser has written every form of an IPv4 address with dots, and an IPv6 address in brackets. */
function isAddress(hostname: string): boolean {
  return hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
}
