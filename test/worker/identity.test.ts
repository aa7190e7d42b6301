/** W17: a user's identity comes from a cookie that this site signed, and from nothing else. */
import { createHmac } from "node:crypto";
import fc from "../support/fast-check";
import { expect, it } from "vitest";
import { identify } from "../../worker/identity/identify";
import { newSecret, publicId } from "../../worker/identity/public-id";
import { type CookieFields, parseCookie, signCookie } from "./support/cookies";
import { bindings, fetchPath, join, newUserCookie, TestPeer, upgrade } from "./support/peer";

const DAY = 24 * 60 * 60; // seconds
const now = () => Math.floor(Date.now() / 1000);

/** The person that the Worker sees behind a cookie. */
async function personOf(cookie: string, url = "http://edgewise.test/", name = "edgewise") {
  return (await identify(new Request(url, { headers: { Cookie: `${name}=${cookie}` } }), bindings))!;
}

it("W17 the first page or the first upgrade sets the cookie, HttpOnly; later ones do not set it again", async () => {
  for (const first of [await fetchPath("/w17/page"), await upgrade("/_ws/w17/upgrade")]) {
    const [line] = first.headers.getSetCookie();
    expect(line).toMatch(/^edgewise=v1\.1\.[\w-]{22}\.\d{10}\.[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/);
    const headers = { Cookie: line!.split(";")[0]! };
    expect((await fetchPath("/w17/page", { headers })).headers.getSetCookie()).toEqual([]);
    expect((await upgrade("/_ws/w17/page", headers)).headers.getSetCookie()).toEqual([]);
  }
});

it("W17 the signature is an HMAC-SHA-256 over everything before it", async () => {
  const [line] = (await fetchPath("/w17/format")).headers.getSetCookie();
  expect(line!.split(";")[0]).toBe(`edgewise=${signCookie(parseCookie(line!))}`);
});

it("W17 over https the cookie is Secure and bound to the host, and a cookie that http could have set is ignored", async () => {
  const secret = newSecret();
  const url = "https://edgewise.test/";
  expect(await personOf(signCookie({ secret }), url, "__Host-edgewise")).toEqual({ secret });
  const person = await personOf(signCookie({ secret }), url);
  expect(person.secret).not.toBe(secret);
  expect(person.cookie).toMatch(/^__Host-edgewise=v1\.\S+; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure$/);
});

it("W17 a cookie older than a week is renewed for the same person, and a cookie is valid for 180 days", async () => {
  const secret = newSecret();
  const withAge = (days: number) => personOf(signCookie({ secret, issued: now() - days * DAY }));
  expect(await withAge(6.9)).toEqual({ secret });
  for (const days of [7.1, 179.9]) {
    const { cookie } = await withAge(days);
    expect(parseCookie(cookie!)).toMatchObject({ secret, issued: expect.closeTo(now(), -1) });
    expect(await personOf(cookie!.slice("edgewise=".length).split(";")[0]!)).toEqual({ secret });
  }
  expect((await withAge(180.1)).secret).not.toBe(secret);
});

it("W17 a cookie may be issued up to 5 minutes in the future, because clocks differ", async () => {
  const secret = newSecret();
  expect(await personOf(signCookie({ secret, issued: now() + 290 }))).toEqual({ secret });
  expect((await personOf(signCookie({ secret, issued: now() + 310 }))).secret).not.toBe(secret);
});

it("W17 a cookie with one flipped bit gets a new identity, not an error", async () => {
  const secret = newSecret();
  const cookie = signCookie({ secret, issued: now() - DAY }); // before the keys were loaded, so its key cannot be a newer one
  const seen = new Set([secret]);
  for (let at = 0; at < cookie.length; at++)
    for (let bit = 0; bit < 7; bit++) await expectNewIdentity(flipped(cookie, at, 1 << bit), seen);
  expect(seen.size).toBe(1 + cookie.length * 7);
  const response = await fetchPath("/w17/flipped", { headers: { Cookie: `edgewise=${flipped(cookie, 9, 1)}` } });
  expect([response.status, parseCookie(response.headers.getSetCookie()[0]!).secret]).toEqual([
    200,
    expect.not.stringContaining(secret),
  ]);
});

it("W17 a cookie that is mixed from two cookies, or signed with another key, always gets a new identity", async () => {
  const [ada, ben] = [signCookie({ issued: now() - DAY }), signCookie({ issued: now() })];
  const parts = [ada, ben].flatMap((cookie) => cookie.split("."));
  const sign = (arbitrary: fc.Arbitrary<CookieFields>) => arbitrary.map(signCookie);
  const { secret } = parseCookie(ada);
  const forgery = fc.oneof(
    fc
      .record({ at: fc.nat(ada.length - 1), mask: fc.integer({ min: 1, max: 127 }) })
      .map(({ at, mask }) => flipped(ada, at, mask)),
    fc.tuple(fc.nat(ada.length), fc.nat(ada.length)).map(([from, to]) => ada.slice(from, to)),
    fc.array(fc.constantFrom(...parts), { minLength: 4, maxLength: 6 }).map((parts) => parts.join(".")), // swapped and mixed
    fc.array(fc.constantFrom(...parts.slice(3, 5)), { minLength: 2, maxLength: 4 }).map((ends) => `${ada}.${ends.join(".")}`),
    sign(fc.record({ key: fc.uint8Array({ minLength: 1, maxLength: 64 }), secret: fc.constant(secret) })),
    sign(
      fc.record({
        issued: fc.constant(now() - DAY),
        id: fc.oneof(fc.integer({ min: 2 }), fc.constantFrom(0, "", "01", "1.1", "x", "__proto__")),
      }),
    ),
    sign(fc.record({ version: fc.constantFrom("v0", "v2", "", "V1"), secret: fc.constant(secret) })),
    sign(fc.record({ issued: fc.integer({ min: 0, max: now() - 180 * DAY - 60 }), secret: fc.constant(secret) })),
    sign(fc.record({ issued: fc.integer({ min: now() + 600, max: 999_999_999_999 }), secret: fc.constant(secret) })),
    sign(fc.record({ issued: fc.constantFrom(NaN, -1, 1.5, Infinity), secret: fc.constant(secret) })),
    fc.string({ maxLength: 200 }).filter((text) => /^[\x20-\x7e]*$/.test(text)),
  );
  const seen = new Set([secret, parseCookie(ben).secret]);
  const genuine = new Set([ada, ben]);
  const property = fc.asyncProperty(forgery, async (cookie) => {
    fc.pre(!genuine.has(cookie));
    await expectNewIdentity(cookie, seen);
  });
  await fc.assert(property, { numRuns: 3_000 });
  expect(await personOf(ada)).toEqual({ secret });
});

it("W17 a person has a different id in every channel, and no id contains the secret", async () => {
  const cookie = newUserCookie();
  const [here, there] = [await join("w17/here", { cookie }), await join("w17/there", { cookie })];
  expect(here.you.id).not.toBe(there.you.id);
  expect(here.frames.join()).not.toContain(parseCookie(cookie).secret);
});

it("W17 a public id depends only on secret and channel, so users never lose their messages", async () => {
  const secret = "c2l4dGVlbiBieXRlcyBhcw";
  const expected = createHmac("sha256", secret).update("team/design").digest().subarray(0, 12).toString("base64url");
  expect(publicId(secret, "team/design")).toBe(expected);
});

it("W17 nobody can write as another user, whatever their URL, headers and frames claim", async () => {
  const [ada, ben] = [await join("w17/claims", { name: "Ada" }), await join("w17/claims", { name: "Ben" })];
  const said = await ada.sendMessage("mine");
  const { id } = ada.you;
  const identity = JSON.stringify({ channel: "w17/claims", user: id, name: "Ada" });
  const claims = {
    user: id,
    id,
    userId: id,
    peer: identity,
    you: JSON.stringify(ada.you),
    cookie: parseCookie(ada.cookie).secret,
  };
  const response = await upgrade(`/_ws/w17/claims?${new URLSearchParams({ ...claims, name: "Ada" })}`, {
    Authorization: `Bearer ${id}`,
    Cookie: `edgewise=${id}; edgewise=${parseCookie(ada.cookie).secret}; user=${id}; name=Ada; __Host-edgewise=${signCookie(parseCookie(ada.cookie))}`,
    "X-User": id,
    "X-User-Id": id,
    "X-Forwarded-User": id,
    "X-Peer": identity,
    "Sec-WebSocket-Protocol": id,
  });
  const eve = new TestPeer(response.webSocket!, "");
  const welcome = await eve.nextOf("welcome");
  const eveId = welcome.d.you.id;
  expect(eveId).not.toBe(id);

  const posing = { ...claims, user: ada.you, author: ada.you, name: "Ada", seq: 99, at: 1 };
  eve.send({ ...posing, t: "chat", d: { ...posing, id: said.id, cid: said.cid, text: "I am Ada" } });
  expect((await ben.nextOf("chat")).d).toEqual(said);
  expect((await ben.nextOf("chat")).d).toMatchObject({ user: { id: eveId }, text: "I am Ada", seq: 2, id: 2 });
  eve.send({ ...posing, t: "typing", d: posing });
  expect((await ben.nextOf("typing")).d.user.id).toBe(eveId);
  expect(await eve.refused({ ...posing, t: "edit", d: { ...posing, id: said.id, text: "yours" } })).toMatchObject({
    code: "forbidden",
  });
  expect(await eve.refused({ ...posing, t: "delete", d: { ...posing, id: said.id } })).toMatchObject({ code: "forbidden" });
  eve.send({ ...posing, t: "react", d: { ...posing, id: said.id, emoji: "👍", on: true } });
  expect((await ben.nextOf("chat")).d.reactions).toEqual([{ emoji: "👍", users: [eveId] }]);
  eve.send({ ...posing, t: "name", d: { ...posing, name: "Ada the Second" } });
  expect((await ben.nextOf("name")).d.user).toEqual({ id: eveId, name: "Ada the Second" });
});

function flipped(cookie: string, at: number, mask: number): string {
  return cookie.slice(0, at) + String.fromCharCode(cookie.charCodeAt(at) ^ mask) + cookie.slice(at + 1);
}

/** Asserts that the cookie gets a new identity, and adds its secret to `seen`. */
async function expectNewIdentity(cookie: string, seen: Set<string>): Promise<void> {
  // a header cannot contain these three characters
  const { secret, cookie: line } = await personOf(cookie.replaceAll(/[\0\r\n]/g, ""));
  expect(parseCookie(line!).secret).toBe(secret);
  expect(seen).not.toContain(secret);
  seen.add(secret);
}
