/** What counts as one address at the front door (W19): an IPv4 address, or the /64 of an IPv6 one, which is what one customer gets. */

/** `address` in any spelling; all that are one customer's give the same. What is no IPv6 address is returned as it is. */
export function customerOf(address: string): string {
  const groups = groupsOf(address);
  if (!groups) return address;
  if (groups.slice(0, 6).join() === "0,0,0,0,0,ffff") return ipv4(groups[6]!, groups[7]!);
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** Its eight groups, in lower case and without leading zeros: the URL parser knows all ways to write them. */
function groupsOf(address: string): string[] | undefined {
  const url = `http://[${address}]`;
  if (!/^[\da-f:.]+$/i.test(address) || !URL.canParse(url)) return undefined;
  const [head = "", tail = ""] = new URL(url).hostname.slice(1, -1).split("::");
  const [left, right] = [head, tail].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

/** The IPv4 address that two groups stand for. */
function ipv4(...groups: [string, string]): string {
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join(".");
}
