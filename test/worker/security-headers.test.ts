/** The security headers of every kind of response, over http and https; an upgrade keeps its socket. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { createRouter } from "../../worker/http/router";
import { bindings } from "./support/peer";

const HOST = "edgewise.test";
const UPGRADE = { Upgrade: "websocket" };
const BROWSER = { Accept: "text/html,*/*;q=0.8" };

const fetch = createRouter(async (request) => {
  if (request.url.endsWith("/broken")) throw new TypeError("stack of cards");
  return new Response("a page", { headers: { "Content-Security-Policy": "default-src 'self'" } });
});

/** Sends a request to the router. */
function ask(scheme: string, path: string, headers: Record<string, string> = {}, env = bindings): Promise<Response> {
  const request = new Request(`${scheme}://${HOST}${path}`, { headers: { "CF-Connecting-IP": "192.0.2.77", ...headers } });
  return fetch(request, env);
}

afterEach(() => void vi.restoreAllMocks());

const overLimit = { ...bindings, UPGRADES: { limit: async () => ({ success: false }) } };

const KINDS: [what: string, status: number, path: string, headers?: Record<string, string>, env?: typeof bindings][] = [
  ["a page", 200, "/headers/page"],
  ["a redirect", 308, "/Headers/Page"],
  ["an upgrade", 101, "/_ws/headers/upgrade", UPGRADE],
  ["a refused upgrade", 403, "/_ws/headers/upgrade", { ...UPGRADE, Origin: "null" }],
  ["an upgrade over the limit", 429, "/_ws/headers/upgrade", UPGRADE, overLimit],
  ["a request without an upgrade", 426, "/_ws/headers/upgrade"],
  ["/api/health", 200, "/api/health"],
  ["an unknown API path", 404, "/api/nothing"],
  ["an error, for a program", 500, "/broken"],
  ["an error, for a browser", 500, "/broken", BROWSER],
];

describe.each(KINDS)("%s (%i)", (_what, status, path, headers, env) => {
  it("has all security headers, and HSTS if it came over https", async () => {
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

describe("an unexpected error in the router", () => {
  it("is logged in one line with a code, and answered with 500 and a message, without a stack, never cached", async () => {
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

  it("is answered with a page for browsers, which runs no script and links to itself", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const response = await ask("http", "/broken", BROWSER);
    const [, nonce] = /style-src 'nonce-([\w-]+)'/.exec(response.headers.get("Content-Security-Policy")!) ?? [];
    const html = await response.text();
    expect(response.headers.get("Content-Security-Policy")).not.toContain("script-src");
    expect(html).toContain(`<style nonce="${nonce}">`);
    expect(html).toContain('<a href="">Try again</a>');
    expect(html).not.toMatch(/stack of cards|<script|\bat \w+ \(/);
  });

  it("of the channel during an upgrade is answered with 500, so the client can retry", async () => {
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
