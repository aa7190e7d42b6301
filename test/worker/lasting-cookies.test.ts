/** Safari and Brave delete a cookie after 7 days if a script has set it. So the Worker sets each of them again. */
import { expect, it } from "vitest";
import { createRouter } from "../../worker/http/router";
import { bindings, fetchPath, newUserCookie } from "./support/peer";

const LASTING = "; Path=/; Max-Age=15552000; SameSite=Lax";
const setBy = async (response: Promise<Response>) => (await response).headers.getSetCookie();
const post = (query: string, headers: Record<string, string> = {}) =>
  fetchPath(`/api/cookies${query}`, { method: "POST", headers: { Origin: "http://edgewise.test", ...headers } });

it("every page sets the name, the theme and the dismissed welcome again, for 180 days", async () => {
  for (const path of ["/cookies/page", "/"]) {
    const Cookie = `${newUserCookie()}; name=Ada%20L; theme=dark; welcomed=1; other=1`;
    expect(await setBy(fetchPath(path, { headers: { Cookie } }))).toEqual([
      `name=Ada%20L${LASTING}`,
      `theme=dark${LASTING}`,
      `welcomed=1${LASTING}`,
    ]);
  }
});

it("a page sets no cookie that it has not received, and none with a value that it does not know", async () => {
  for (const cookies of ["", "; name=%ff; theme=pink; welcomed=2", "; name=; theme=; welcomed="])
    expect(await setBy(fetchPath("/cookies/none", { headers: { Cookie: newUserCookie() + cookies } }))).toEqual([]);
});

it("POST /api/cookies sets what a page has just kept", async () => {
  const kept: [query: string, cookies: string[]][] = [
    ["?name=Ada%20L", [`name=Ada%20L${LASTING}`]],
    ["?name=Zo%C3%AB%3B%20Path%3D%2Fx%0D%0A", [`name=${encodeURIComponent("Zoë; Path=/x")}${LASTING}`]],
    ["?theme=light", [`theme=light${LASTING}`]],
    ["?theme=system", [`theme=system${LASTING}`]],
    ["?welcomed=1", [`welcomed=1${LASTING}`]],
    ["?previews=off", [`previews=off${LASTING}`]],
    ["?previews=x", [`previews=on${LASTING}`]],
    ["?edgewise=v1.1.x", []],
    ["?name=%E2%80%8B", []],
    ["", []],
  ];
  for (const [query, cookies] of kept) {
    const response = await post(query);
    expect([query, response.status, response.headers.getSetCookie()]).toEqual([query, 204, cookies]);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
  }
});

it("over https they are Secure", async () => {
  const fetch = createRouter(async () => new Response());
  const request = new Request("https://edgewise.test/api/cookies?theme=dark", { method: "POST" });
  const response = await fetch(request, bindings);
  expect(response.headers.getSetCookie()).toEqual([`theme=dark${LASTING}; Secure`]);
});

it("POST /api/cookies is refused for pages of other sites, and no other method sets anything", async () => {
  for (const Origin of ["http://evil.example", "null"])
    expect([Origin, (await post("?name=Eve", { Origin })).status]).toEqual([Origin, 403]);
  const response = await fetchPath("/api/cookies?name=Eve");
  expect([response.status, response.headers.get("Allow"), response.headers.getSetCookie()]).toEqual([405, "POST", []]);
  expect((await fetchPath("/api/cookies/", { method: "POST" })).status).toBe(404);
});
