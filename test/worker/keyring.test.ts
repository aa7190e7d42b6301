/** W17: the signing key through its life: made, rotated, retired, revoked, and out of reach. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Page } from "../../src/shared/page";
import type { Env } from "../../worker/env";
import { frontDoor } from "../../worker/http/router";
import { identify, newSecret } from "../../worker/identity/identity";
import { Keyring } from "../../worker/identity/Keyring";
import { read, type Written, written } from "./support/cookies";
import { bindings, join } from "./support/peer";

const SECOND = 1_000; // ms
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => void vi.setSystemTime(Date.now() + ms);

/** A site of its own: its Keyring, with the variables that it is deployed with, and how that behaves. */
class Site {
  vars: Pick<Env, "KEY_GENERATION" | "REVOKED_GENERATION"> = {};
  keyringIs: "well" | "failing" | "silent" = "well";
  asked = 0;
  readonly stub: DurableObjectStub<Keyring>;

  constructor(name: string) {
    this.stub = bindings.KEYRING.getByName(name);
  }

  keys() {
    return runInDurableObject(this.stub, (_keyring, ctx) => new Keyring(ctx, { ...bindings, ...this.vars }).keys());
  }

  /** Another isolate of its Worker, which knows nothing yet. */
  isolate(): Isolate {
    const keys = () => {
      this.asked++;
      if (this.keyringIs === "failing") return Promise.reject(new Error("object reset\n    at secrets (worker.js:1:1)"));
      return this.keyringIs === "silent" ? new Promise<never>(() => {}) : this.keys();
    };
    return new Isolate({ ...bindings, KEYRING: { getByName: () => ({ keys }) } as unknown as Env["KEYRING"] });
  }
}

class Isolate {
  readonly #env: Env;
  readonly #door = frontDoor(async (_request, page) => Response.json(page));

  constructor(env: Env) {
    this.#env = env;
  }

