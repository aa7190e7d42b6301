/** Roles and the keys that hand them out (W21–W23). */
import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { KeyRole, Settings } from "../../src/shared/protocol";
import { ChannelKeys } from "../../worker/storage/channel-keys";
import { join, newUserCookie, type TestPeer } from "./support/peer";
import { channelOf, evict, withMessageStore } from "./support/stored";
import { errorOf, joinAsHost, startedChannel } from "./support/staff";

const staffOf = ({ staff }: Settings) => staff.map(({ name, role }) => [name, role]);

async function invite(peer: TestPeer, role: KeyRole, uses = 1, seconds = 3_600) {
  const { t, d } = await peer.ask({ t: "invite", d: { role, uses, for: seconds } });
  if (t !== "invited") throw new Error(JSON.stringify(d));
  return d;
}

describe("W22 the owner", () => {
  it("W21 W22 is the author of the first message: everyone gets the settings, and the author their role, also after an eviction", async () => {
    const cookie = newUserCookie();
    const [ada, ben] = [await join("w22/first", { cookie, name: "Ada" }), await join("w22/first")];
    expect(ada.welcome).toMatchObject({ you: { name: "Ada" }, settings: { staff: [] } });
    expect(ada.you).not.toHaveProperty("role");
    await ada.sendMessage("mine");
    expect((await ada.nextOf("you")).d).toEqual({ ...ada.you, role: "owner" });
    expect((await ben.nextOf("settings")).d.staff).toEqual([{ ...ada.you, role: "owner" }]);
    await ben.sendMessage("too late");
    await evict("w22/first");
    const { welcome } = await join("w22/first", { cookie });
    expect([welcome.you.role, welcome.settings!.staff.map(({ id }) => id)]).toEqual(["owner", [ada.you.id]]);
  });

  it("W22 does not exist in the lobby, nor in a channel that had messages before the rule", async () => {
    await withMessageStore("w22/old", (store) => store.append({ id: "a", name: "Alan" }, "old", "from before", 1));
    for (const channel of ["lobby", "w22/old"]) {
      const ada = await join(channel);
      await ada.sendMessage("hello");
      expect((await join(channel, { cookie: ada.cookie })).welcome).toMatchObject({ settings: { staff: [] } });
    }
  });

  it("W22 a host appoints the owner of a channel without one", async () => {
    const [host, ada] = [await joinAsHost("lobby"), await join("lobby", { name: "Ada Host" })];
    expect(host.welcome.you.role).toBe("host");
    expect(host.welcome.settings!.staff).toEqual([]);
    expect(await host.ask({ t: "role", d: { user: ada.you.id, role: "owner" } })).toMatchObject({ t: "done" });
    expect((await ada.nextOf("you")).d.role).toBe("owner");
    expect(await host.ask({ t: "role", d: { user: ada.you.id, role: "none" } })).toMatchObject({ t: "done" });
    expect((await ada.nextOf("you")).d).not.toHaveProperty("role");
  });
});

