/** The router: which requests are accepted, redirected or refused. A refusal wakes no Durable Object. */
import { expect, it, vi } from "vitest";
import type { PageData } from "../../src/shared/page";
import type { ServerEvent } from "../../src/shared/protocol";
import { Channel } from "../../worker/channel/Channel";
import { createRouter } from "../../worker/http/router";
import { bindings, fetchPath, join, upgrade, waitForRateLimitWindow } from "./support/peer";
import { withoutWaking } from "./support/without-waking";

const HOST = "edgewise.test";

const pageOf = async (path: string, headers: Record<string, string> = {}) =>
  (await fetchPath(path, { headers })).json<PageData>();

it("W20 / and /lobby are the lobby; every other path is its own channel", async () => {
  expect((await pageOf("/")).channel).toBe("lobby");
  expect((await pageOf("/lobby")).channel).toBe("lobby");
  expect((await pageOf("/caf%C3%A9/men%C3%BC")).channel).toBe("café/menü");
});

it("W20 a page redirects if its path is not canonical, and is not found if the path has no canonical form", async () => {
  const moved = await withoutWaking(() => fetchPath("/Team/Design/?x=1"));
  expect([moved.status, moved.headers.get("Location")]).toEqual([308, "/team/design?x=1"]);
  for (const path of ["/caf%E9", "//evil.example/%E9"]) {
    const unreadable = await withoutWaking(() => fetchPath(path));
    const shown = `http://${HOST}${path.replace("%", "%25")}`;
    expect([unreadable.status, unreadable.headers.get("Location")]).toEqual([308, shown]);
  }
  for (const path of ["/api/x", "/.env", "/%2fapi", "/caf%25E9", "/a/b/c/d/e/f/g/h/i"]) {
    const response = await withoutWaking(() => fetchPath(path));
    expect([path, response.status]).toEqual([path, 404]);
  }
});

it("W20 what every site is asked for is not found, as a page and as a socket, and wakes no object", async () => {
  for (const path of ["/sitemap.xml", "/index.html", "/wp-login.php", "/blog/wp-admin/", "/ads.txt", "/sw.js", "/.git/config"]) {
    const page = await withoutWaking(() => fetchPath(path));
    const socket = await withoutWaking(() => upgrade(`/_ws${path}`));
    expect([path, page.status, socket.status]).toEqual([path, 404, 404]);
  }
});

it("/.well-known/security.txt names a contact and expires within a year, and wakes no object", async () => {
  const response = await withoutWaking(() => fetchPath("/.well-known/security.txt"));
  expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "text/plain; charset=utf-8"]);
  const text = await response.text();
  expect(text).toMatch(/^Contact: mailto:security@edgewise\.test$/m);
  expect(text).toMatch(/^Canonical: http:\/\/edgewise\.test\/\.well-known\/security\.txt$/m);
  const left = Date.parse(/^Expires: (.*)$/m.exec(text)![1]!) - Date.now();
  expect([left > 30 * 86_400_000, left < 365 * 86_400_000]).toEqual([true, true]);
  for (const path of ["/.well-known/other", "/.well-known/security.txt.bak", "/.well-known/security.txt/"])
    expect([path, (await withoutWaking(() => fetchPath(path))).status]).toEqual([path, 404]);
});

it("SECURITY_CONTACT replaces the contact of security.txt", async () => {
  const env = { ...bindings, SECURITY_CONTACT: "https://chat.example/report" };
  const request = new Request(`http://${HOST}/.well-known/security.txt`);
  const response = await createRouter(async () => new Response())(request, env);
  expect(await response.text()).toMatch(/^Contact: https:\/\/chat\.example\/report$/m);
});

it("a page gets the channel's latest messages and its visitor's identity there", async () => {
  const ada = await join("pages/snapshot", { name: "Ada" });
  const said = await ada.sendMessage("hello");
  const page = await pageOf("/pages/snapshot", { Cookie: `${ada.cookie}; name=Ada`, "Accept-Language": "de-AT,de;q=0.9" });
  expect(page).toMatchObject({
    channel: "pages/snapshot",
    locale: "de-AT",
    snapshot: { you: ada.you, epoch: ada.welcome.epoch, seq: 1, n: 1, users: [ada.you], messages: [said], more: false },
  });
});

it("a page is read with GET or HEAD; other methods are refused", async () => {
  const response = await withoutWaking(() => fetchPath("/lobby", { method: "POST" }));
  expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
});