  /** Who sends `cookie` (`name=value`, as a line that sets it begins), to this isolate. */
  person(cookie = "") {
    return identify(request("/", { Cookie: cookie.split(";")[0]! }), this.#env);
  }

  /** The cookie of someone new, or the one that a known person's is replaced by. */
  async cookie(old = ""): Promise<string> {
    const person = await this.person(old);
    if (!person?.cookie) throw new Error("no cookie was set");
    return person.cookie;
  }

  fetch(path: string, headers: Record<string, string>): Promise<Response> {
    return this.#door(request(path, headers), this.#env, {} as ExecutionContext);
  }
}

const request = (path: string, headers: Record<string, string>) => new Request(`http://edgewise.test${path}`, { headers });

it("W17 the first key is made when it is asked for, and kept", async () => {
  const stub = bindings.KEYRING.getByName("kept");
  const made = await stub.keys();
  expect(made).toMatchObject([{ id: 1, secret: { length: 32 } }]);
  await evictDurableObject(stub);
  expect(await stub.keys()).toEqual(made);
  expect((await bindings.KEYRING.getByName("another").keys())[0]!.secret).not.toEqual(made[0]!.secret);
});

it("W17 rotation: both keys verify, the new one signs once everyone knows it, and nobody becomes someone else", async () => {
  const site = new Site("rotated");
  const before = site.isolate();
  const ada = await before.cookie();
  expect(read(ada).id).toBe("1");

  site.vars = { KEY_GENERATION: 2 };
  const after = site.isolate();
  expect(await after.person(ada)).toEqual({ secret: read(ada).secret });
  expect(read(await after.cookie()).id).toBe("1"); // `before` has heard of no other
  pass(10 * MINUTE);
  const ben = await after.cookie();
  expect(read(ben).id).toBe("2");
  expect(await before.person(ben)).toEqual({ secret: read(ben).secret });
  expect(read(await before.cookie(ada))).toMatchObject({ id: "2", secret: read(ada).secret });

  pass(30 * DAY - 11 * MINUTE);
  expect((await after.person(ada))!.secret).toBe(read(ada).secret);
  pass(7 * MINUTE);
  expect((await after.person(ada))!.secret).not.toBe(read(ada).secret);
  expect((await after.person(ben))!.secret).toBe(read(ben).secret);
  expect(await site.keys()).toMatchObject([{ id: 2 }]);
});

it("W17 a key stays rotated when an older version of the Worker is deployed again", async () => {
  const site = new Site("rolled-back");
  site.vars = { KEY_GENERATION: 3 };
  const keys = await site.keys();
  site.vars = { KEY_GENERATION: 2 };
  expect(await site.keys()).toEqual(keys);
});

it("W17 revocation: who comes with a cookie of that key is someone new, in every isolate within 5 minutes, for good", async () => {
  const site = new Site("revoked");
  const isolate = site.isolate();
  const ada = await isolate.cookie();
  const stolen = (await site.keys())[0]!;
  site.vars = { REVOKED_GENERATION: 1 };
  const fresh = await site.isolate().cookie(ada);
  expect(read(fresh)).toMatchObject({ id: "2", secret: expect.not.stringContaining(read(ada).secret) });
  pass(5 * MINUTE);
  expect((await isolate.person(ada))!.secret).not.toBe(read(ada).secret);
  expect(await isolate.person(fresh)).toEqual({ secret: read(fresh).secret });
  for (const id of [1, 2]) {
    const forged: Written = { id, key: stolen.secret, secret: read(fresh).secret };
    expect((await isolate.person(`edgewise=${written(forged)}`))!.secret).not.toBe(read(fresh).secret);
  }
  site.vars = {};
  expect(await site.keys()).toMatchObject([{ id: 2 }]);
});

it("W17 after a revocation nobody loses a new cookie to an isolate that does not know its key yet", async () => {
  const site = new Site("unheard-of");
  const isolate = site.isolate();
  await isolate.cookie();
  pass(MINUTE);
  site.vars = { REVOKED_GENERATION: 1 };
  const cookie = (await site.isolate().cookie()).split(";")[0]!;
  expect(read(cookie).id).toBe("2"); // it signs at once: there is no other
  const page = await isolate.fetch("/keyring/unheard-of", { Cookie: `${cookie}; name=Ada` });
  expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
  const upgrade = await isolate.fetch("/_ws/keyring/unheard-of", { Cookie: cookie, Upgrade: "websocket" });
  expect([upgrade.status, upgrade.headers.get("Retry-After")]).toEqual([503, "5"]);
  pass(5 * MINUTE);
  expect(await isolate.person(cookie)).toEqual({ secret: read(cookie).secret });
});

it("W17 a cookie that names a key of the future keeps nobody but its sender out, for minutes, and nothing is asked for it", async () => {
  const site = new Site("future");
  const isolate = site.isolate();
  const ada = await isolate.cookie();
  const forged = `edgewise=${written({ id: "9".repeat(80), key: new Uint8Array(32) })}`;
  for (let i = 0; i < 20; i++) expect(await isolate.person(forged)).toBeUndefined();
  expect(await isolate.person(ada)).toEqual({ secret: read(ada).secret });
  const tomorrow = Math.floor((Date.now() + DAY) / SECOND);
  expect((await isolate.person(`edgewise=${written({ id: 9, issued: tomorrow })}`))!.cookie).toBeDefined();
  expect(site.asked).toBe(1);
  pass(11 * MINUTE);
  expect((await isolate.person(forged))!.cookie).toBeDefined();
});

it("W17 an isolate asks for the keys once in 5 minutes, whatever cookies it is sent", async () => {
  const site = new Site("asked");
  const isolate = site.isolate();
  for (let id = 0; id < 200; id++) await isolate.person(`edgewise=${written({ id })}`);
  expect(site.asked).toBe(1);
  pass(5 * MINUTE);
  await Promise.all(Array.from({ length: 20 }, () => isolate.person()));
  expect(site.asked).toBe(2);
});

it.each(["failing", "silent"] as const)(
  "W17 while the Keyring is %s, an isolate goes on with the keys that it knows",
  async (how) => {
    const site = new Site(`known-${how}`);
    const isolate = site.isolate();
    const ada = await isolate.cookie();
    site.keyringIs = how;
    pass(60 * MINUTE);
    expect(await isolate.person(ada)).toEqual({ secret: read(ada).secret });
    expect((await isolate.person(`edgewise=${written({ id: 1 })}`))!.cookie).toBeDefined();
    // Another isolate may know a key that has been made since
    expect(await isolate.person(`edgewise=${written({ id: 2 })}`)).toBeUndefined();
    expect(site.asked).toBe(2);
  },
);

it.each(["failing", "silent"] as const)(
  "W17 while the Keyring is %s and no key known, pages can be read, nobody gets in, and nobody loses their identity",
  async (how) => {
    const said = await (await join(`keyring/${how}`, { name: "Ada" })).says("hello");
    const site = new Site(`unknown-${how}`);
    const ada = (await site.isolate().cookie()).split(";")[0]!;
    site.keyringIs = how;
    const isolate = site.isolate();
    for (const headers of [{}, { Cookie: ada }, { Cookie: "edgewise=rubbish" }] as Record<string, string>[]) {
      const page = await isolate.fetch(`/keyring/${how}`, headers);
      expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
      expect(await page.json<Page>()).toMatchObject({ snapshot: { messages: [said] } });
      const upgrade = await isolate.fetch(`/_ws/keyring/${how}`, { ...headers, Upgrade: "websocket" });
      expect([upgrade.status, upgrade.headers.get("Retry-After"), upgrade.headers.getSetCookie()]).toEqual([503, "5", []]);
      expect(await upgrade.text()).toMatch(/^[^\n]+\. Try again\.\n$/);
    }
    expect(site.asked).toBe(2); // by the first isolate, and once by this

    site.keyringIs = "well";
    pass(3 * SECOND);
    const page = await isolate.fetch(`/keyring/${how}`, { Cookie: `${ada}; name=Ada` });
    expect(page.headers.getSetCookie()).toEqual([]);
    const upgrade = await isolate.fetch(`/_ws/keyring/${how}`, { Cookie: ada, Upgrade: "websocket" });
    expect([upgrade.status, upgrade.headers.getSetCookie()]).toEqual([101, []]);
    expect(await isolate.person(ada)).toEqual({ secret: read(ada).secret });
  },
);

it("W17 a Keyring that was deployed with nonsense for generations keeps to what it has", async () => {
  const site = new Site("nonsense");
  site.vars = { KEY_GENERATION: "two", REVOKED_GENERATION: "-1" };
  expect(await site.keys()).toMatchObject([{ id: 1 }]);
  site.vars = { KEY_GENERATION: 2.5, REVOKED_GENERATION: newSecret() };
  expect(await site.keys()).toMatchObject([{ id: 1 }, { id: 2 }]);
});
