/** W17: the life of signing keys: created, rotated, retired, revoked, and while the Keyring cannot be reached. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PageData } from "../../src/shared/page";
import type { Env } from "../../worker/env";
import { createRouter } from "../../worker/http/router";
import { identify } from "../../worker/identity/identify";
import { Keyring } from "../../worker/identity/Keyring";
import { newSecret } from "../../worker/identity/public-id";
import { type CookieFields, parseCookie, signCookie } from "./support/cookies";
import { bindings, join } from "./support/peer";

const SECOND = 1_000; // ms
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const advance = (ms: number) => void vi.setSystemTime(Date.now() + ms);

/** A site with its own Keyring. A test sets the variables of its deployment, and whether the Keyring works. */
class Site {
  vars: { KEY_GENERATION?: number | string; REVOKED_GENERATION?: number | string } = {};
  keyring: "working" | "failing" | "silent" = "working";
  /** How often the isolates asked the Keyring for its keys. */
  requests = 0;
  readonly stub: DurableObjectStub<Keyring>;

  constructor(name: string) {
    this.stub = bindings.KEYRING.getByName(name);
  }

  secrets() {
    return runInDurableObject(this.stub, (_keyring, ctx) => new Keyring(ctx, { ...bindings, ...this.vars } as Env).secrets());
  }

  async keys() {
    return (await this.secrets()).signing;
  }

  /** Another isolate of the Worker, without any keys yet. */
  isolate(): Isolate {
    const secrets = () => {
      this.requests++;
      if (this.keyring === "failing") return Promise.reject(new Error("object reset\n    at secrets (worker.js:1:1)"));
      return this.keyring === "silent" ? new Promise<never>(() => {}) : this.secrets();
    };
    return new Isolate({ ...bindings, KEYRING: { getByName: () => ({ secrets }) } as unknown as Env["KEYRING"] });
  }
}

class Isolate {
  readonly #env: Env;
  readonly #fetch = createRouter(async (_request, page) => Response.json(page));

  constructor(env: Env) {
    this.#env = env;
  }

