/** W19, W30: which addresses share a rate limit. */
import { expect, it } from "vitest";
import { networkOf } from "../../worker/http/address";
import { upgrade, waitForRateLimitWindow } from "./support/peer";

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002:0000:0000:0000:0001", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::A", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:0:0:192.0.2.1", "2001:db8:1:2::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:1::", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:0:0:0:1", "2001:db8:0:0::/64"],
  ["2001::5:0:0:1", "2001:0:0:0::/64"],
  ["2001:0:0:5::1", "2001:0:0:5::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::", "0:0:0:0::/64"],
  ["fe80::1", "fe80:0:0:0::/64"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:C000:0201", "192.0.2.1"],
  ["0:0:0:0:0:ffff:192.0.2.1", "192.0.2.1"],
  ["::fffe:192.0.2.1", "0:0:0:0::/64"],
  ["1:::2", "1:::2"],
  ["2001:db8::1]:80/[", "2001:db8::1]:80/["],
  ["fe80::1%eth0", "fe80::1%eth0"],
  ["unknown", "unknown"],
  ["", ""],
])("W19 %j counts as %j", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it("W30 the addresses of one /64 share 20 new identities a minute; the next /64 has its own limit", async () => {
  const from = async (address: string) => (await upgrade("/_ws/w19/prefix", { "CF-Connecting-IP": address })).status;
  await waitForRateLimitWindow();
  const statuses = [];
  for (let i = 0; i < 21; i++) statuses.push(await from(`2001:db8:aaaa:bbbb::${i.toString(16)}`));
  expect(statuses).toEqual([...Array<number>(20).fill(101), 429]);
  expect(await from("2001:DB8:AAAA:BBBB:0:0:0:FFFF")).toBe(429);
  expect(await from("2001:db8:aaaa:bbbc::1")).toBe(101);
});
