/** How files are served: headers, ranges, who may read them, and the cache (W38). */
import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { type StoredFile } from "../../src/shared/protocol";
import { filesOf, uploaded, read, names, statusOf } from "./support/files";
import { fetchPath } from "./support/peer";
import { startedChannel } from "./support/staff";

describe("W38 a file is served", () => {
  it("as it was uploaded, under any name, with headers that let nothing run", async () => {
    const [ada] = await startedChannel("files/served");
    const file = await uploaded("files/served", "<script>alert(1)</script>", { cookie: ada.cookie, name: "evil ü.html" });
    await names(ada, [file.id]);
    const response = await read("files/served", file);
    expect([response.status, await response.text()]).toEqual([200, "<script>alert(1)</script>"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "accept-ranges": "bytes",
      "cache-control": "private, max-age=31536000, immutable",
      "content-disposition": "attachment; filename=\"evil _.html\"; filename*=UTF-8''evil%20%C3%BC.html",
      "content-length": "25",
      "content-security-policy": "sandbox; default-src 'none'",
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
    });
    expect(response.headers.get("Set-Cookie")).toBeNull();
    expect(await statusOf(read("files/served", { ...file, name: "other.png" } as StoredFile))).toBe(200);
    const etag = response.headers.get("ETag")!;
    for (const known of [etag, `"x", W/${etag}`, "*"])
      expect(await statusOf(read("files/served", file, "", { headers: { "If-None-Match": known } }))).toBe(304);
    const head = await read("files/served", file, "", { method: "HEAD" });
    expect([head.status, head.headers.get("Content-Length"), await head.text()]).toEqual([200, "25", ""]);
  });

  it("in ranges", async () => {
    const [ada] = await startedChannel("files/ranges");
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const whole = new Uint8Array(2_500_000).map((_, index) => bytes[index % bytes.length]!); // in three parts
    const file = await uploaded("files/ranges", whole, { cookie: ada.cookie });
    await names(ada, [file.id]);
    const part = async (range: string) => {
      const response = await read("files/ranges", file, "", { headers: { Range: range } });
      const body = new Uint8Array(await response.arrayBuffer());
      return [response.status, response.headers.get("Content-Range"), body] as const;
    };
    for (const [range, from, to] of [
      ["bytes=0-0", 0, 1],
      ["bytes=1048570-1048580", 1_048_570, 1_048_581],
      ["bytes=2499999-", 2_499_999, 2_500_000],
      ["bytes=-10", 2_499_990, 2_500_000],
      ["bytes=0-99999999", 0, 2_500_000],
    ] as const) {
      const [status, contentRange, body] = await part(range);
      expect([range, status, contentRange, body.length]).toEqual([range, 206, `bytes ${from}-${to - 1}/2500000`, to - from]);
      expect(body).toEqual(whole.subarray(from, to));
    }
    for (const range of ["bytes=2500000-", "bytes=-0"]) expect((await part(range)).slice(0, 2)).toEqual([416, "bytes */2500000"]);
    const first = { Range: "bytes=0-0" };
    const ofOther = await read("files/ranges", file, "", { headers: { ...first, "If-Range": '"another"' } });
    const ofThis = await read("files/ranges", file, "", { headers: { ...first, "If-Range": `"${file.id}"` } });
    const head = await read("files/ranges", file, "", { method: "HEAD", headers: first });
    expect([ofOther.status, ofThis.status, head.status]).toEqual([200, 206, 200]);
    for (const { body } of [ofOther, ofThis]) await body?.cancel();
    for (const range of ["bytes=0-1,3-4", "bytes=5-2", "lines=1-2", "bytes=x-"]) expect((await part(range))[0]).toBe(200);
  });

  it("to its uploader alone until a message names it", async () => {
    const [ada, ben] = await startedChannel("files/unnamed");
    const file = await uploaded("files/unnamed", "x", { cookie: ada.cookie });
    expect(await statusOf(read("files/unnamed", file, ada.cookie))).toBe(200);
    expect(await statusOf(read("files/unnamed", file, ben.cookie))).toBe(404);
    await names(ada, [file.id]);
    expect(await statusOf(read("files/unnamed", file, ben.cookie))).toBe(200);
  });

  it("to nobody who may not read the channel, and from no shared cache", async () => {
    const [ada, ben] = await startedChannel("files/private");
    const file = await uploaded("files/private", "secret", { cookie: ada.cookie });
    await names(ada, [file.id]);
    await read("files/private", file).then((response) => response.text()); // it may be in the edge's cache now
    await ada.ask({ t: "set", d: { read: "members" } });
    const refused = await read("files/private", file);
    expect([refused.status, await refused.json()]).toMatchObject([403, { reason: "members_only" }]);
    const member = await read("files/private", file, ben.cookie);
    expect([member.status, member.headers.get("Cache-Control"), await member.text()]).toEqual([200, "no-store", "secret"]);
  });

  it.each([
    "/_file/",
    "/_file/x",
    "/_file/files/served/short/x",
    `/_file/files/served/${"x".repeat(22)}/x`,
    `/_file/UPPER!/${"x".repeat(22)}/x`,
  ])("not at %s", async (path) => expect(await statusOf(fetchPath(path))).toBe(404));
});

it("W38 the edge's cache serves a file of a public channel again, and its bytes are read from storage once", async () => {
  const [ada] = await startedChannel("files/cached");
  const file = await uploaded("files/cached", "from the cache", { cookie: ada.cookie });
  await names(ada, [file.id]);
  expect(await (await read("files/cached", file)).text()).toBe("from the cache");
  const withoutBytes = async () => {
    await runInDurableObject(filesOf("files/cached"), (_files, { storage }) => storage.sql.exec("DELETE FROM parts"));
    const response = await read("files/cached", file);
    return [response.status, await response.text()];
  };
  await expect.poll(withoutBytes).toEqual([200, "from the cache"]); // it is kept there after the answer
  const part = await read("files/cached", file, "", { headers: { Range: "bytes=5-7" } });
  expect([part.status, await part.text()]).toEqual([206, "the"]);
});
