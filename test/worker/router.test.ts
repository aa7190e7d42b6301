/** The front door: what gets in, what is refused, and that a refusal wakes nothing. */
import { expect, it, vi } from "vitest";
import type { Page } from "../../src/shared/page";
import { Channel } from "../../worker/channel/Channel";
import { frontDoor } from "../../worker/http/router";
import { aWholeMinute, bindings, fetchPath, join, upgrade } from "./support/peer";
import { constructions } from "./support/stand-in";

const HOST = "edgewise.test";

/** Runs `request` and asserts that no Durable Object was made for it. */
async function wakingNothing(request: () => Promise<Response>): Promise<Response> {
  const before = new Map(constructions);
  const response = await request();
  expect(constructions).toEqual(before);
  return response;
}

const pageOf = async (path: string, headers: Record<string, string> = {}) => (await fetchPath(path, { headers })).json<Page>();

it("W1 without an Upgrade header the answer is 426", async () => {
  const response = await wakingNothing(() => fetchPath("/_ws/lobby"));
  expect(response.status).toBe(426);
  expect(response.headers.get("Upgrade")).toBe("websocket");
});

it("W1 a path without a canonical form is 404", async () => {
  for (const path of ["/_ws/api/x", "/_ws/-dash", "/_ws/a b", "/_ws/%ff", "/_ws/%00", "/_ws/_x", `/_ws/${"x".repeat(200)}`]) {
    const response = await wakingNothing(() => upgrade(path));
    expect([path, response.status]).toEqual([path, 404]);
  }
});

it("W1 a path that is not canonical is redirected to the one that is, with its query", async () => {
  const moved: [from: string, to: string][] = [
    ["/_ws/Team/Design?since=3", "/_ws/team/design?since=3"],
    ["/_ws/team/design/", "/_ws/team/design"],
    ["/_ws/a//b", "/_ws/a/b"],
    ["/_ws/cafe%CC%81", "/_ws/caf%C3%A9"],
  ];
  for (const [from, to] of moved) {
    const response = await wakingNothing(() => upgrade(from));
    expect([from, response.status, response.headers.get("Location")]).toEqual([from, 308, to]);
  }
});

it("W1 over 60 upgrades a minute from one address the answer is 429 with Retry-After", async () => {
  await aWholeMinute();
  const headers = { "CF-Connecting-IP": "192.0.2.1" };
  for (let i = 0; i < 60; i++) expect((await upgrade("/_ws/w1/limit", headers)).status).toBe(101);
  const response = await wakingNothing(() => upgrade("/_ws/w1/over-limit", headers));
  expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "60"]);
  expect((await upgrade("/_ws/w1/limit", { "CF-Connecting-IP": "192.0.2.2" })).status).toBe(101);
});

it("W16 a page of this host or of an allowed one may connect, any other may not", async () => {
  const origins: [origin: string, status: number][] = [
    [`http://${HOST}`, 101],
    [`http://${HOST.toUpperCase()}`, 101],
    [`http://${HOST}:8080`, 403],
    [`http://${HOST}.evil.example`, 403],
    [`http://evil-${HOST}`, 403],
    [`http://${HOST}.`, 403],
    [`http://${HOST}@evil.example`, 403],
    [`http://evil@${HOST}`, 403],
    ["http://evil.example", 403],
    ["null", 403],
  ];
  for (const [Origin, status] of origins)
    expect([Origin, (await upgrade("/_ws/w16/origins", { Origin })).status]).toEqual([Origin, status]);
  await wakingNothing(() => upgrade("/_ws/w16/never-woken", { Origin: "http://evil.example" }));
  expect((await upgrade("/_ws/w16/program")).status).toBe(101);
});

it("W16 a page that came without TLS may not connect over it: whoever is on its way could have written it", async () => {
  const from = async (Origin: string) => {
    const headers = { Upgrade: "websocket", "CF-Connecting-IP": "192.0.2.4", Origin };
    const request = new Request(`https://${HOST}/_ws/w16/tls`, { headers });
    return (await frontDoor(async () => new Response())(request, bindings, {} as ExecutionContext)).status;
  };
  expect([await from(`https://${HOST}`), await from(`http://${HOST}`)]).toEqual([101, 403]);
});

it("W16 the variable ALLOWED_ORIGINS lets in the pages of other hosts, and only those", async () => {
  const door = frontDoor(async () => new Response());
  const env = { ...bindings, ALLOWED_ORIGINS: "https://friend.example, https://Other.example" };
  const from = async (Origin: string) => {
    const headers = { Upgrade: "websocket", "CF-Connecting-IP": "192.0.2.3", Origin };
    return (await door(new Request(`http://${HOST}/_ws/w16/allowed`, { headers }), env, {} as ExecutionContext)).status;
  };
  expect(await Promise.all(["https://friend.example", "https://other.example"].map(from))).toEqual([101, 101]);
  expect(await Promise.all(["http://friend.example", "https://a.friend.example"].map(from))).toEqual([403, 403]);
});

it("W20 / and /lobby are the lobby; other paths are their own channels", async () => {
  expect((await pageOf("/")).channel).toBe("lobby");
  expect((await pageOf("/lobby")).channel).toBe("lobby");
  expect((await pageOf("/caf%C3%A9/men%C3%BC")).channel).toBe("café/menü");
});

