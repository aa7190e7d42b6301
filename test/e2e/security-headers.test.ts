/** The security headers of every kind of answer that the built Worker and its static files give. */
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
  "permissions-policy": expect.stringMatching(/^(\w[\w-]*=\(\), )*\w[\w-]*=\(\)$/),
  "cross-origin-opener-policy": "same-origin",
};
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

const FOREIGN = { ...UPGRADE, Origin: "https://evil.example" };

const PAGES: [what: string, status: number, path: string, question?: Question][] = [
  ["the lobby", 200, "/"],
  ["a channel", 200, "/team/design"],
  ["a channel's head", 200, "/team/design", { method: "HEAD" }],
  ["a path that no channel can have", 404, "/no!channel"],
  ["a file that is not there", 404, "/_build/assets/nothing.js"],
  ["the rules for static files", 404, "/_headers"],
];

const OTHERS: [what: string, status: number, path: string, question?: Question][] = [
  ["a path in another spelling", 308, "/Team/Design/"],
  ["a socket's path in another spelling", 308, "/_ws/a//b", { headers: UPGRADE }],
  ["a method that a page does not take", 405, "/team/design", { method: "POST" }],
  ["a socket's path without an upgrade", 426, "/_ws/lobby"],
  ["a socket of no channel", 404, "/_ws/no!channel", { headers: UPGRADE }],
  ["a socket from a foreign page", 403, "/_ws/lobby", { headers: FOREIGN }],
  ["a socket", 101, "/_ws/lobby", { headers: UPGRADE }],
  ["the health", 200, "/api/health"],
  ["a method that the health does not take", 405, "/api/health", { method: "POST" }],
  ["an API that is not there", 404, "/api/nothing"],
  ["a server function, of which there are none", 404, "/_server?id=x"],
];

describe.each(PAGES)("%s is a page (%i)", (_what, status, path, question) => {
  it("which runs what has its nonce, talks to its own host, and is in nobody's frame", async () => {
    const { headers, ...answer } = await ask(edgewise.url, path, question);
    expect(answer.status).toBe(status);
    expect(headers).toMatchObject({ ...ALWAYS, "content-type": "text/html; charset=utf-8" });
    const [, nonce] = /'nonce-(\w{32})'/.exec(String(headers["content-security-policy"])) ?? [];
    expect(directives(headers)).toEqual({
      "default-src": "'self'",
      "script-src": `'nonce-${nonce}' 'strict-dynamic'`,
      "style-src": `'self' 'nonce-${nonce}'`,
      "connect-src": "'self'",
      "form-action": "'self'",
      "object-src": "'none'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
    });
    expect((await ask(edgewise.url, path, question)).headers["content-security-policy"]).not.toContain(nonce);
  });
});

it.each(OTHERS)("%s (%i) is no page, and may do nothing", async (_what, status, path, question) => {
  const { headers, ...answer } = await ask(edgewise.url, path, question);
  expect(answer.status).toBe(status);
  expect(headers).toMatchObject({ ...ALWAYS, "content-security-policy": NO_PAGE });
  expect(answer.body).not.toMatch(/<|\bat \w+ \(/);
});

it("static files, which are served without the Worker, say the same as the Worker does", async () => {
  const page = await ask(edgewise.url, "/");
  const assets = [...page.body.matchAll(/(?:src|href)="(\/_build\/[^"]+)"/g)].map(([, path]) => path!);
  const worker = await ask(edgewise.url, "/api/health");
  const security = (headers: Answer["headers"]) =>
    Object.fromEntries([...Object.keys(ALWAYS), "content-security-policy"].map((name) => [name, headers[name]]));
  expect(assets.length).toBeGreaterThan(1); // script and styles at least
  for (const path of [...assets, "/favicon.svg"]) {
    const { status, headers } = await ask(edgewise.url, path);
    expect({ path, status, ...security(headers) }).toEqual({ path, status: 200, ...security(worker.headers) });
    // whether the request was encrypted cannot be said there, and browsers heed this over https alone
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  }
  expect((await ask(edgewise.url, assets[0]!)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

function directives(headers: Answer["headers"]): Record<string, string> {
  const all = String(headers["content-security-policy"]).split("; ");
  return Object.fromEntries(all.map((directive) => [directive.split(" ", 1)[0]!, directive.slice(directive.indexOf(" ") + 1)]));
}
