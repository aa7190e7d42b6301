/** W29, W26: each route, for people who may not read the channel: nothing of it comes out. */
import { beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../worker/http/router";
import { fetchPath, join, newUserCookie, type TestPeer, upgrade } from "./support/peer";
import { newBrowser } from "./support/push-service";
import { startedChannel } from "./support/staff";

const PRIVATE = "w29/routes";
const BANNING = "w26/routes";
const SECRET = "nobody else may read this";

let owner: TestPeer;
let member: TestPeer;
const outsider = newUserCookie();
let banned: TestPeer;
beforeAll(async () => {
  [owner, member] = await startedChannel(PRIVATE); // whoever is online becomes a member
  await member.sendMessage(SECRET);
  await owner.ask({ t: "set", d: { read: "members", topic: SECRET } });
  let other: TestPeer;
  [other, banned] = await startedChannel(BANNING);
  await other.sendMessage(SECRET);
  await other.ask({ t: "ban", d: { user: banned.you.id, for: 600 } });
});

/** What each route of the router has to do with a channel. A new one has to be looked at here, and its answer checked below. */
const CHECKED: Record<string, "checked below" | "tells nothing of a channel"> = {
  "/_ws/": "checked below",
  "/api/welcome/": "checked below",
  "/api/feed/": "checked below",
  "/api/export/": "checked below",
  "/api/unread": "checked below",
  "/api/search": "checked below",
  "/api/files/": "checked below",
  "/_file/": "checked below",
  "/api/push/": "checked below",
  "/api/reset": "tells nothing of a channel",
  "/api/cookies": "tells nothing of a channel",
  "/api/identity/": "tells nothing of a channel",
  "/api/devices/": "tells nothing of a channel",
  "/api/host": "tells nothing of a channel",
  "/api/": "tells nothing of a channel",
  "/_server": "tells nothing of a channel",
  "/_share": "tells nothing of a channel",
  "/.well-known/security.txt": "tells nothing of a channel",
  "/": "checked below",
};

it("W29 every route is known to this test", () => {
  expect(ROUTES.map(([prefix]) => prefix)).toEqual(Object.keys(CHECKED));
});

describe.each<[string, string, () => string, string, number]>([
  ["a private channel, for a user who is no member", PRIVATE, () => outsider, "members_only", 4004],
  ["a private channel, for a browser without a cookie", PRIVATE, () => "", "members_only", 4004],
  ["a channel, for a banned user", BANNING, () => banned.cookie, "banned", 4001],
])("%s", (_who, channel, cookieOf, reason, code) => {
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetchPath(path, { ...init, headers: { Cookie: cookieOf(), ...init.headers } });
    const text = await response.text();
    for (const told of [SECRET, "Ada", "Ben"]) expect(text).not.toContain(told);
    expect(response.headers.get("Cache-Control") ?? "private").toMatch(/private|no-store/);
    return { response, text };
  };

  it("the page has a refusal and no state of the channel", async () => {
    const { text } = await ask(`/${channel}`);
    const page = JSON.parse(text) as Record<string, unknown>;
    expect(page).toMatchObject({ channel, refusal: { code: "forbidden", reason } });
    expect(page).not.toHaveProperty("snapshot");
    expect((await ask(`/${channel}`, { method: "HEAD" })).text).toBe("");
  });

  it("the socket is accepted and closed, without a frame, whatever it asks for", async () => {
    for (const query of ["", "?since=0&epoch=x", "?key=guessed"]) {
      const { status, webSocket } = await upgrade(`/_ws/${channel}${query}`, { Cookie: cookieOf() });
      const frames: unknown[] = [];
      const closed = new Promise<CloseEvent>((resolve) => webSocket!.addEventListener("close", resolve));
      webSocket!.addEventListener("message", ({ data }) => frames.push(data));
      webSocket!.accept();
      webSocket!.send(JSON.stringify({ t: "search", d: { text: SECRET } })); // before it learns that it is closed
      expect([query, status, (await closed).code, frames]).toEqual([query, 101, code, []]);
    }
  });

  it("the welcome without a socket is 403 and says why", async () => {
    for (const query of ["", "?since=0&epoch=x", "?key=guessed"]) {
      const { response, text } = await ask(`/api/welcome/${channel}${query}`);
      expect([query, response.status, JSON.parse(text)]).toMatchObject([query, 403, { code: "forbidden", reason }]);
    }
  });

  it("the feed is 403 and says why", async () => {
    const { response, text } = await ask(`/api/feed/${channel}`);
    expect([response.status, JSON.parse(text)]).toMatchObject([403, { code: "forbidden", reason }]);
    expect((await ask(`/api/feed/${channel}`, { method: "HEAD" })).response.status).toBe(403);
  });

  it("the export is 403 and says why", async () => {
    for (const format of ["json", "html"]) {
      const { response, text } = await ask(`/api/export/${channel}?format=${format}`);
      expect([format, response.status, JSON.parse(text)]).toMatchObject([format, 403, { code: "forbidden", reason }]);
      expect(response.headers.get("Content-Disposition")).toBeNull();
    }
  });

  it("the unread count is 0", async () => {
    const query = new URLSearchParams({ c: `${channel}~another~0` });
    expect(JSON.parse((await ask(`/api/unread?${query}`)).text)).toEqual({ [channel]: 0 });
    expect(JSON.parse((await ask(`/api/unread?details&${query}`)).text)).toEqual({ [channel]: { n: 0, mentions: 0 } });
  });

  it("nothing can be uploaded, and no file is served", async () => {
    const upload = await ask(`/api/files/${channel}`, { method: "POST", body: "x", headers: { "X-Name": "x" } });
    expect([upload.response.status, JSON.parse(upload.text)]).toMatchObject([403, { code: "forbidden" }]);
    const file = await ask(`/_file/${channel}/${"x".repeat(22)}/x`);
    expect([file.response.status, JSON.parse(file.text)]).toMatchObject([403, { code: "forbidden", reason }]);
  });

  it("nobody can subscribe to pushes", async () => {
    const { subscription } = await newBrowser("fcm.googleapis.com");
    const { response, text } = await ask(`/api/push/${channel}`, {
      method: "PUT",
      body: JSON.stringify({ subscription, wants: "all" }),
    });
    expect([response.status, JSON.parse(text)]).toMatchObject([403, { code: "forbidden" }]);
  });

  it("a search of several channels leaves it out", async () => {
    const { text } = await ask(`/api/search?${new URLSearchParams({ text: SECRET, c: channel })}`);
    expect(JSON.parse(text)).toEqual({});
  });
});

it("W29 members and the owner get all of it", async () => {
  for (const { cookie } of [owner, member]) {
    const page = await fetchPath(`/${PRIVATE}`, { headers: { Cookie: cookie } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(SECRET)]);
    expect((await join(PRIVATE, { cookie })).welcome.messages.at(-1)!.text).toBe(SECRET);
  }
});