it("/api/health answers with version, commit and the build of the pages, is never cached, and wakes no object", async () => {
  const response = await withoutWaking(() => fetchPath("/api/health"));
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
  expect(await response.json()).toEqual({ version: "1.2.3", commit: "c0ffee0", build: "b0i1d" });
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
    const refused = await withoutWaking(() => fetchPath("/api/health", { method }));
    expect([method, refused.status, refused.headers.get("Allow")]).toEqual([method, 405, "GET, HEAD"]);
  }
  for (const path of ["/api/", "/api/healthy", "/api/health/", "/api/channels"]) {
    const nothing = await withoutWaking(() => fetchPath(path));
    expect([path, nothing.status, await nothing.text()]).toEqual([path, 404, expect.stringMatching(/^[A-Z].*\.\n$/)]);
  }
});

it("W2 /api/welcome answers what a socket would receive first, with what changed since (W3)", async () => {
  const ada = await join("pages/no-socket", { name: "Ada" });
  const [first, second] = [await ada.sendMessage("one"), await ada.sendMessage("two")];
  const ask = async (query: string) => {
    const response = await fetchPath(`/api/welcome/pages/no-socket?${query}`, { headers: { Cookie: ada.cookie } });
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
    return response.json<ServerEvent>();
  };
  const you = { ...ada.you, role: "owner" };
  const settings = { ...ada.welcome.settings, staff: [you] };
  const d = { ...ada.welcome, you, settings, now: expect.any(Number), seq: 2, n: 1, messages: [first, second] };
  expect(await ask("name=Ada")).toEqual({ t: "welcome", d });
  const { epoch } = ada.welcome;
  expect(await ask(`since=1&epoch=${epoch}`)).toMatchObject({ d: { resumed: true, messages: [second], build: "b0i1d" } });
  expect(await ask(`since=1&epoch=another`)).toMatchObject({ d: { resumed: false, messages: [first, second] } });
});

it("W2 /api/welcome refuses what a page or a socket would refuse, and wakes no object", async () => {
  const ask = (path: string, init?: RequestInit) => withoutWaking(() => fetchPath(`/api/welcome/${path}`, init));
  expect([(await ask("api/x")).status, (await ask("index.php")).status, (await ask("a", { method: "POST" })).status]).toEqual([
    404, 404, 405,
  ]);
  const moved = await ask("Team//A?since=1");
  expect([moved.status, moved.headers.get("Location")]).toEqual([308, "/api/welcome/team/a?since=1"]);
  await waitForRateLimitWindow();
  for (let i = 0; i < 600; i++) await bindings.PAGES.limit({ key: "192.0.2.7 0" });
  expect((await ask("a", { headers: { "CF-Connecting-IP": "192.0.2.7" } })).status).toBe(429);
});

it("calls of server functions do not reach SolidStart, because there are none", async () => {
  const reached: string[] = [];
  const fetch = createRouter(async ({ url }) => (reached.push(url), new Response()));
  const headers = { "X-Server-Id": "x" };
  for (const path of ["/_server", "/_server/", "/_server?id=x&args=%5B%5D", "/_serverless"]) {
    const response = await fetch(new Request(`http://${HOST}${path}`, { headers }), bindings);
    expect([path, response.status]).toEqual([path, 404]);
  }
  expect(reached).toEqual([]);
});

it("W19 above 600 pages a minute from one address, its pages are rendered without a snapshot; other addresses still get one", async () => {
  const said = await (await join("pages/limit")).sendMessage("hello");
  const from = (address: string) => fetchPath("/pages/limit", { headers: { "CF-Connecting-IP": address } });
  await waitForRateLimitWindow();
  for (let i = 0; i < 600; i++) expect((await bindings.PAGES.limit({ key: "192.0.2.4 0" })).success).toBe(true); // as pages do
  const snapshot = vi.spyOn(Channel.prototype, "snapshot");
  const page = await from("192.0.2.4");
  expect([page.status, await page.json<PageData>()]).toEqual([200, expect.not.objectContaining({ snapshot: expect.anything() })]);
  expect(snapshot).not.toHaveBeenCalled();
  expect(await (await from("192.0.2.5")).json<PageData>()).toMatchObject({ snapshot: { messages: [said] } });
  snapshot.mockRestore();
});

it("a page whose channel cannot be reached is rendered without a snapshot", async () => {
  const fetch = createRouter(async (_request, page) => Response.json(page));
  const unreachable = { getByName: () => ({ snapshot: async () => Promise.reject(new Error("object reset")) }) };
  const env = { ...bindings, CHANNEL: unreachable as unknown as typeof bindings.CHANNEL };
  const response = await fetch(new Request(`http://${HOST}/faults/page`), env);
  expect(await response.json()).toEqual({
    channel: "faults/page",
    isNewcomer: true,
    language: "en",
    locale: "en",
    timeZone: "UTC",
    theme: "system",
    isWelcomed: false,
    previews: "none",
  });
});
