/** W23: links that make another browser the same person: device links and recovery links. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { sealLink } from "../../worker/identity/link-token";
import { newSecret } from "../../worker/identity/public-id";
import { parseCookie } from "./support/cookies";
import { bindings, fetchPath, join, newUserCookie } from "./support/peer";

const MINUTE = 60_000; // ms
const keyring = bindings.KEYRING.getByName("keyring");

let addresses = 1;

function post(path: string, { body, ...headers }: Record<string, unknown> = {}): Promise<Response> {
  const address = `2001:db8:2:${(addresses++).toString(16)}::1`;
  const init = { method: "POST", headers: { "CF-Connecting-IP": address, ...(headers as Record<string, string>) } };
  return fetchPath(`/api/identity/${path}`, { ...init, ...(body !== undefined && { body: body as string }) });
}

async function make(kind: "link" | "recovery", Cookie: string) {
  const response = await post(kind, { Cookie });
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
  const link = await response.json<{ url: string; expires?: number }>();
  return { ...link, token: /^http:\/\/edgewise\.test\/#device=([\w-]+)$/.exec(link.url)![1]! };
}

const redeem = (token: unknown, headers: Record<string, string> = {}) =>
  post("redeem", { body: JSON.stringify({ token }), ...headers });

/** A bad token: 403, one line for people, and no cookie. */
async function expectRefused(response: Response): Promise<void> {
  expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  expect(await response.text()).toMatch(/^[^\n]+\.\n$/);
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const advance = (ms: number) => void vi.setSystemTime(Date.now() + ms);

it("W23 a device link makes another browser the same person in every channel", async () => {
  const cookie = newUserCookie();
  const { token, expires } = await make("link", cookie);
  expect(expires).toBe(Date.now() + 10 * MINUTE);
  expect(token).not.toContain(parseCookie(cookie).secret);
  const response = await redeem(token);
  expect([response.status, await response.text(), response.headers.get("Cache-Control")]).toEqual([204, "", "no-store"]);
  const [line, ...others] = response.headers.getSetCookie();
  expect(line).toMatch(/^edgewise=v1\.\S+; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/);
  expect(others).toEqual([]);
  expect(parseCookie(line!).secret).toBe(parseCookie(cookie).secret);
  const here = await join("w23/devices", { cookie });
  const there = await join("w23/devices", { cookie: line!.split(";")[0]! });
  expect(there.you.id).toBe(here.you.id);
});

it("W23 it works once, within 10 minutes", async () => {
  const cookie = newUserCookie();
  const [used, late] = [await make("link", cookie), await make("link", cookie)];
  advance(9 * MINUTE);
  const answers = await Promise.all([redeem(used.token), redeem(used.token), redeem(used.token)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 403, 403]);
  await evictDurableObject(keyring);
  await expectRefused(await redeem(used.token));
  advance(MINUTE);
  await expectRefused(await redeem(late.token));
  await expectRefused(await redeem(used.token));
});

it("W23 the Keyring remembers used links until they expire, and no longer", async () => {
  const used = () =>
    runInDurableObject(keyring, (_object, { storage }) => storage.sql.exec("SELECT count(*) AS n FROM used_links").one()["n"]);
  advance(60 * MINUTE); // those of other tests
  for (let i = 0; i < 3; i++) await redeem((await make("link", newUserCookie())).token);
  expect(await used()).toBe(3);
  advance(11 * MINUTE);
  await redeem((await make("link", newUserCookie())).token);
  expect(await used()).toBe(1);
});

it("W23 a recovery link has no expiry and works again and again, until a new one replaces it", async () => {
  const cookie = newUserCookie();
  const first = await make("recovery", cookie);
  expect(first.expires).toBeUndefined();
  advance(400 * 24 * 60 * MINUTE);
  for (let i = 0; i < 2; i++) {
    const response = await redeem(first.token);
    expect(parseCookie(response.headers.getSetCookie()[0]!).secret).toBe(parseCookie(cookie).secret);
  }
  const fresh = (await redeem(first.token)).headers.getSetCookie()[0]!.split(";")[0]!;
  await evictDurableObject(keyring);
  const [second, others] = [await make("recovery", fresh), await make("recovery", newUserCookie())];
  await expectRefused(await redeem(first.token));
  for (const { token } of [second, others]) expect((await redeem(token)).status).toBe(204);
});

it("W23 a token that is forged, cut, mixed or of another deployment is 403", async () => {
  const [ada, ben] = [await make("link", newUserCookie()), await make("link", newUserCookie())];
  const link = { id: newSecret(), secret: newSecret(), expires: Date.now() + MINUTE };
  const bad = [
    await sealLink(link, crypto.getRandomValues(new Uint8Array(32))),
    ada.token.slice(0, -1),
    ada.token.slice(1),
    `${ada.token}A`,
    `${ada.token}=`,
    ada.token.slice(0, 40) + ben.token.slice(40),
    parseCookie(newUserCookie()).secret,
    "",
    "x",
    "é",
    null,
    7,
    [ada.token],
    { token: ada.token },
  ];
  for (const token of bad) await expectRefused(await redeem(token));
  const named = (await make("link", `${newUserCookie()}; name=Ada`)).token; // of its last character, 2 of 6 bits count
  for (const last of "ABCDQRgw_".replace(named.at(-1)!, "")) await expectRefused(await redeem(named.slice(0, -1) + last));
  for (let at = 0; at < ada.token.length; at += 7) {
    const other = ada.token[at] === "A" ? "B" : "A";
    await expectRefused(await redeem(ada.token.slice(0, at) + other + ada.token.slice(at + 1)));
  }
  for (const body of [
    "",
    "token",
    "null",
    "[]",
    `{"token":"${ada.token}"`,
    JSON.stringify({ token: ada.token, more: "x".repeat(2_000) }),
  ])
    await expectRefused(await post("redeem", { body }));
  expect((await redeem(ada.token)).status).toBe(204); // none of this has used it up
});

it("W23 only a person with a valid identity cookie can make a link", async () => {
  const forged = newUserCookie().slice(0, -1);
  for (const headers of [{}, { Cookie: forged }, { Cookie: "edgewise=" }])
    for (const kind of ["link", "recovery"]) await expectRefused(await post(kind, headers));
});

it("W23 only pages of this site may ask, and only by POST", async () => {
  const Cookie = newUserCookie();
  const { token } = await make("link", Cookie);
  for (const Origin of ["http://evil.example", "null"]) {
    for (const kind of ["link", "recovery"]) await expectRefused(await post(kind, { Cookie, Origin }));
    await expectRefused(await redeem(token, { Origin }));
  }
  for (const path of ["link", "recovery", "redeem"]) {
    const read = await fetchPath(`/api/identity/${path}`, { headers: { Cookie } });
    expect([read.status, read.headers.get("Allow")]).toEqual([405, "POST"]);
  }
  expect((await post("nothing")).status).toBe(404);
  expect((await redeem(token, { Origin: "http://edgewise.test" })).status).toBe(204);
});

it("W23 the other browser takes over the name of the link, and loses the name of who was there before", async () => {
  const named = async (who: string, name: string) =>
    (
      await redeem((await make("link", `${newUserCookie()}${who}`)).token, { Cookie: `${newUserCookie()}${name}` })
    ).headers.getSetCookie()[1];
  expect(await named("; name=Ada%20L", "")).toBe("name=Ada%20L; Path=/; Max-Age=15552000; SameSite=Lax");
  expect(await named("; name=Ada%20L", "; name=Ben")).toMatch(/^name=Ada%20L; /);
  expect(await named("", "; name=Ben")).toBe("name=; Path=/; Max-Age=0; SameSite=Lax");
  expect(await named(`; name=${"a%CC%B2%CC%B3".repeat(30)}`, "; name=Ben")).toMatch(/^name=; /); // too long for a link
});

it("W23 an address can ask 60 times a minute", async () => {
  for (let i = 0; i < 60; i++) expect((await bindings.LINKS.limit({ key: "192.0.2.40 0" })).success).toBe(true);
  const response = await post("link", { Cookie: newUserCookie(), "CF-Connecting-IP": "192.0.2.40" });
  expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "60"]);
});
