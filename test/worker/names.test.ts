/** W20: two paths reach the same Durable Object if and only if they have the same canonical form. */
import fc from "../support/fast-check";
import { expect, it } from "vitest";
import { canonical, decode, pathOf } from "../../src/shared/channel-name";
import { path } from "../client/support/paths";
import { bindings, fetchPath, join, upgrade } from "./support/peer";

it("W20 two different canonical forms never reach the same object, in 10,000 generated paths", () => {
  const names = new Map<string, string>(); // by object
  let spellings = 0;
  for (const spelling of fc.sample(path, 10_000)) {
    const name = canonical(spelling);
    if (name === undefined) continue;
    spellings++;
    const object = bindings.CHANNEL.idFromName(name).toString();
    expect(names.get(object) ?? name).toBe(name);
    names.set(object, name);
  }
  expect(spellings).toBeGreaterThan(names.size);
  expect(names.size).toBeGreaterThan(200);
});

it("W20 users who open another spelling of a path join the channel at its canonical path", async () => {
  const ada = await join("w20/caf%C3%A9");
  for (const spelling of ["W20/café", "w20//cafe%CC%81/", "w20%2Fcaf%C3%A9", "%77%32%30/caf%c3%a9"]) {
    const { headers } = await fetchPath(`/${spelling}`);
    const ben = await join((headers.get("Location") ?? `/${spelling}`).slice(1));
    expect(ben.welcome.channel).toBe("w20/café");
    await ben.sendMessage(spelling);
    expect((await ada.nextOf("chat")).d.text).toBe(spelling);
  }
});

it("W20 every generated path is canonical, redirects to its canonical path, or is not found, as a page and as a socket", async () => {
  for (const spelling of [...fc.sample(path, 300), "api/%ff"]) {
    const { pathname } = new URL(`http://edgewise.test/${spelling.toWellFormed().replace(/^[/\\]*/, "")}`); // as a browser sends it
    if (pathname.startsWith("/_ws/")) continue; // the address of a socket
    const name = canonical(pathname);
    const page = await fetchPath(pathname);
    const seen = [pathname, page.status, page.headers.get("Location")];
    const isReadable = decode(pathname) !== undefined; // percent-encoded UTF-8; any other path redirects to one with its % escaped
    const isApi = pathname.startsWith("/api/"); // every path below it is the API's
    if (!isReadable) expect([pathname, name, page.status]).toEqual([pathname, undefined, isApi ? 404 : 308]);
    else if (name === undefined) expect(seen).toEqual([pathname, 404, null]);
    else if (page.status !== 200) expect(seen).toEqual([pathname, 308, pathOf(name)]);
    if (page.status === 200) continue;
    const socket = await upgrade(`/_ws${pathname}`);
    expect([pathname, socket.status, socket.headers.get("Location")]).toEqual([
      pathname,
      isReadable ? page.status : 404,
      name === undefined ? null : `/_ws${pathOf(name)}`,
    ]);
  }
});