describe("W23 keys", () => {
  it("W23 a key gives its role as often as it says, and everyone gets the new settings", async () => {
    const [owner, ben] = await startedChannel("w23/key");
    const cleo = await join("w23/key", { name: "Cleo" });
    const { key, role, expires, id } = await invite(owner, "moderator");
    expect([key.length, role, id]).toEqual([22, "moderator", 1]);
    expect(Math.abs(expires - Date.now() - 3_600_000)).toBeLessThan(60_000);
    expect(await ben.ask({ t: "redeem", d: { key } })).toMatchObject({ t: "redeemed", d: { role: "moderator" } });
    expect(staffOf((await cleo.nextOf("settings")).d)).toEqual([
      ["Ada", "owner"],
      ["Ben", "moderator"],
    ]);
    expect((await ben.nextOf("you")).d.role).toBe("moderator");
    expect(await errorOf(cleo, { t: "redeem", d: { key } })).toEqual(["forbidden", "bad_key"]);
  });

  it.each(["guessed", "cut", "of another channel", "expired", "revoked", "empty"])(
    "W23 a key that is %s is forbidden, and changes nothing",
    async (kind) => {
      const [owner, ben] = await startedChannel(`w23/bad-${kind.replaceAll(" ", "-")}`);
      const [other] = await startedChannel(`w23/other-${kind.replaceAll(" ", "-")}`);
      const { key, id } = await invite(owner, "owner");
      const keys: Record<string, string> = {
        guessed: "A".repeat(22),
        cut: key.slice(0, -1),
        "of another channel": (await invite(other, "owner")).key,
        expired: key,
        revoked: key,
        empty: "",
      };
      if (kind === "revoked") expect(await owner.ask({ t: "revoke", d: { id } })).toMatchObject({ t: "done" });
      if (kind === "expired") {
        vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_601_000 });
        onTestFinished(() => void vi.useRealTimers());
      }
      expect(await errorOf(ben, { t: "redeem", d: { key: keys[kind] } })).toEqual(["forbidden", "bad_key"]);
      expect((await join(ben.welcome.channel, { cookie: ben.cookie })).welcome.you).not.toHaveProperty("role");
    },
  );

  it("W23 the fifth wrong key within a minute closes the socket with 1008", async () => {
    const [, ben] = await startedChannel("w23/guesses");
    for (let i = 0; i < 5; i++) ben.send({ t: "redeem", d: { key: `guess ${i}` } });
    expect((await ben.closed).code).toBe(1008);
  });

  it("W23 the channel stores no key, only its SHA-256", async () => {
    const [owner] = await startedChannel("w23/hash");
    const { key } = await invite(owner, "member");
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key)));
    const hashes = await runInDurableObject(channelOf("w23/hash"), (_channel, { storage: { sql } }) =>
      sql.exec<{ hash: ArrayBuffer }>("SELECT hash FROM keys").toArray(),
    );
    expect(hashes.map(({ hash }) => new Uint8Array(hash))).toEqual([digest]);
  });

  it("W23 a key with several uses serves as many people; one who has the role already uses none up", async () => {
    const [owner, ben] = await startedChannel("w23/uses");
    const cleo = await join("w23/uses");
    const { key } = await invite(owner, "member", 2);
    for (const peer of [owner, ben, ben, cleo])
      expect(await peer.ask({ t: "redeem", d: { key } })).toMatchObject({ t: "redeemed", d: { role: "member" } });
    expect(await errorOf(await join("w23/uses"), { t: "redeem", d: { key } })).toEqual(["forbidden", "bad_key"]);
    expect((await join("w23/uses", { cookie: owner.cookie })).welcome.you.role).toBe("owner");
  });

  it("W23 a key that gives no other role is answered, and tells the others nothing", async () => {
    const [owner, ben] = await startedChannel("w23/repeat");
    const { key } = await invite(owner, "member", 2);
    await ben.ask({ t: "redeem", d: { key } });
    await owner.ask({ t: "sanctions" }); // the first one's settings are here
    const { length } = owner.frames;
    expect(await ben.ask({ t: "redeem", d: { key } })).toMatchObject({ t: "redeemed", d: { role: "member" } });
    await owner.ask({ t: "sanctions" });
    expect(owner.frames.slice(length).join()).not.toContain('"t":"settings"');
  });

  it("W23 moderators invite members, and revoke such keys; owners invite anyone", async () => {
    const [owner, ben] = await startedChannel("w23/who");
    const cleo = await join("w23/who");
    await ben.ask({ t: "redeem", d: { key: (await invite(owner, "moderator")).key } });
    const ofOwner = await invite(owner, "owner");
    const ofModerator = await invite(ben, "member");
    expect(await errorOf(ben, { t: "invite", d: { role: "moderator", uses: 1, for: 60 } })).toEqual(["forbidden", "not_owner"]);
    expect(await errorOf(ben, { t: "revoke", d: { id: ofOwner.id } })).toEqual(["forbidden", "not_owner"]);
    expect(await errorOf(cleo, { t: "invite", d: { role: "member", uses: 1, for: 60 } })).toEqual(["forbidden", "not_staff"]);
    for (let i = 0; i < 2; i++) expect(await ben.ask({ t: "revoke", d: { id: ofModerator.id } })).toMatchObject({ t: "done" });
    expect(await errorOf(owner, { t: "revoke", d: { id: 99 } })).toEqual(["not_found", "no_such_key"]);
  });
});

