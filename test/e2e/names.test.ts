/** W20 over the network: each spelling of a path leads to one channel's address, or is not found. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rival, start } from "../bench/support/rivals";
import type { Workerd } from "../bench/support/workerd";

let server: Workerd;
beforeAll(async () => {
  server = await start(await rival("edgewise"));
});
afterAll(() => server?.[Symbol.asyncDispose]());

it.each([
  ["/team/design", "team/design"],
  ["/team%2fdesign", "team/design"],
  ["/team\\design", "team/design"], // as browsers read it
  ["/team/../design", "design"],
  ["/team/%2e%2e/design", "design"],
  ["/..", "lobby"],
  ["/%2e%2e", "lobby"],
  ["/./team", "team"],
  ["/caf%C3%A9", "café"],
  [`/${"x".repeat(128)}`, "x".repeat(128)],
])("W20 GET %s is the page of %s", async (path, name) => {
  const { status, title } = await get(path);
  expect([status, title]).toEqual([200, expect.stringContaining(name)]);
});

it.each([
  ["/Team", "/team"],
  ["/team/", "/team"],
  ["//team", "/team"],
  ["//evil.example/x", "/evil.example/x"],
  ["/\\evil.example", "/evil.example"],
  ["/team//design?a=//b", "/team/design?a=//b"],
  ["/cafe%CC%81", "/caf%C3%A9"],
  ["/%E2%84%AA", "/k"],
])("W20 GET %s leads to %s, on this host", async (path, location) => {
  expect(await get(path)).toMatchObject({ status: 308, location });
});

it.each([
  "/..%2fteam", "/team%2f..%2fdesign", "/%252e%252e", "/team%5cdesign", "/%5cevil.example", "/team%00", "/%00", "/team%0d%0aX-Evil:1",
  "/team%E2%80%AEdesign", "/team%E2%80%8B", `/${"x".repeat(129)}`, "/api", "/_ws", "/.env", "/-team",
])("W20 GET %s is not found", async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, location: undefined });
}); // prettier-ignore

/** Asks for `path` as it is: fetch would have tidied it up. */
function get(path: string): Promise<{ status: number | undefined; location: string | undefined; title: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port: server.port, path }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => {
        const title = /<title[^>]*>([^<]*)/.exec(body)?.[1];
        resolve({ status: response.statusCode, location: response.headers.location, title });
      });
    });
    asking.on("error", reject);
    asking.end();
  });
}
