/** The security headers of every kind of response of the built Worker, and of its static files. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, UPGRADE, type Answer, type Question } from "./support/ask";
import { startEdgewise, type Edgewise } from "./support/edgewise";

let edgewise: Edgewise;
beforeAll(async () => {
  edgewise = await startEdgewise();
});
afterAll(() => edgewise?.stop());

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "permissions-policy": expect.stringMatching(/^((microphone=\(self\)|[\w-]+=\(\))(, |$))+$/),
  "cross-origin-opener-policy": "same-origin",
};
const DEFAULT_POLICY = "default-src 'none'; frame-ancestors 'none'";

const FOREIGN = { ...UPGRADE, Origin: "https://evil.example" };

const PAGES: [what: string, status: number, path: string, question?: Question][] = [
  ["the lobby", 200, "/"],
  ["a channel", 200, "/team/design"],
  ["a channel, with HEAD", 200, "/team/design", { method: "HEAD" }],
  ["a path without a canonical form", 404, "/no!channel"],
  ["a missing file", 404, "/_build/assets/nothing.js"],
  ["the file with the static files' headers", 404, "/_headers"],
];

const OTHERS: [what: string, status: number, path: string, question?: Question][] = [
  ["a path in another spelling", 308, "/Team/Design/"],
  ["a socket's path in another spelling", 308, "/_ws/a//b", { headers: UPGRADE }],
  ["a method that a page does not allow", 405, "/team/design", { method: "POST" }],
  ["a socket's path without an upgrade", 426, "/_ws/lobby"],
  ["a socket's path without a canonical form", 404, "/_ws/no!channel", { headers: UPGRADE }],
  ["a socket from another site's page", 403, "/_ws/lobby", { headers: FOREIGN }],
  ["a socket", 101, "/_ws/lobby", { headers: UPGRADE }],
  ["/api/health", 200, "/api/health"],
  ["a method that /api/health does not allow", 405, "/api/health", { method: "POST" }],
  ["an unknown API path", 404, "/api/nothing"],
  ["a call of a server function", 404, "/_server?id=x"],
];

describe.each(PAGES)("%s is a page (%i)", (_what, status, path, question) => {
  it("which runs only scripts with its nonce, connects only to its own host, and cannot be framed", async () => {
    const { headers, ...answer } = await ask(edgewise.url, path, question);
    expect(answer.status).toBe(status);
    expect(headers).toMatchObject({ ...ALWAYS, "content-type": "text/html; charset=utf-8" });
    const [, nonce] = /'nonce-(\w{32})'/.exec(String(headers["content-security-policy"])) ?? [];
    expect(directives(headers)).toEqual({
      "default-src": "'self'",
      "script-src": `'nonce-${nonce}' 'strict-dynamic'`,
      "style-src": `'self' 'nonce-${nonce}'`,
      "img-src": "'self' blob:",
      "media-src": "'self' blob:",
      "connect-src": "'self'",
      "worker-src": "'self'",
      "form-action": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
    });
    expect((await ask(edgewise.url, path, question)).headers["content-security-policy"]).not.toContain(nonce);
  });
});

it.each(OTHERS)("%s (%i) is not a page, and its policy allows nothing", async (_what, status, path, question) => {
  const { headers, ...answer } = await ask(edgewise.url, path, question);
  expect(answer.status).toBe(status);
  expect(headers).toMatchObject({ ...ALWAYS, "content-security-policy": DEFAULT_POLICY });
  expect(answer.body).not.toMatch(/<|\bat \w+ \(/);
});

it("static files, which are served without the Worker, have the same security headers as its responses", async () => {
  const page = await ask(edgewise.url, "/");
  const assets = [...page.body.matchAll(/(?:src|href)="(\/_build\/[^"]+)"/g)].map(([, path]) => path!);
  const worker = await ask(edgewise.url, "/api/health");
  const security = (headers: Answer["headers"]) =>
    Object.fromEntries([...Object.keys(ALWAYS), "content-security-policy"].map((name) => [name, headers[name]]));
  expect(assets.length).toBeGreaterThan(1); // at least the script and the styles
  for (const path of [...assets, "/favicon.svg"]) {
    const { status, headers } = await ask(edgewise.url, path);
    expect({ path, status, ...security(headers) }).toEqual({ path, status: 200, ...security(worker.headers) });
    // `_headers` cannot depend on the scheme; browsers ignore this header over http
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  }
  expect((await ask(edgewise.url, assets[0]!)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

it("the service worker may connect to its own host and nothing else, and is asked for anew at each visit", async () => {
  const { status, headers } = await ask(edgewise.url, "/_sw.js");
  expect(status).toBe(200);
  expect(headers).toMatchObject({ ...ALWAYS, "cache-control": "no-cache" });
  expect(directives(headers)).toEqual({ "default-src": "'none'", "connect-src": "'self'", "frame-ancestors": "'none'" });
});

function directives(headers: Answer["headers"]): Record<string, string> {
  const all = String(headers["content-security-policy"]).split("; ");
  return Object.fromEntries(all.map((directive) => [directive.split(" ", 1)[0]!, directive.slice(directive.indexOf(" ") + 1)]));
}