it("W20 a page whose path is not canonical is redirected; one without a canonical form is not found", async () => {
  const moved = await wakingNothing(() => fetchPath("/Team/Design/?x=1"));
  expect([moved.status, moved.headers.get("Location")]).toEqual([308, "/team/design?x=1"]);
  for (const path of ["/caf%E9", "//evil.example/%E9"]) {
    const unreadable = await wakingNothing(() => fetchPath(path));
    const shown = `http://${HOST}${path.replace("%", "%25")}`;
    expect([unreadable.status, unreadable.headers.get("Location")]).toEqual([308, shown]);
  }
  for (const path of ["/api/x", "/.env", "/%2fapi", "/caf%25E9", "/a/b/c/d/e/f/g/h/i"]) {
    const response = await wakingNothing(() => fetchPath(path));
    expect([path, response.status]).toEqual([path, 404]);
  }
});

it("a page is given the channel's latest messages, and who its visitor is there", async () => {
  const ada = await join("pages/snapshot", { name: "Ada" });
  const said = await ada.says("hello");
  const page = await pageOf("/pages/snapshot", { Cookie: `${ada.cookie}; name=Ada`, "Accept-Language": "de-AT,de;q=0.9" });
  expect(page).toMatchObject({
    channel: "pages/snapshot",
    locale: "de-AT",
    snapshot: { you: ada.you, epoch: ada.welcome.epoch, seq: 1, n: 1, users: [ada.you], messages: [said], more: false },
  });
});

it("a page only reads: other methods are refused", async () => {
  const response = await wakingNothing(() => fetchPath("/lobby", { method: "POST" }));
  expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
});

it("the health says version and commit to who asks, is kept by no cache, and wakes nothing", async () => {
  const response = await wakingNothing(() => fetchPath("/api/health"));
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  expect(await response.json()).toEqual({ version: "1.2.3", commit: "c0ffee0" });
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const refused = await wakingNothing(() => fetchPath("/api/health", { method }));
    expect([method, refused.status, refused.headers.get("Allow")]).toEqual([method, 405, "GET, HEAD"]);
  }
  for (const path of ["/api/", "/api/healthy", "/api/health/", "/api/channels"]) {
    const nothing = await wakingNothing(() => fetchPath(path));
    expect([path, nothing.status, await nothing.text()]).toEqual([path, 404, expect.stringMatching(/^[A-Z].*\.\n$/)]);
  }
});

it("calls of SolidStart's server functions, of which there are none, do not reach it", async () => {
  const reached: string[] = [];
  const door = frontDoor(async ({ url }) => (reached.push(url), new Response()));
  const headers = { "X-Server-Id": "x" };
  for (const path of ["/_server", "/_server/", "/_server?id=x&args=%5B%5D", "/_serverless"]) {
    const response = await door(new Request(`http://${HOST}${path}`, { headers }), bindings, {} as ExecutionContext);
    expect([path, response.status]).toEqual([path, 404]);
  }
  expect(reached).toEqual([]);
});

it("a first visitor is a guest, under the same name in the page, the cookie and the next channel", async () => {
  const response = await fetchPath("/guests/one");
  const cookies = response.headers.getSetCookie();
  const { snapshot } = await response.json<Page>();
  expect(cookies[1]).toBe(`name=${encodeURIComponent(snapshot!.you.name)}; Path=/; Max-Age=15552000; SameSite=Lax`);
  const next = await pageOf("/guests/two", { Cookie: cookies[0]!.split(";")[0]! });
  expect(next.snapshot!.you.name).toBe(snapshot!.you.name);
});

it("W19 over 600 pages a minute from one address they are rendered without asking their channel; others' are as ever", async () => {
  const said = await (await join("pages/limit")).says("hello");
  const from = (address: string) => fetchPath("/pages/limit", { headers: { "CF-Connecting-IP": address } });
  await aWholeMinute();
  for (let i = 0; i < 600; i++) expect((await bindings.PAGES.limit({ key: "192.0.2.4 0" })).success).toBe(true); // as pages would
  const asked = vi.spyOn(Channel.prototype, "snapshot");
  const page = await from("192.0.2.4");
  expect([page.status, await page.json<Page>()]).toEqual([200, expect.not.objectContaining({ snapshot: expect.anything() })]);
  expect(asked).not.toHaveBeenCalled();
  expect(await (await from("192.0.2.5")).json<Page>()).toMatchObject({ snapshot: { messages: [said] } });
  asked.mockRestore();
}, 20_000);

it("a page whose channel cannot be reached is rendered without a snapshot", async () => {
  const door = frontDoor(async (_request, page) => Response.json(page));
  const unreachable = { getByName: () => ({ snapshot: async () => Promise.reject(new Error("object reset")) }) };
  const env = { ...bindings, CHANNEL: unreachable as unknown as typeof bindings.CHANNEL };
  const response = await door(new Request(`http://${HOST}/faults/page`), env, {} as ExecutionContext);
  expect(await response.json()).toEqual({
    channel: "faults/page",
    locale: "en",
    timeZone: "UTC",
    theme: "system",
    isWelcomed: false,
  });
});
