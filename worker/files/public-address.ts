/** Which addresses a preview may be fetched from (W38): public hosts by their names, on the web's own ports. */

const PORTS = ["", "80", "443"];
/** Names that are not of the public internet: https://www.iana.org/assignments/special-use-domain-names, and what networks use. */
const PRIVATE = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|arpa|onion|test|invalid)$/;

/** `more` are hosts that are allowed as they are, with their ports. The URL parser has made each spelling of an IPv4 address dotted decimal. */
export function isPublicAddress({ protocol, host, hostname, port, username, password }: URL, more: readonly string[]): boolean {
  if (protocol !== "http:" && protocol !== "https:") return false;
  if (more.includes(host)) return true;
  const name = hostname.replace(/\.+$/, "");
  const isIp = name.startsWith("[") || /(?:^|\.)(?:\d+|0x[\da-f]*)$/i.test(name);
  return !isIp && name.includes(".") && !PRIVATE.test(name) && PORTS.includes(port) && username + password === "";
}
