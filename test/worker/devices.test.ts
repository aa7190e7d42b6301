/** W23: what linked devices have in common is stored encrypted, for the person and the key alone. */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, it, vi } from "vitest";
import { personId } from "../../worker/identity/public-id";
import { parseCookie } from "./support/cookies";
import { bindings, fetchPath, newUserCookie } from "./support/peer";

const SLOT = "a".repeat(16);
const DAY = 86_400_000; // ms

afterEach(() => void vi.useRealTimers());

const get = (Cookie: string, slot = SLOT) => fetchPath(`/api/devices/${slot}`, { headers: { Cookie } });
const put = (Cookie: string, body: unknown, slot = SLOT, headers: Record<string, string> = {}) =>
  fetchPath(`/api/devices/${slot}`, { method: "PUT", body: JSON.stringify(body), headers: { Cookie, ...headers } });

it("W23 a device reads what another one of the same person has stored, and nobody else does", async () => {
  const [ada, ben] = [newUserCookie(), newUserCookie()];
  expect(await (await get(ada)).json()).toEqual({ version: 0, data: "" });
  expect((await put(ada, { version: 0, data: "sealed" })).status).toBe(204);
  const answer = await get(ada);
  expect([await answer.json(), answer.headers.get("Cache-Control")]).toEqual([
    { version: 1, data: "sealed" },
    "private, no-store",
  ]);
  expect(await (await get(ben)).json()).toEqual({ version: 0, data: "" });
  expect(await (await get(ada, "b".repeat(16))).json()).toEqual({ version: 0, data: "" });
});

it("W23 of two devices that store at the same time, the second one gets what the first has stored", async () => {
  const ada = newUserCookie();
  const answers = await Promise.all(["one", "two"].map((data) => put(ada, { version: 0, data })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 204]);
  const { data } = await (await get(ada)).json<{ data: string }>();
  expect(await answers.find(({ status }) => status === 200)!.json()).toEqual({ version: 1, data });
});

it.each<[what: string, status: number, request: (cookie: string) => Promise<Response>]>([
  ["without a cookie", 403, () => get("")],
  ["from another site", 403, (ada) => put(ada, { version: 0, data: "x" }, SLOT, { Origin: "https://evil.example" })],
  ["for a slot that is none", 404, (ada) => get(ada, "short")],
  ["by another method", 405, (Cookie) => fetchPath(`/api/devices/${SLOT}`, { method: "DELETE", headers: { Cookie } })],
  ["without a version", 400, (ada) => put(ada, { data: "x" })],
  ["without data", 400, (ada) => put(ada, { version: 0 })],
  ["with data that is no base64url", 400, (ada) => put(ada, { version: 0, data: "<script>" })],
  ["with more than 32 KiB", 400, (ada) => put(ada, { version: 0, data: "x".repeat(43_692) })],
  ["with what is no object", 400, (ada) => put(ada, 17)],
])("W23 %s it is refused and stores nothing", async (_what, status, request) => {
  const ada = newUserCookie();
  expect((await request(ada)).status).toBe(status);
  expect(await (await get(ada)).json()).toEqual({ version: 0, data: "" });
});

it("W23 of a fourth key on, the one that was not used for longest is forgotten", async () => {
  const ada = newUserCookie();
  for (const slot of ["a", "b", "c", "d"].map((letter) => letter.repeat(16))) {
    expect((await put(ada, { version: 0, data: "x" }, slot)).status).toBe(204);
    await scheduler.wait(2); // the clock counts ms
  }
  const versions = ["a", "b", "c", "d"].map(
    async (letter) => (await (await get(ada, letter.repeat(16))).json<{ version: number }>()).version,
  );
  expect(await Promise.all(versions)).toEqual([0, 1, 1, 1]);
});

it("W23 32 KiB fit", async () => {
  const ada = newUserCookie();
  expect((await put(ada, { version: 0, data: "x".repeat(43_691) })).status).toBe(204);
});

it("W23 a device has 30 exchanges a minute", async () => {
  const ada = newUserCookie();
  for (let n = 0; n < 30; n++) expect((await get(ada)).status).toBe(200);
  const refused = await get(ada);
  expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "60"]);
});

it("W23 reading stores nothing; what no device has changed for 180 days is deleted", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const ada = newUserCookie();
  const { secret } = parseCookie(ada);
  const object = bindings.DEVICES.getByName(personId(secret));
  const keys = () => runInDurableObject(object, (_devices, { storage }) => Array.from(storage.kv.list(), ([key]) => key));
  await get(ada);
  expect(await keys()).toEqual([]);
  await put(ada, { version: 0, data: "one" });
  vi.setSystemTime(Date.now() + 100 * DAY);
  await put(ada, { version: 1, data: "two" });
  vi.setSystemTime(Date.now() + 81 * DAY);
  await runDurableObjectAlarm(object);
  expect(await keys()).toEqual([SLOT]);
  vi.setSystemTime(Date.now() + 100 * DAY);
  await runDurableObjectAlarm(object);
  expect(await keys()).toEqual([]);
});