  /** The person that this isolate sees behind `cookie`, which is `name=value` or a whole `Set-Cookie` line. */
  person(cookie = "") {
    return identify(request("/", { Cookie: cookie.split(";")[0]! }), this.#env);
  }

  /** The `Set-Cookie` line for a new person, or the one that renews `old`. */
  async cookie(old = ""): Promise<string> {
    const person = await this.person(old);
    if (!person?.cookie) throw new Error("no cookie was set");
    return person.cookie;
  }

  fetch(path: string, headers: Record<string, string>): Promise<Response> {
    return this.#fetch(request(path, headers), this.#env);
  }
}

const request = (path: string, headers: Record<string, string>) => new Request(`http://edgewise.test${path}`, { headers });

it("W17 the Keyring creates its first key on the first request, and stores it", async () => {
  const stub = bindings.KEYRING.getByName("kept");
  const made = await stub.keys();
  expect(made).toMatchObject([{ id: 1, secret: { length: 32 } }]);
  await evictDurableObject(stub);
  expect(await stub.keys()).toEqual(made);
  expect((await bindings.KEYRING.getByName("another").keys())[0]!.secret).not.toEqual(made[0]!.secret);
});

it("W23 W30 the keys for links and for places are created once, and no rotation or revocation changes them", async () => {
  const site = new Site("lasting");
  const { place, token } = await site.secrets();
  expect([place?.length, token?.length]).toEqual([32, 32]);
  expect(place).not.toEqual(token);
  site.vars = { KEY_GENERATION: 3, REVOKED_GENERATION: 2 };
  await evictDurableObject(site.stub);
  expect(await site.secrets()).toMatchObject({ signing: [{ id: 3 }], place, token });
});

it("W17 with a Keyring from before the other keys, in the middle of a deploy, cookies count as ever", async () => {
  const site = new Site("older");
  const ada = await site.isolate().cookie();
  const older = {
    secrets: async () => Promise.reject(new TypeError('The RPC receiver does not implement the method "secrets".')),
  };
  const keyring = { getByName: () => ({ ...older, keys: () => site.keys() }) } as unknown as Env["KEYRING"];
  const isolate = new Isolate({ ...bindings, KEYRING: keyring });
  expect(await isolate.person(ada)).toEqual({ secret: parseCookie(ada).secret });
  const upgrade = await isolate.fetch("/_ws/keyring/older", { Cookie: ada.split(";")[0]!, Upgrade: "websocket" });
  expect(upgrade.status).toBe(101);
});

it("W17 after a rotation both keys verify, the new key signs once every isolate knows it, and every user keeps their identity", async () => {
  const site = new Site("rotated");
  const before = site.isolate();
  const ada = await before.cookie();
  expect(parseCookie(ada).id).toBe("1");

  site.vars = { KEY_GENERATION: 2 };
  const after = site.isolate();
  expect(await after.person(ada)).toEqual({ secret: parseCookie(ada).secret });
  expect(parseCookie(await after.cookie()).id).toBe("1"); // `before` knows no other key
  advance(10 * MINUTE);
  const ben = await after.cookie();
  expect(parseCookie(ben).id).toBe("2");
  expect(await before.person(ben)).toEqual({ secret: parseCookie(ben).secret });
  expect(parseCookie(await before.cookie(ada))).toMatchObject({ id: "2", secret: parseCookie(ada).secret });

  advance(30 * DAY - 11 * MINUTE);
  expect((await after.person(ada))!.secret).toBe(parseCookie(ada).secret);
  advance(7 * MINUTE);
  expect((await after.person(ada))!.secret).not.toBe(parseCookie(ada).secret);
  expect((await after.person(ben))!.secret).toBe(parseCookie(ben).secret);
  expect(await site.keys()).toMatchObject([{ id: 2 }]);
});

it("W17 a rotation stays if an older version of the Worker is deployed again", async () => {
  const site = new Site("rolled-back");
  site.vars = { KEY_GENERATION: 3 };
  const keys = await site.keys();
  site.vars = { KEY_GENERATION: 2 };
  expect(await site.keys()).toEqual(keys);
});

it("W17 after a revocation a cookie of that key gets a new identity, in every isolate within 5 minutes, permanently", async () => {
  const site = new Site("revoked");
  const isolate = site.isolate();
  const ada = await isolate.cookie();
  const stolen = (await site.keys())[0]!;
  site.vars = { REVOKED_GENERATION: 1 };
  const fresh = await site.isolate().cookie(ada);
  expect(parseCookie(fresh)).toMatchObject({ id: "2", secret: expect.not.stringContaining(parseCookie(ada).secret) });
  advance(5 * MINUTE);
  expect((await isolate.person(ada))!.secret).not.toBe(parseCookie(ada).secret);
  expect(await isolate.person(fresh)).toEqual({ secret: parseCookie(fresh).secret });
  for (const id of [1, 2]) {
    const forged: CookieFields = { id, key: stolen.secret, secret: parseCookie(fresh).secret };
    expect((await isolate.person(`edgewise=${signCookie(forged)}`))!.secret).not.toBe(parseCookie(fresh).secret);
  }
  site.vars = {};
  expect(await site.keys()).toMatchObject([{ id: 2 }]);
});

it("W17 after a revocation an isolate that does not know the new key yet does not replace a cookie signed with it", async () => {
  const site = new Site("unheard-of");
  const isolate = site.isolate();
  await isolate.cookie();
  advance(MINUTE);
  site.vars = { REVOKED_GENERATION: 1 };
  const cookie = (await site.isolate().cookie()).split(";")[0]!;
  expect(parseCookie(cookie).id).toBe("2"); // it signs at once, because there is no other key
  const page = await isolate.fetch("/keyring/unheard-of", { Cookie: cookie });
  expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
  const upgrade = await isolate.fetch("/_ws/keyring/unheard-of", { Cookie: cookie, Upgrade: "websocket" });
  expect([upgrade.status, upgrade.headers.get("Retry-After")]).toEqual([503, "5"]);
  advance(5 * MINUTE);
  expect(await isolate.person(cookie)).toEqual({ secret: parseCookie(cookie).secret });
});

it("W17 a forged cookie that names a newer key only blocks its own sender, for minutes, and causes no request to the Keyring", async () => {
  const site = new Site("future");
  const isolate = site.isolate();
  const ada = await isolate.cookie();
  const forged = `edgewise=${signCookie({ id: "9".repeat(80), key: new Uint8Array(32) })}`;
  for (let i = 0; i < 20; i++) expect(await isolate.person(forged)).toBeUndefined();
  expect(await isolate.person(ada)).toEqual({ secret: parseCookie(ada).secret });
  const tomorrow = Math.floor((Date.now() + DAY) / SECOND);
  expect((await isolate.person(`edgewise=${signCookie({ id: 9, issued: tomorrow })}`))!.cookie).toBeDefined();
  expect(site.requests).toBe(1);
  advance(11 * MINUTE);
  expect((await isolate.person(forged))!.cookie).toBeDefined();
});

it("W17 an isolate loads the keys once in 5 minutes, whatever cookies it receives", async () => {
  const site = new Site("asked");
  const isolate = site.isolate();
  for (let id = 0; id < 200; id++) await isolate.person(`edgewise=${signCookie({ id })}`);
  expect(site.requests).toBe(1);
  advance(5 * MINUTE);
  await Promise.all(Array.from({ length: 20 }, () => isolate.person()));
  expect(site.requests).toBe(2);
});

it.each(["failing", "silent"] as const)("W17 while the Keyring is %s, an isolate uses the keys that it knows", async (how) => {
  const site = new Site(`known-${how}`);
  const isolate = site.isolate();
  const ada = await isolate.cookie();
  site.keyring = how;
  advance(60 * MINUTE);
  expect(await isolate.person(ada)).toEqual({ secret: parseCookie(ada).secret });
  expect((await isolate.person(`edgewise=${signCookie({ id: 1 })}`))!.cookie).toBeDefined();
  // Another isolate may know a key that was created since
  expect(await isolate.person(`edgewise=${signCookie({ id: 2 })}`)).toBeUndefined();
  expect(site.requests).toBe(2);
});

it.each(["failing", "silent"] as const)(
  "W17 while the Keyring is %s and no key is known, pages can be read, sockets are refused, and nobody loses their identity",
  async (how) => {
    const said = await (await join(`keyring/${how}`, { name: "Ada" })).sendMessage("hello");
    const site = new Site(`unknown-${how}`);
    const ada = (await site.isolate().cookie()).split(";")[0]!;
    site.keyring = how;
    const isolate = site.isolate();
    for (const headers of [{}, { Cookie: ada }, { Cookie: "edgewise=rubbish" }] as Record<string, string>[]) {
      const page = await isolate.fetch(`/keyring/${how}`, headers);
      expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
      expect(await page.json<PageData>()).toMatchObject({ snapshot: { messages: [said] } });
      const upgrade = await isolate.fetch(`/_ws/keyring/${how}`, { ...headers, Upgrade: "websocket" });
      expect([upgrade.status, upgrade.headers.get("Retry-After"), upgrade.headers.getSetCookie()]).toEqual([503, "5", []]);
      expect(await upgrade.text()).toMatch(/^[^\n]+\. Try again\.\n$/);
    }
    expect(site.requests).toBe(2); // one by the first isolate, one by this one

    site.keyring = "working";
    advance(3 * SECOND);
    const page = await isolate.fetch(`/keyring/${how}`, { Cookie: ada });
    expect(page.headers.getSetCookie()).toEqual([]);
    const upgrade = await isolate.fetch(`/_ws/keyring/${how}`, { Cookie: ada, Upgrade: "websocket" });
    expect([upgrade.status, upgrade.headers.getSetCookie()]).toEqual([101, []]);
    expect(await isolate.person(ada)).toEqual({ secret: parseCookie(ada).secret });
  },
);

it("W17 a Keyring keeps its keys if the generation variables are not valid numbers", async () => {
  const site = new Site("nonsense");
  site.vars = { KEY_GENERATION: "two", REVOKED_GENERATION: "-1" };
  expect(await site.keys()).toMatchObject([{ id: 1 }]);
  site.vars = { KEY_GENERATION: 2.5, REVOKED_GENERATION: newSecret() };
  expect(await site.keys()).toMatchObject([{ id: 1 }, { id: 2 }]);
});
