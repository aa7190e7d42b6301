/** What depends on the scheme, on a limit, or on a fault: HSTS, the 429 and the 500, and that an upgrade keeps its socket. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { frontDoor } from "../../worker/http/router";
import { bindings } from "./support/peer";

const HOST = "edgewise.test";
const UPGRADE = { Upgrade: "websocket" };
const BROWSER = { Accept: "text/html,*/*;q=0.8" };

const door = frontDoor(async (request) => {
  if (request.url.endsWith("/broken")) throw new TypeError("stack of cards");
  return new Response("a page", { headers: { "Content-Security-Policy": "default-src 'self'" } });
});

/** Asks the front door as the user agent of `address` would. */
function ask(scheme: string, path: string, headers: Record<string, string> = {}, env = bindings): Promise<Response> {
  const request = new Request(`${scheme}://${HOST}${path}`, { headers: { "CF-Connecting-IP": "192.0.2.77", ...headers } });
  return door(request, env, {} as ExecutionContext);
}

afterEach(() => void vi.restoreAllMocks());

const overLimit = { ...bindings, UPGRADES: { limit: async () => ({ success: false }) } };

const KINDS: [what: string, status: number, path: string, headers?: Record<string, string>, env?: typeof bindings][] = [
  ["a page", 200, "/headers/page"],
  ["a redirect", 308, "/Headers/Page"],
  ["an upgrade", 101, "/_ws/headers/upgrade", UPGRADE],
  ["a refused upgrade", 403, "/_ws/headers/upgrade", { ...UPGRADE, Origin: "null" }],
  ["an upgrade over the limit", 429, "/_ws/headers/upgrade", UPGRADE, overLimit],
  ["no upgrade", 426, "/_ws/headers/upgrade"],
  ["the health", 200, "/api/health"],
  ["nothing", 404, "/api/nothing"],
  ["a failure, to a program", 500, "/broken"],
  ["a failure, to a person", 500, "/broken", BROWSER],
];

describe.each(KINDS)("%s (%i)", (_what, status, path, headers, env) => {
  it("has all security headers, and is to be asked for over https from now on if it was", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (const [scheme, hsts] of [
      ["http", null],
      ["https", "max-age=31536000"],
    ] as const) {
      const response = await ask(scheme, path, headers, env);
      expect(response.status).toBe(status);
      expect(response.headers.get("Strict-Transport-Security")).toBe(hsts);
      expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(response.headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
      expect(response.headers.get("Permissions-Policy")).toContain("camera=()");
      expect(response.headers.get("Content-Security-Policy")).toMatch(/^default-src '(self|none)'/);
      expect(response.webSocket !== null).toBe(status === 101);
      response.webSocket?.accept();
      response.webSocket?.close();
    }
  });
});

describe("a failure anywhere in the front door", () => {
  it("is noted in one line with a code, and answered with a sentence: 500, no stack, kept by no cache", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const response = await ask("http", "/broken");
    expect(log.mock.calls).toEqual([
      [expect.stringMatching(/^\{"code":"front_door","route":"\/","error":"TypeError: stack of cards","at":/)],
    ]);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.text()).toBe(
      "Something went wrong on our side, and it has been noted. Please try again in a moment.\n",
    );
  });

  it("is a page for who opens one, that runs nothing and links to itself", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const response = await ask("http", "/broken", BROWSER);
    const [, nonce] = /style-src 'nonce-([\w-]+)'/.exec(response.headers.get("Content-Security-Policy")!) ?? [];
    const html = await response.text();
    expect(response.headers.get("Content-Security-Policy")).not.toContain("script-src");
    expect(html).toContain(`<style nonce="${nonce}">`);
    expect(html).toContain('<a href="">Try again</a>');
    expect(html).not.toMatch(/stack of cards|<script|\bat \w+ \(/);
  });

  it("of the channel at an upgrade is one that a client can retry", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const unreachable = { getByName: () => ({ fetch: async () => Promise.reject(new Error("object reset")) }) };
    const env = { ...bindings, CHANNEL: unreachable as unknown as typeof bindings.CHANNEL };
    const response = await ask("http", "/_ws/headers/unreachable", UPGRADE, env);
    expect([response.status, response.webSocket]).toEqual([500, null]);
    expect(log.mock.calls).toEqual([
      [expect.stringMatching(/^\{"code":"front_door","route":"\/_ws\/","error":"Error: object reset"/)],
    ]);
  });
});
