/** W30: the place by which a channel recognises an address. */
import { expect, it, vi } from "vitest";
import { createRouter } from "../../worker/http/router";
import { placeOf } from "../../worker/identity/place";
import { identityOf, type Identity } from "../../worker/peer";
import { bindings, newUserCookie } from "./support/peer";

const key = new Uint8Array(32).fill(7);

it("W30 a place has 22 characters, and differs by channel, network and key", () => {
  const place = placeOf("team/design", "192.0.2.1", key);
  expect(place).toMatch(/^[\w-]{22}$/);
  expect(placeOf("team/design", "192.0.2.1", key)).toBe(place);
  const others = [
    placeOf("team/other", "192.0.2.1", key),
    placeOf("team/design", "192.0.2.2", key),
    placeOf(
      "team/design",
      "192.0.2.1",
      key.map((byte) => byte + 1),
    ),
  ];
  expect(new Set([place, ...others]).size).toBe(4);
});

/** The identity with which the router passes an upgrade to its channel. */
async function passedOn(address: string, path = "/_ws/w30/place"): Promise<Identity> {
  const fetch = vi.fn<(url: string) => Promise<Response>>(async () => new Response(null, { status: 204 }));
  const CHANNEL = { getByName: () => ({ fetch }) } as unknown as typeof bindings.CHANNEL;
  const headers = { Upgrade: "websocket", "CF-Connecting-IP": address, Cookie: newUserCookie() };
  const response = await createRouter(async () => new Response())(new Request(`http://edgewise.test${path}`, { headers }), {
    ...bindings,
    CHANNEL,
  });
  expect(response.status).toBe(204);
  return identityOf(fetch.mock.calls[0]![0]);
}

it("W30 the channel is told the place of the network, by IPv6's /64, and never the address", async () => {
  const { place } = await passedOn("2001:db8:77:88::1");
  expect(place).toMatch(/^[\w-]{22}$/);
  expect((await passedOn("2001:DB8:77:88:ffff::2")).place).toBe(place);
  expect((await passedOn("2001:db8:77:89::1")).place).not.toBe(place);
  expect((await passedOn("2001:db8:77:88::1", "/_ws/w30/elsewhere")).place).not.toBe(place);
  expect(JSON.stringify(await passedOn("2001:db8:77:88::1"))).not.toContain("db8");
});

it("W23 the channel is told a key in the query of the upgrade, and no host that has no cookie", async () => {
  expect(await passedOn("2001:db8:77:90::1", "/_ws/w23/key?key=abc_-123&isHost=true&place=x")).toMatchObject({
    key: "abc_-123",
    place: expect.not.stringMatching(/^x$/),
  });
  expect((await passedOn("2001:db8:77:90::1", "/_ws/w23/key?isHost=true")).isHost).toBeUndefined();
});
