/** W10: a guest name never replaces a name that is known. */
import { expect, it } from "vitest";
import type { PageData } from "../../src/shared/page";
import { fetchPath, join, newUserCookie } from "./support/peer";
import { evict } from "./support/stored";

const pageOf = (path: string, cookie: string) => fetchPath(path, { headers: { Cookie: cookie } });
const nameOn = async (response: Response) => (await response.json<PageData>()).snapshot!.you.name;

/** Ada has chosen her name in `channel`, and has left. Returns the identity of her browser, which has lost the cookie `name`. */
async function adaWas(channel: string): Promise<string> {
  const ada = await join(channel);
  ada.send({ t: "name", d: { name: "Ada" } });
  await ada.nextOf("name");
  ada.close();
  return ada.cookie;
}

it("W10 a page without the name cookie shows the name that the channel knows, and sets the cookie again", async () => {
  const cookie = await adaWas("guests/page");
  for (const lost of [cookie, `${cookie}; name=Guest%20482`, `${cookie}; name=%00`]) {
    const response = await pageOf("/guests/page", lost);
    expect(response.headers.getSetCookie()).toEqual(["name=Ada; Path=/; Max-Age=15552000; SameSite=Lax"]);
    expect(await nameOn(response)).toBe("Ada");
  }
});

it.each([["Guest 482"], [undefined], ["\u200b"]])("W10 an upgrade with the name %j renames nobody", async (asked) => {
  const cookie = await adaWas(`guests/upgrade/${asked?.length}`);
  const ben = await join(`guests/upgrade/${asked?.length}`, { name: "Ben" });
  const again = await join(`guests/upgrade/${asked?.length}`, { cookie, ...(asked !== undefined && { name: asked }) });
  expect(again.you.name).toBe("Ada");
  expect((await again.sendMessage("still me")).user.name).toBe("Ada");
  expect((await ben.nextOf("chat")).d.user.name).toBe("Ada");
  expect(ben.frames.join()).not.toContain('"t":"name"');
});

it("W10 a guest name does not replace a name that only another tab has brought along", async () => {
  const cookie = newUserCookie();
  const tab = await join("guests/tabs", { cookie, name: "Ada" });
  expect((await join("guests/tabs", { cookie, name: "Guest 482" })).you.name).toBe("Ada");
  expect((await tab.sendMessage("hello")).user.name).toBe("Ada");
});

it("W10 a guest name does not replace it either when the object wakes because the other tab is closed", async () => {
  const cookie = newUserCookie();
  const tab = await join("guests/wake", { cookie, name: "Ada" });
  const other = await join("guests/wake", { cookie, name: "Guest 482" });
  await evict("guests/wake");
  other.close();
  await other.closed;
  expect((await tab.sendMessage("hello")).user.name).toBe("Ada");
});

it("W10 a chosen name replaces a guest name and an older chosen one", async () => {
  const cookie = await adaWas("guests/chosen");
  expect((await join("guests/chosen", { cookie, name: "Countess" })).you.name).toBe("Countess");
  const guest = await join("guests/chosen", { name: "Guest 482" });
  expect((await join("guests/chosen", { cookie: guest.cookie, name: "Ben" })).you.name).toBe("Ben");
});

it("W10 a guest has the same name in the page, in its upgrade and in the next channel, and it is in no cookie", async () => {
  const response = await pageOf("/guests/one", "");
  const cookies = response.headers.getSetCookie();
  expect(cookies).toEqual([expect.stringMatching(/^edgewise=/)]);
  const name = await nameOn(response);
  expect(name).toMatch(/^Guest \d{3}$/);
  const cookie = cookies[0]!.split(";")[0]!;
  expect((await join("guests/one", { cookie })).you.name).toBe(name);
  expect(await nameOn(await pageOf("/guests/two", cookie))).toBe(name);
});
