/** W17: if a browser refuses the identity cookie, its page has one identity for as long as it is open. */
import { expect, it } from "vitest";
import { newSecret } from "../../worker/identity/public-id";
import { parseCookie, signCookie } from "./support/cookies";
import { newUserCookie, TestPeer, upgrade } from "./support/peer";

/** An upgrade of a page that presents `identity`: nothing at first, later what a welcome has brought. */
async function connect(channel: string, identity: string, headers: Record<string, string> = {}) {
  const response = await upgrade(`/_ws/${channel}?${new URLSearchParams({ identity })}`, headers);
  const peer = new TestPeer(response.webSocket!, "");
  peer.welcome = (await peer.nextOf("welcome")).d;
  return { peer, you: peer.you.id, identity: peer.welcome.identity, cookies: response.headers.getSetCookie() };
}

it("W17 a page without the cookie gets an identity in its welcome and no cookie, and is the same user with it", async () => {
  const first = await connect("w17/refused", "");
  expect(first.cookies).toEqual([]);
  expect(first.identity).toMatch(/^v1\.1\.[\w-]{22}\.\d{10}\.[\w-]{43}$/);
  const said = await first.peer.sendMessage("once");
  const again = await connect("w17/refused", first.identity!);
  expect([again.you, again.identity, again.cookies]).toEqual([first.you, undefined, []]);

  again.peer.send({ t: "chat", d: { cid: said.cid, text: "once" } }); // the echo was lost
  expect((await again.peer.nextOf("chat")).d).toEqual(said);
  again.peer.send({ t: "edit", d: { id: said.id, text: "edited" } });
  expect((await again.peer.nextOf("chat")).d).toMatchObject({ id: said.id, text: "edited" });
});

it("W17 the same identity is another id in another channel", async () => {
  const { identity, you } = await connect("w17/refused/here", "");
  const there = await connect("w17/refused/there", identity!);
  expect(there.identity).toBeUndefined();
  expect(there.you).not.toBe(you);
  expect((await connect("w17/refused/here", identity!)).you).toBe(you);
});

it("W17 a browser with a cookie, also an invalid one, never gets an identity that scripts can read", async () => {
  for (const cookie of [newUserCookie(), "edgewise=forged", `edgewise=${signCookie({ issued: 1 })}`]) {
    const { peer, identity, cookies } = await connect("w17/accepted", "", { Cookie: cookie });
    expect([cookie, identity]).toEqual([cookie, undefined]);
    for (const line of cookies) expect(peer.frames.join()).not.toContain(parseCookie(line).secret);
  }
  expect((await upgrade("/_ws/w17/accepted")).headers.getSetCookie()).toHaveLength(1); // a program keeps cookies itself
});

it("W17 an identity goes on after the browser has begun to take cookies, and is renewed after a week", async () => {
  const secret = newSecret();
  const day = (days: number) => Math.floor(Date.now() / 1000) - days * 86_400;
  const { you } = await connect("w17/renewed", signCookie({ secret }));
  expect(await connect("w17/renewed", signCookie({ secret }), { Cookie: newUserCookie() })).toMatchObject({ you, cookies: [] });
  const renewed = await connect("w17/renewed", signCookie({ secret, issued: day(8) }));
  expect(renewed.you).toBe(you);
  expect(parseCookie(renewed.identity!)).toMatchObject({ secret, issued: expect.closeTo(day(0), -1) });
});

it("W17 a forged or expired identity is a new user; with a valid cookie, it is the user of the cookie", async () => {
  const secret = newSecret();
  const { you } = await connect("w17/forged", signCookie({ secret }));
  const cookie = newUserCookie();
  const { you: owner } = await connect("w17/forged", "", { Cookie: cookie });
  const seen = new Set([you, owner]);
  for (const forged of [signCookie({ secret, key: new Uint8Array(32) }), signCookie({ secret, issued: 1 }), secret, "x", you]) {
    const stranger = await connect("w17/forged", forged);
    expect(seen).not.toContain(stranger.you);
    expect(stranger.identity).toBeDefined();
    seen.add(stranger.you);
    expect((await connect("w17/forged", forged, { Cookie: cookie })).you).toBe(owner);
  }
});