describe("W23 roles set directly", () => {
  it("W23 a role that is taken away takes the keys with it that its user could no longer create", async () => {
    const [owner, ben] = await startedChannel("w23/taken");
    const [cleo, dora] = [await join("w23/taken"), await join("w23/taken")];
    const role = (role: string) => owner.ask({ t: "role", d: { user: ben.you.id, role } });
    await role("owner");
    const [asOwner, forMembers, ofOther] = [
      await invite(ben, "owner"),
      await invite(ben, "member"),
      await invite(owner, "owner"),
    ];
    await role("moderator");
    expect(await errorOf(cleo, { t: "redeem", d: { key: asOwner.key } })).toEqual(["forbidden", "bad_key"]);
    expect(await errorOf(dora, { t: "redeem", d: { key: forMembers.key } })).toBe("redeemed");
    const { key } = await invite(ben, "member", 2);
    await role("none");
    expect(await errorOf(cleo, { t: "redeem", d: { key } })).toEqual(["forbidden", "bad_key"]);
    expect(await errorOf(cleo, { t: "redeem", d: { key: ofOther.key } })).toBe("redeemed");
  });

  it("W23 a role stays if its user's keys cannot be revoked", async () => {
    const [owner, ben] = await startedChannel("w23/both");
    await owner.ask({ t: "role", d: { user: ben.you.id, role: "moderator" } });
    const { key } = await invite(ben, "member");
    vi.spyOn(console, "error").mockImplementation(() => {});
    onTestFinished(() => void vi.restoreAllMocks());
    vi.spyOn(ChannelKeys.prototype, "revokeThoseOf").mockImplementationOnce(() => {
      throw new Error("disk full");
    });
    expect(await errorOf(owner, { t: "role", d: { user: ben.you.id, role: "none" } })).toEqual(["storage", undefined]);
    await evict("w23/both");
    expect((await join("w23/both", { cookie: ben.cookie })).welcome.you.role).toBe("moderator");
    expect(await errorOf(await join("w23/both"), { t: "redeem", d: { key } })).toBe("redeemed");
  });

  it("W23 owners give and remove roles; the last owner stays, unless a host removes them", async () => {
    const [owner, ben] = await startedChannel("w23/direct");
    const role = (user: TestPeer, role: string) => ({ t: "role", d: { user: user.you.id, role } });
    expect(await errorOf(ben, role(ben, "owner"))).toEqual(["forbidden", "not_staff"]);
    expect(await errorOf(owner, role(owner, "none"))).toEqual(["forbidden", "last_owner"]);
    expect(await errorOf(owner, role(owner, "moderator"))).toEqual(["forbidden", "last_owner"]);
    expect(await errorOf(owner, role(ben, "moderator"))).toBe("done");
    expect(await errorOf(ben, role(owner, "none"))).toEqual(["forbidden", "not_owner"]);
    expect(await errorOf(owner, role(ben, "owner"))).toBe("done");
    expect(await errorOf(owner, role(owner, "none"))).toBe("done");
    expect(await errorOf(ben, role(ben, "none"))).toEqual(["forbidden", "last_owner"]);
    const host = await joinAsHost("w23/direct");
    expect(await errorOf(host, role(ben, "none"))).toBe("done");
    expect((await join("w23/direct")).welcome.settings!.staff).toEqual([]);
  });

  it("W23 a role for somebody whom the channel does not know is not_found", async () => {
    const [owner] = await startedChannel("w23/nobody");
    expect(await errorOf(owner, { t: "role", d: { user: "nobody-nobody-16", role: "moderator" } })).toEqual([
      "not_found",
      "no_such_user",
    ]);
  });

  it("W23 a channel has at most 50 staff", async () => {
    const [owner, ben] = await startedChannel("w23/many");
    await runInDurableObject(channelOf("w23/many"), (_channel, { storage: { sql } }) => {
      for (let i = 0; i < 49; i++) sql.exec("INSERT INTO roles (user, role, name) VALUES (?, 'moderator', 'M')", `staff ${i}`);
    });
    expect(await errorOf(owner, { t: "role", d: { user: ben.you.id, role: "moderator" } })).toEqual([
      "invalid",
      "too_many_staff",
    ]);
    expect(await errorOf(owner, { t: "role", d: { user: ben.you.id, role: "member" } })).toBe("done");
  });
});
