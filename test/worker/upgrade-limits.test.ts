/** W30: the router's limits: new identities and upgrades per address, and upgrades per identity. */
import { expect, it } from "vitest";
import type { PageData } from "../../src/shared/page";
import { createRouter } from "../../worker/http/router";
import { bindings, fetchPath, join, newUserCookie, upgrade } from "./support/peer";
import { withoutWaking } from "./support/without-waking";

const at = (address: string, headers: Record<string, string> = {}) => ({ "CF-Connecting-IP": address, ...headers });

let addresses = 20;

/**
 * The limits count by minutes of the clock. Runs `test` for a new address; if the minute has changed meanwhile, its outcome says
 * nothing, and it runs again.
 */
async function inOneMinute(test: (address: string) => Promise<void>): Promise<void> {
  for (;;) {
    const minute = Math.floor(Date.now() / 60_000);
    const [outcome] = await Promise.allSettled([test(`192.0.2.${addresses++}`)]);
    if (Math.floor(Date.now() / 60_000) > minute) continue;
    if (outcome.status === "rejected") throw outcome.reason;
    return;
  }
}
const SLOW = 300_000; // ms, for a machine on which several runs take longer than a minute

/** Uses up what an address may do in this minute. */
async function useUp(limit: RateLimit, address: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) expect((await limit.limit({ key: `${address} 0` })).success).toBe(true);
}

it(
  "W30 an address gets 20 new identities a minute: more get 429 with Retry-After, and people with a cookie get in",
  async () => {
    await inOneMinute(async (address) => {
      for (let i = 0; i < 20; i++) expect((await upgrade("/_ws/w30/new", at(address))).status).toBe(101);
      for (const path of ["/_ws/w30/new", "/_ws/w30/new?identity=", "/_ws/w30/new?identity=forged"]) {
        const refused = await withoutWaking(() => upgrade(path, at(address)));
        expect([refused.status, refused.headers.get("Retry-After"), refused.headers.getSetCookie()]).toEqual([429, "60", []]);
      }
      const welcome = await withoutWaking(() => fetchPath("/api/welcome/w30/new", { headers: at(address) }));
      expect([welcome.status, welcome.headers.get("Retry-After")]).toEqual([429, "60"]);
      for (let i = 0; i < 30; i++)
        expect((await upgrade("/_ws/w30/new", at(address, { Cookie: newUserCookie() }))).status).toBe(101);
      expect((await upgrade("/_ws/w30/new", at("192.0.2.9"))).status).toBe(101);
    });
  },
  SLOW,
);

it(
  "W30 above the limit of new identities, a page comes without an identity cookie and with its messages",
  async () => {
    const said = await (await join("w30/page")).sendMessage("hello");
    await inOneMinute(async (address) => {
      const page = (headers: Record<string, string> = {}) => fetchPath("/w30/page", { headers: at(address, headers) });
      for (let i = 0; i < 20; i++) expect((await page()).headers.getSetCookie()).toHaveLength(1);
      const response = await page();
      expect([response.status, response.headers.getSetCookie()]).toEqual([200, []]);
      expect(await response.json<PageData>()).toMatchObject({ snapshot: { messages: [said] } });
      const known = await page({ Cookie: newUserCookie() });
      expect((await known.json<PageData>()).isNewcomer).toBeUndefined();
    });
  },
  SLOW,
);

it("W30 a page tells whether the visitor's identity is new with it", async () => {
  const first = await fetchPath("/w30/newcomer");
  expect((await first.json<PageData>()).isNewcomer).toBe(true);
  const Cookie = first.headers.getSetCookie()[0]!.split(";")[0]!;
  expect((await (await fetchPath("/w30/newcomer", { headers: { Cookie } })).json<PageData>()).isNewcomer).toBeUndefined();
});

it(
  "W30 an identity gets 60 upgrades a minute, from whatever address; others at its addresses get in",
  async () => {
    await inOneMinute(async (address) => {
      const Cookie = newUserCookie();
      for (let i = 0; i < 60; i++) {
        const { status, webSocket } = await upgrade("/_ws/w30/own", { Cookie });
        webSocket?.accept();
        webSocket?.close(); // or the channel would have too many peers of this user
        expect(status).toBe(101);
      }
      const refused = await withoutWaking(() => upgrade("/_ws/w30/own-2", at(address, { Cookie })));
      expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
      expect((await upgrade("/_ws/w30/own", at(address, { Cookie: newUserCookie() }))).status).toBe(101);
    });
  },
  SLOW,
);

it(
  "W30 an address gets 1,200 upgrades a minute",
  async () => {
    await inOneMinute(async (address) => {
      await useUp(bindings.UPGRADES, address, 1_199);
      const next = () => upgrade("/_ws/w30/address", at(address, { Cookie: newUserCookie() }));
      expect((await next()).status).toBe(101);
      const refused = await withoutWaking(next);
      expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
    });
  },
  SLOW,
);

it("W30 LIMITS_SCALE multiplies the limits of addresses and identities", async () => {
  const fetch = createRouter(async () => new Response());
  const env = { ...bindings, LIMITS_SCALE: "1000" };
  const headers = at("192.0.2.15", { Upgrade: "websocket" });
  const statuses = new Set<number>();
  for (let i = 0; i < 40; i++)
    statuses.add((await fetch(new Request("http://edgewise.test/_ws/w30/scale", { headers }), env)).status);
  expect([...statuses]).toEqual([101]);
});

it(
  "W30 /api/health?socket answers what an upgrade would, because browsers do not tell their pages",
  async () => {
    await inOneMinute(async (address) => {
      const health = (query: string, headers: Record<string, string> = {}) =>
        withoutWaking(() => fetchPath(`/api/health${query}`, { headers: at(address, headers) }));
      expect((await health("?socket")).status).toBe(200);
      await useUp(bindings.NEW_IDENTITIES, address, 19);
      const refused = await health("?socket=");
      expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
      expect((await health("?socket&identity=")).status).toBe(429);
      expect((await health("?socket", { Cookie: newUserCookie() })).status).toBe(200);
      expect((await health("")).status).toBe(200);
      await useUp(bindings.UPGRADES, address, 1_196); // four were counted
      expect((await health("?socket", { Cookie: newUserCookie() })).status).toBe(429);
    });
  },
  SLOW,
);
