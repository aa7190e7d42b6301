/** Groups client addresses for the rate limits (W19): by IPv4 address, or by /64 for IPv6, because a provider gives a customer a whole /64. */

/** The network that a request comes from. Cloudflare sets the header; a client cannot. */
export function clientNetwork(request: Request): string {
  return networkOf(request.headers.get("CF-Connecting-IP") ?? "unknown");
}

/**
 * The network of an IP address in any spelling: the IPv4 address itself, or the IPv6 /64 as `2001:db8:1:2::/64`. An IPv4 address that
 * is mapped into IPv6 counts as IPv4. Any other text is returned unchanged.
 */
export function networkOf(address: string): string {
  const groups = ipv6Groups(address);
  if (!groups) return address;
  if (groups.slice(0, 6).join() === "0,0,0,0,0,ffff") return ipv4(groups[6]!, groups[7]!);
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, in lower case and without leading zeros. The URL parser reads all spellings. */
function ipv6Groups(address: string): string[] | undefined {
  const url = `http://[${address}]`;
  if (!/^[\da-f:.]+$/i.test(address) || !URL.canParse(url)) return undefined;
  const [head = "", tail = ""] = new URL(url).hostname.slice(1, -1).split("::");
  const [left, right] = [head, tail].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

/** The IPv4 address in the last two groups of a mapped IPv6 address. */
function ipv4(...groups: [string, string]): string {
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join(".");
}
