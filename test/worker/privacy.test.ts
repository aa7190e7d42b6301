/** Private channels (W29): who is in, and how others get in. What outsiders are shown is in private-routes.test.ts. */
import { describe, expect, it } from "vitest";
import { fetchPath, join, newUserCookie, type TestPeer, upgrade } from "./support/peer";
import { joinAsHost, startedChannel } from "./support/staff";
import { evict } from "./support/stored";

async function makePrivate(channel: string): Promise<[owner: TestPeer, member: TestPeer]> {
  const [owner, member] = await startedChannel(channel);
  await member.sendMessage("the secret");
  await owner.ask({ t: "set", d: { topic: "hush", read: "members" } });
  return [owner, member];
}

/** The close code of an upgrade; 0 if it gets a frame. */
async function codeOf(path: string, cookie: string): Promise<number> {
  const { status, webSocket } = await upgrade(`/_ws/${path}`, { Cookie: cookie });
  expect(status).toBe(101);
  return new Promise((resolve) => {
    webSocket!.addEventListener("message", () => resolve(0));
    webSocket!.addEventListener("close", ({ code }) => resolve(code));
    webSocket!.accept();
  });
}

/** Whether a text shows anything of the private channel: a message, a name or the topic. */
const leaks = (text: string) => /secret|first|Ada|Ben|hush/.test(text);

describe("W29 a private channel", () => {
  it("W29 makes everyone who is online a member; they, staff and hosts read on", async () => {
    const [owner, member] = await makePrivate("w29/members");
    await evict("w29/members");
    for (const { cookie } of [owner, member])
      expect((await join("w29/members", { cookie })).welcome.messages.map(({ text }) => text)).toEqual(["first", "the secret"]);
    expect((await joinAsHost("w29/members")).welcome.messages).toHaveLength(2);
    const page = await fetchPath("/w29/members", { headers: { Cookie: member.cookie } });
    expect([page.status, leaks(await page.text()), page.headers.get("Cache-Control")]).toEqual([200, true, null]);
  });

  it("W23 W29 a key in an upgrade's query lets its holder in; a wrong one does not", async () => {
    const [owner] = await makePrivate("w29/key");
    const { d } = await owner.ask({ t: "invite", d: { role: "member", uses: 1, for: 3_600 } });
    const { key } = d as unknown as { key: string };
    const [guest, other] = [newUserCookie(), newUserCookie()];
    expect(await codeOf(`w29/key?key=${"A".repeat(22)}`, guest)).toBe(4004);
    expect(await codeOf(`w29/key?key=${key}`, guest)).toBe(0);
    expect(await codeOf(`w29/key?key=${key}`, other)).toBe(4004); // used up
    expect(await codeOf("w29/key", guest)).toBe(0);
  });

  it("W29 a member whose role is removed is closed with 4004 and receives nothing more", async () => {
    const [owner, member] = await makePrivate("w29/removed");
    await owner.ask({ t: "role", d: { user: member.you.id, role: "none" } });
    expect((await member.closed).code).toBe(4004);
    const { length } = member.frames;
    await owner.sendMessage("between us");
    expect(member.frames.length).toBe(length);
    expect(await codeOf("w29/removed", member.cookie)).toBe(4004);
  });

  it("W29 a channel that is opened again is for everyone", async () => {
    const [owner] = await makePrivate("w29/again");
    await owner.ask({ t: "set", d: { read: "all" } });
    expect((await join("w29/again")).welcome.messages).toHaveLength(2);
  });
});
