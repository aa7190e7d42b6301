/** Names and objects: what the canonical form tells apart never meets, and what it does not always does. */
import fc from "../support/fast-check";
import { expect, it } from "vitest";
import { canonical, decode, pathOf } from "../../src/shared/channel-name";
import { path } from "../client/support/paths";
import { bindings, fetchPath, join, upgrade } from "./support/peer";

it("W20 no two different canonical forms meet in one object, over 10,000 generated paths", () => {
  const names = new Map<string, string>(); // by object
  let spellings = 0;
  for (const asked of fc.sample(path, 10_000)) {
    const name = canonical(asked);
    if (name === undefined) continue;
    spellings++;
    const object = bindings.CHANNEL.idFromName(name).toString();
    expect(names.get(object) ?? name).toBe(name);
    names.set(object, name);
  }
  expect(spellings).toBeGreaterThan(names.size);
  expect(names.size).toBeGreaterThan(200);
});

it("W20 those who come by another spelling meet those who come by the canonical one", async () => {
  const ada = await join("w20/caf%C3%A9");
  for (const spelling of ["W20/café", "w20//cafe%CC%81/", "w20%2Fcaf%C3%A9", "%77%32%30/caf%c3%a9"]) {
    const { headers } = await fetchPath(`/${spelling}`);
    const ben = await join((headers.get("Location") ?? `/${spelling}`).slice(1));
    expect(ben.welcome.channel).toBe("w20/café");
    await ben.says(spelling);
    expect((await ada.nextOf("chat")).d.text).toBe(spelling);
  }
});

it("W20 every generated path is a channel at its one address, leads there, or is not found: as a page, and as a socket too", async () => {
  for (const asked of [...fc.sample(path, 300), "api/%ff"]) {
    const { pathname } = new URL(`http://edgewise.test/${asked.toWellFormed().replace(/^[/\\]*/, "")}`); // as browsers send it
    if (pathname.startsWith("/_ws/")) continue; // a socket's address
    const name = canonical(pathname);
    const page = await fetchPath(pathname);
    const seen = [pathname, page.status, page.headers.get("Location")];
    const isReadable = decode(pathname) !== undefined; // as UTF-8; what is not is shown as it stands, at an address that says so
    const isApi = pathname.startsWith("/api/"); // which answers for all that is below it
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
