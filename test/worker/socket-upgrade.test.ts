/** Upgrades: which are accepted, redirected or refused. A refusal wakes no Durable Object. */
import { expect, it } from "vitest";
import { createRouter } from "../../worker/http/router";
import { bindings, fetchPath, upgrade } from "./support/peer";
import { withoutWaking } from "./support/without-waking";

const HOST = "edgewise.test";

it("W1 without an Upgrade header the answer is 426", async () => {
  const response = await withoutWaking(() => fetchPath("/_ws/lobby"));
  expect(response.status).toBe(426);
  expect(response.headers.get("Upgrade")).toBe("websocket");
});

it("W1 a path without a canonical form is 404", async () => {
  for (const path of ["/_ws/api/x", "/_ws/-dash", "/_ws/a b", "/_ws/%ff", "/_ws/%00", "/_ws/_x", `/_ws/${"x".repeat(200)}`]) {
    const response = await withoutWaking(() => upgrade(path));
    expect([path, response.status]).toEqual([path, 404]);
  }
});

it("W1 a path that is not canonical redirects to the canonical one, with its query", async () => {
  const moved: [from: string, to: string][] = [
    ["/_ws/Team/Design?since=3", "/_ws/team/design?since=3"],
    ["/_ws/team/design/", "/_ws/team/design"],
    ["/_ws/a//b", "/_ws/a/b"],
    ["/_ws/cafe%CC%81", "/_ws/caf%C3%A9"],
  ];
  for (const [from, to] of moved) {
    const response = await withoutWaking(() => upgrade(from));
    expect([from, response.status, response.headers.get("Location")]).toEqual([from, 308, to]);
  }
});

it("W16 only pages of this host and of allowed origins may connect", async () => {
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
  await withoutWaking(() => upgrade("/_ws/w16/never-woken", { Origin: "http://evil.example" }));
  expect((await upgrade("/_ws/w16/program")).status).toBe(101);
});

it("W16 a page that was loaded without TLS may not connect over TLS, because an attacker could have changed it", async () => {
  const from = async (Origin: string) => {
    const headers = { Upgrade: "websocket", "CF-Connecting-IP": "192.0.2.4", Origin };
    const request = new Request(`https://${HOST}/_ws/w16/tls`, { headers });
    return (await createRouter(async () => new Response())(request, bindings)).status;
  };
  expect([await from(`https://${HOST}`), await from(`http://${HOST}`)]).toEqual([101, 403]);
});

it("W16 ALLOWED_ORIGINS allows pages of the listed origins, and no others", async () => {
  const fetch = createRouter(async () => new Response());
  const env = { ...bindings, ALLOWED_ORIGINS: "https://friend.example, https://Other.example" };
  const from = async (Origin: string) => {
    const headers = { Upgrade: "websocket", "CF-Connecting-IP": "192.0.2.3", Origin };
    return (await fetch(new Request(`http://${HOST}/_ws/w16/allowed`, { headers }), env)).status;
  };
  expect(await Promise.all(["https://friend.example", "https://other.example"].map(from))).toEqual([101, 101]);
  expect(await Promise.all(["http://friend.example", "https://a.friend.example"].map(from))).toEqual([403, 403]);
});
