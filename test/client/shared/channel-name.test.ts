/** W20: channel names. */
import fc from "../../support/fast-check";
import { expect, it } from "vitest";
import { canonical, hrefOf, isCanonical, pathOf } from "../../../src/shared/channel-name";
import { path } from "../support/paths";

const names: [path: string, name: string | undefined][] = [
  ["/", "lobby"],
  ["", "lobby"],
  ["/lobby", "lobby"],
  ["/team/design", "team/design"],
  ["/Team/DESIGN", "team/design"],
  ["/team/design/", "team/design"],
  ["//team///design", "team/design"],
  ["/team%2Fdesign", "team/design"],
  ["/%74eam", "team"],
  ["/caf%C3%A9", "café"],
  ["/cafe%CC%81", "café"],
  ["/ΣΊΣΥΦΟΣ", "σίσυφος"],
  ["/v1.2_rc-3", "v1.2_rc-3"],
  ["/7", "7"],
  ["/हिन्दी", "हिन्दी"],
  ["/a/b/c/d/e/f/g/h", "a/b/c/d/e/f/g/h"],
  ["/a/b/c/d/e/f/g/h/i", undefined],
  [`/${"x".repeat(128)}`, "x".repeat(128)],
  [`/${"x".repeat(129)}`, undefined],
  [`/${"é".repeat(64)}`, "é".repeat(64)],
  [`/${"é".repeat(65)}`, undefined],
  [`/a${"e\u0301".repeat(63)}`, `a${"é".repeat(63)}`], // 190 bytes as written, 127 in its canonical form
  [`/aa${"e\u0301".repeat(64)}`, undefined],
  ["/%2f", "lobby"],
  ["/%2Fteam%2F", "team"],
  ["//%2f//", "lobby"],
  ["/TEAM%2Fdesign", "team/design"],
  ["/K", "k"], // the kelvin sign
  ["/Å", "å"], // the angstrom sign
  ["/\u1112\u1161\u11ab", "한"],
  ["/ﬁ", "ﬁ"], // a character that looks like two others is another channel
  ["/а", "а"], // also a Cyrillic look-alike
  ["/..", undefined],
  ["/a/..", undefined],
  ["/a/../b", undefined],
  ["/a/./b", undefined],
  ["/%2e%2e", undefined],
  ["/a/%2E%2E/b", undefined],
  ["/a%2f..%2fb", undefined],
  ["/%252e%252e", undefined],
  ["/%C0%AE%C0%AE", undefined],
  ["/a\\b", undefined],
  ["/a%5Cb", undefined],
  ["/..%5c..", undefined],
  ["/%00", undefined],
  ["/a%00b", undefined],
  ["/a%0D%0Ab", undefined],
  ["/a%7Fb", undefined],
  ["/a b", undefined],
  ["/a+b", undefined],
  ["/a%E2%80%AEb", undefined], // right-to-left override
  ["/%E2%81%A7a", undefined],
  ["/a%E2%80%8Bb", undefined],
  ["/a%EF%BB%BF", undefined],
  ["/\ud800", undefined],
  ["/%ED%A0%80", undefined],
  ["/%25", undefined],
  ["/%2525", undefined],
  ["/%ff", undefined],
  ["/%", undefined],
  ["/%e", undefined],
  ["/-a", undefined],
  ["/.well-known", undefined],
  ["/_ws", undefined],
  ["/a/_b", undefined],
  ["/api", undefined],
  ["/API/health", undefined],
  ["/apis/api", "apis/api"],
  ["/😀", undefined],
];

it.each(names)("W20 %j is the channel %j", (path, name) => {
  expect(canonical(path)).toBe(name);
});

it.each([
  "/robots.txt", "/ads.txt", "/humans.txt", "/llms.txt", "/favicon.ico", "/favicon-32x32.png", "/apple-touch-icon-120x120.png",
  "/sitemap.xml", "/sitemap_index.xml", "/sitemap.xml.gz", "/crossdomain.xml", "/browserconfig.xml", "/feed.rss.xml", "/index.html", "/INDEX.HTM",
  "/wp-login.php", "/blog/wp-login.php", "/wp-admin", "/wp-content/uploads", "/blog/wp-includes/wlwmanifest.xml", "/wp-json/wp/v2/users",
  "/index.php", "/index.php/team", "/a/b/info.PHP", "/shell.php7", "/wp-config.php.bak", "/default.aspx", "/login.asp", "/owa/auth/logon.aspx",
  "/cgi-bin/luci", "/cgi-bin", "/index.jsp", "/manifest.json", "/site.webmanifest", "/package.json", "/sw.js", "/service-worker.js",
  "/backup.zip", "/dump.sql", "/prod.env", "/apple-app-site-association", "/robots%2Etxt", "/robots.txt/", "/.env", "/.git/config", "/team/.env",
])("W20 %s is asked of every site, and no channel", (path) => {
  expect(canonical(path)).toBeUndefined();
}); // prettier-ignore

it.each([
  "v1.2", "team/readme.md", "team/notes.txt", "team/robots.txt", "node.js", "asp.net", "learn/asp.net", "php", "robots", "favicon",
  "project/wp-1", "wp-2", "wp", "news.aspects", "txt", "a.b.c", "cgi-bins", "team/cgi-bin", "team/api", "sitemap",
])("W20 %s is a channel, although it resembles the name of a file", (name) => {
  expect(canonical(`/${name}`)).toBe(name);
}); // prettier-ignore

it("W20 the canonical form of a name is the name itself, and so is that of its path", () => {
  let names = 0;
  fc.assert(
    fc.property(path, (spelling) => {
      const name = canonical(spelling);
      if (name === undefined) return;
      names++;
      expect(canonical(name)).toBe(name);
      expect(canonical(pathOf(name))).toBe(name);
      expect(isCanonical(pathOf(name), name)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
  expect(names).toBeGreaterThan(1_000);
});

it("W20 a path is canonical if it spells the name exactly, apart from percent-encoding", () => {
  expect(["/Team", "/team/", "//team", "/cafe%CC%81"].map((other) => isCanonical(other, canonical(other)!))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(["/", "/team", "/%74eam", "/caf%c3%a9"].map((same) => isCanonical(same, canonical(same)!))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it("W20 a link to the lobby is /, and to any other channel its canonical path", () => {
  expect(["lobby", "team/design", "café"].map(hrefOf)).toEqual(["/", "/team/design", "/caf%C3%A9"]);
});
