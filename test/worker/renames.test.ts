/** W10: a user chooses another name. */
import { evictDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { join, newUserCookie } from "./support/peer";
import { channelOf } from "./support/stored";

it("W10 a rename reaches everyone, and survives an eviction and a reconnect", async () => {
  const cookie = newUserCookie();
  const [first, second] = [await join("w10/rename", { cookie }), await join("w10/rename")];
  first.send({ t: "name", d: { name: "  Ada \u202e Lovelace " } });
  const user = { id: first.you.id, name: "Ada Lovelace" };
  expect((await first.nextOf("name")).d).toEqual({ user });
  expect((await second.nextOf("name")).d).toEqual({ user });
  await evictDurableObject(channelOf("w10/rename"));
  expect((await first.sendMessage("hello")).user).toEqual(user);
  expect((await join("w10/rename", { cookie })).you).toEqual({ ...user, role: "owner" });
});

it("W10 the current name changes nothing, and is answered to that peer alone", async () => {
  const [first, second] = [await join("w10/same", { name: "Ada" }), await join("w10/same")];
  first.send({ t: "name", d: { name: "Ada" } });
  expect((await first.nextOf("name")).d.user.name).toBe("Ada");
  await first.sendMessage("done");
  await second.nextOf("chat");
  expect(second.frames.join()).not.toContain('"t":"name"');
});

it("W10 a user who reconnects under another name is renamed for everyone", async () => {
  const cookie = newUserCookie();
  const [, watcher] = [await join("w10/elsewhere", { cookie, name: "Ada" }), await join("w10/elsewhere")];
  await join("w10/elsewhere", { cookie, name: "Countess" });
  expect((await watcher.nextOf("name")).d.user.name).toBe("Countess");
});
