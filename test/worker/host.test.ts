/** W23: the host, who has the secret HOST_KEY of the deployment. */
import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PageData } from "../../src/shared/page";
import type { Welcome } from "../../src/shared/protocol";
import type { Env } from "../../worker/env";
import { createRouter } from "../../worker/http/router";
import { bindings, newUserCookie, TestPeer, waitForRateLimitWindow } from "./support/peer";

const KEY = "the-key-of-this-host-01";
const DAY = 24 * 60 * 60; // seconds
const router = createRouter(async (_request, page) => Response.json(page));

let addresses = 1;

/** A deployment with this key, or without one. A developer's .dev.vars may have another. */
function deployment(hostKey: string | null): Env {
  const { HOST_KEY: _other, ...env } = bindings;
  return hostKey === null ? env : { ...env, HOST_KEY: hostKey };
}

function send(path: string, init: RequestInit & { headers: Record<string, string> }, hostKey: string | null = KEY) {
  const headers = { "CF-Connecting-IP": `2001:db8:1:${(addresses++).toString(16)}::1`, ...init.headers };
  const url = path.startsWith("https:") ? path : `http://edgewise.test${path}`;
  return router(new Request(url, { ...init, headers }), deployment(hostKey));
}

function post(body: unknown, headers: Record<string, string> = {}, hostKey: string | null = KEY) {
  return send("/api/host", { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body), headers }, hostKey);
}

const cookieOf = (response: Response) => response.headers.getSetCookie()[0]!.split(";")[0]!;

/** The role that a browser with this cookie has in a channel: the same by socket, page and HTTP. */
async function roleWith(cookie: string, hostKey: string | null = KEY): Promise<string | undefined> {
  const headers = { Cookie: `${newUserCookie()}; ${cookie}` };
  const { webSocket } = await send("/_ws/w23/host", { headers: { ...headers, Upgrade: "websocket" } }, hostKey);
  const peer = new TestPeer(webSocket!, "");
  const { you } = (await peer.nextOf("welcome")).d;
  peer.close();
  const page = await (await send("/w23/host", { headers }, hostKey)).json<PageData>();
  const polled = await (await send("/api/welcome/w23/host", { headers }, hostKey)).json<{ d: Welcome }>();
  expect([page.snapshot!.you.role, polled.d.you.role]).toEqual([you.role, you.role]);
  return you.role;
}

const now = () => Math.floor(Date.now() / 1000);
const signed = (key: string, issued = now()) =>
  `edgewise-host=v1.${issued}.${createHmac("sha256", key).update(`v1.${issued}`).digest("base64url")}`;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

it("W23 the key of the deployment makes a browser the host's for 30 days, in every channel", async () => {
  const response = await post({ key: KEY });
  expect([response.status, await response.text(), response.headers.get("Cache-Control")]).toEqual([204, "", "no-store"]);
  const [line] = response.headers.getSetCookie();
  expect(line).toMatch(/^edgewise-host=v1\.\d{10}\.[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
  expect(await roleWith(cookieOf(response))).toBe("host");
  vi.setSystemTime(Date.now() + 29.9 * DAY * 1_000);
  expect(await roleWith(cookieOf(response))).toBe("host");
  vi.setSystemTime(Date.now() + 0.2 * DAY * 1_000);
  expect(await roleWith(cookieOf(response))).toBeUndefined();
});

it("W23 over https the host's cookie is Secure and bound to this host", async () => {
  const response = await send("https://edgewise.test/api/host", {
    method: "POST",
    body: JSON.stringify({ key: KEY }),
    headers: {},
  });
  expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-edgewise-host=v1\.\S+; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/);
  expect(await roleWith(cookieOf(response))).toBeUndefined(); // over http
});

it.each([
  ["another key", { key: "the-key-of-this-host-02" }],
  ["the key, cut", { key: KEY.slice(0, -1) }],
  ["the key and more", { key: `${KEY}\0` }],
  ["an empty key", { key: "" }],
  ["a key that is no string", { key: [KEY] }],
  ["no key", {}],
  ["null", null],
  ["no JSON", KEY],
  ["nothing", ""],
  ["more than 1 kB", { key: KEY, more: "x".repeat(2_000) }],
])("W23 %s is 403, and sets no cookie", async (_name, body) => {
  const response = await post(body);
  expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
});

it("W23 without the secret HOST_KEY there is no host", async () => {
  for (const hostKey of ["", null])
    for (const key of ["", KEY, "undefined", "null"]) expect((await post({ key }, {}, hostKey)).status).toBe(403);
  for (const key of ["edgewise-host=", signed("undefined"), signed("null")]) expect(await roleWith(key, null)).toBeUndefined();
});

it("W23 a forged cookie, or one of an old key, is no host's", async () => {
  const cookie = cookieOf(await post({ key: KEY }));
  expect(await roleWith(signed(KEY))).toBe("host"); // the format of this test is the right one
  const issued = now();
  for (const forged of [
    signed("another key"),
    cookie.replace(`v1.${issued}`, `v1.${issued + 1}`),
    cookie.slice(0, -1),
    cookie.replace("v1", "v2"),
    "edgewise-host=",
    "edgewise-host=1",
    `edgewise-host=${KEY}`,
    `edgewise-host=v1.${"9".repeat(400)}.x`,
  ])
    expect([forged, await roleWith(forged)]).toEqual([forged, undefined]);
  expect(await roleWith(cookie, "a-new-key-of-this-host-1")).toBeUndefined();
});

it("W23 an address has 5 tries a minute, also with the right key; others have theirs", async () => {
  vi.useRealTimers();
  await waitForRateLimitWindow();
  const from = (address: string, key: string) => post({ key }, { "CF-Connecting-IP": address });
  for (let i = 0; i < 5; i++) expect((await from("192.0.2.30", "guess")).status).toBe(403);
  const sixth = await from("192.0.2.30", KEY);
  expect([sixth.status, sixth.headers.get("Retry-After"), sixth.headers.getSetCookie()]).toEqual([429, "60", []]);
  expect((await from("192.0.2.31", KEY)).status).toBe(204);
});

it("W23 only pages of this site may post the key, and only by POST", async () => {
  for (const Origin of ["http://evil.example", "null", "http://edgewise.test.evil.example"]) {
    const response = await post({ key: KEY }, { Origin });
    expect([Origin, response.status, response.headers.getSetCookie()]).toEqual([Origin, 403, []]);
  }
  expect((await post({ key: KEY }, { Origin: "http://edgewise.test" })).status).toBe(204);
  const read = await send("/api/host", { headers: {} });
  expect([read.status, read.headers.get("Allow")]).toEqual([405, "POST"]);
  expect((await send("/api/hosts", { method: "POST", headers: {} })).status).toBe(404);
});
