/** Pages of the built Worker for a plain HTTP client: they contain the channel's latest messages. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { startEdgewise, type Edgewise } from "./support/edgewise";
import { say } from "./support/program";

let edgewise: Edgewise;
beforeAll(async () => {
  edgewise = await startEdgewise();
});
afterAll(() => edgewise?.stop());

it.each([
  ["/", "lobby"],
  ["/team/design", "team/design"],
])("GET %s is 200 and holds the latest messages of %s", async (path, channel) => {
  await say(edgewise.url, channel, [`hello <${channel}> & "all"`]);
  const response = await fetch(edgewise.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Security-Policy")).toContain("script-src 'nonce-");
  expect(await response.text()).toContain(`hello &lt;${channel}> &amp; "all"`);
});

it("HEAD answers a page without a body", async () => {
  const response = await fetch(`${edgewise.url}/team/design`, { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
});

it("W17 a cookie with one changed byte gets a new identity", async () => {
  let addresses = 0; // each gets 20 new identities a minute (W30)
  const visit = async (cookie: string) => {
    const { status, headers } = await fetch(`${edgewise.url}/flipped`, {
      method: "HEAD",
      headers: { cookie: `edgewise=${cookie}`, "CF-Connecting-IP": `198.51.100.${addresses++}` },
    });
    return { status, set: headers.getSetCookie()[0]?.match(/^edgewise=([^;]+)/)?.[1] };
  };
  const { set: cookie = "" } = await visit("");
  expect(await visit(`${cookie}; name=Ada`)).toEqual({ status: 200, set: undefined });
  const secrets = new Set([cookie.split(".")[2]]);
  for (let at = 0; at < cookie.length; at++) {
    const flipped = String.fromCharCode(cookie.charCodeAt(at) ^ 0xff);
    const { status, set } = await visit(cookie.slice(0, at) + flipped + cookie.slice(at + 1));
    expect(status).toBe(200);
    secrets.add(set?.split(".")[2]);
  }
  expect(secrets.size).toBe(1 + cookie.length);
});

it("robots.txt and favicon.ico are files, and other names that every site is asked for are not found", async () => {
  const types = await Promise.all(
    ["/robots.txt", "/favicon.ico"].map(async (path) => (await fetch(edgewise.url + path)).headers.get("Content-Type")),
  );
  expect(types).toEqual(["text/plain; charset=utf-8", expect.stringMatching(/icon/)]);
  const paths = ["/sitemap.xml", "/index.html", "/wp-login.php", "/manifest.json", "/apple-touch-icon-precomposed.png"];
  const statuses = await Promise.all(paths.map(async (path) => (await fetch(edgewise.url + path)).status));
  expect(statuses).toEqual(paths.map(() => 404));
});

it("no cookie reaches the rendering: SolidStart would parse its own, and log it if it is malformed", async () => {
  const response = await fetch(`${edgewise.url}/team/design`, { headers: { Cookie: "flash=a secret" } });
  expect(response.status).toBe(200);
  expect(response.headers.getSetCookie().join()).not.toContain("flash");
});
