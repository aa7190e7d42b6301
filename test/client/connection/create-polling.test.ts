/** Polling: new messages by HTTP while no socket can be opened, and what the page says is in the way. */
import { createRoot, createSignal } from "solid-js";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { createPolling } from "../../../src/connection/create-polling";
import type { Refusal, ServerEvent } from "../../../src/shared/protocol";
import type { Status } from "../../../src/socket/StrongSocket";
import { browser, hidePage } from "../support/browser";

const welcome = (seq: number) => ({ t: "welcome", d: { seq, epoch: "e1", messages: [], you: { id: "u1", name: "Ada" } } });
const json = (event: object) => async () => Response.json(event);

let answer: (url: string) => Promise<Response>;
let asked: string[];
/** What the health endpoint says of a socket that could not be opened. */
let health: (url: string) => Promise<Response>;
beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  answer = json(welcome(5));
  asked = [];
  health = json({});
  vi.stubGlobal("fetch", (url: string) => (url.startsWith("/api/health") ? health(url) : (asked.push(url), answer(url))));
});

function start() {
  const [status, setStatus] = createSignal<Status>("connecting");
  const receive = vi.fn<(events: readonly ServerEvent[]) => void>();
  const refuse = vi.fn<(why: Refusal | undefined) => void>();
  const onBuild = vi.fn<(build: string | undefined) => void>();
  const socket = { href: "wss://chat.example/_ws/team/a?since=3&epoch=e1", closedFor: undefined, keepIdentity: () => undefined };
  const obstacle = createRoot((dispose) => {
    onTestFinished(dispose);
    return createPolling(socket, status, { name: "team/a", receive, refuse }, onBuild);
  });
  return {
    obstacle,
    onBuild,
    receive,
    refuse,
    setStatus,
    /** A try to connect that fails. */
    async fail(times = 1): Promise<void> {
      for (; times > 0; times--) {
        setStatus("connecting");
        setStatus("offline");
      }
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

it("W2 after three failed tries it asks by HTTP, then every 15 s for what came since", async () => {
  const page = start();
  await page.fail(2);
  expect(asked).toEqual([]);
  await page.fail();
  expect([asked, page.obstacle()]).toEqual([["/api/welcome/team/a?since=3&epoch=e1"], "blocked"]);
  expect(page.receive).toHaveBeenCalledWith([welcome(5)]);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked[1]).toBe("/api/welcome/team/a?since=5&epoch=e1&name=Ada");
});

it("W2 it stops when a socket opens, and drops an answer that comes later", async () => {
  let late!: (response: Response) => void;
  answer = () => new Promise((resolve) => (late = resolve));
  const page = start();
  await page.fail(3);
  page.setStatus("online");
  late(Response.json(welcome(5)));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked.length, page.receive.mock.calls.length, page.obstacle()]).toEqual([1, 0, undefined]);
  await page.fail(2);
  expect(asked.length).toBe(1); // the count starts again
});

it("W2 it tells which build the welcome names, also while no socket opens", async () => {
  answer = json({ ...welcome(5), d: { ...welcome(5).d, build: "next" } });
  const page = start();
  await page.fail(3);
  expect(page.onBuild.mock.calls).toEqual([["next"]]);
});

it("W2 a request that is never answered counts as unreachable, and the next one follows", async () => {
  let signal: AbortSignal | undefined;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    if (url.startsWith("/api/health")) return health(url);
    asked.push(url);
    signal = init.signal!;
    return new Promise((_resolve, reject) => signal!.addEventListener("abort", () => reject(signal!.reason)));
  });
  const page = start();
  await page.fail(3);
  await vi.advanceTimersByTimeAsync(15_001);
  expect([asked.length, page.obstacle()]).toEqual([2, "unreachable"]);
  page.setStatus("online");
  expect([signal!.aborted, page.obstacle()]).toEqual([true, undefined]);
});

it("a hidden page does not ask; it asks when it is visible again", async () => {
  const page = start();
  hidePage();
  await page.fail(3);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
  browser.document.visibilityState = "visible";
  browser.document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.length).toBe(1);
});

it("a page that is hidden and shown many times does not ask more often", async () => {
  const page = start();
  await page.fail(3);
  for (let i = 0; i < 20; i++) browser.document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.length).toBe(1);
});

const html = { headers: { "Content-Type": "text/html" } };
it.each([
  ["a login page", async () => new Response("<h1>Sign in</h1>", html), "signIn"],
  ["a redirect", async () => ({ type: "opaqueredirect", ok: false, status: 0, headers: new Headers() }) as Response, "signIn"],
  ["401", async () => new Response("", { status: 401 }), "signIn"],
  ["511", async () => new Response("", { status: 511 }), "signIn"],
  ["nothing", async () => Promise.reject(new TypeError("Failed to fetch")), "unreachable"],
  ["404 of an older Worker", async () => new Response("", { status: 404 }), undefined],
  ["429", async () => new Response("", { status: 429 }), undefined],
  ["500", async () => new Response("", html && { status: 500 }), undefined],
] as const)("if the answer is %s, no message comes, and it says why", async (_name, response, obstacle) => {
  answer = response;
  const page = start();
  await page.fail(3);
  expect([page.obstacle(), page.receive.mock.calls]).toEqual([obstacle, []]);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(asked.length).toBe(2); // it goes on
});

it("W30 after each failed try it asks whether the site has refused the socket, because browsers do not tell", async () => {
  const questions: string[] = [];
  health = async (url) => (questions.push(url), new Response("", { status: 429 }));
  const page = start();
  await page.fail();
  expect([questions, page.obstacle(), asked]).toEqual([["/api/health?socket="], "crowded", []]);
  await page.fail(2); // HTTP works, and the sockets are not blocked
  expect([asked.length, page.obstacle()]).toEqual([1, "crowded"]);
  expect(page.receive).toHaveBeenCalledWith([welcome(5)]);
  health = json({});
  await vi.advanceTimersByTimeAsync(15_000);
  expect(page.obstacle()).toBe("blocked");
  page.setStatus("online");
  expect(page.obstacle()).toBeUndefined();
});

it("W30 it says at the first failed try that the site cannot be reached", async () => {
  health = async () => Promise.reject(new TypeError("Failed to fetch"));
  const page = start();
  await page.fail();
  expect(page.obstacle()).toBe("unreachable");
});

it("W30 a connection that was open and is lost is no refused one", async () => {
  const page = start();
  health = async () => new Response("", { status: 429 });
  page.setStatus("online");
  page.setStatus("offline");
  await vi.advanceTimersByTimeAsync(0);
  expect(page.obstacle()).toBeUndefined();
});

it("W30 an answer that comes after the socket has opened is dropped", async () => {
  let late!: (response: Response) => void;
  health = () => new Promise((resolve) => (late = resolve));
  const page = start();
  await page.fail();
  page.setStatus("online");
  late(new Response("", { status: 429 }));
  await vi.advanceTimersByTimeAsync(0);
  expect(page.obstacle()).toBeUndefined();
});

it("W29 if the user may not read the channel, it shows why and asks no more", async () => {
  const page = start();
  const refusal = { code: "forbidden", reason: "members_only", message: "Private." };
  answer = async () => Response.json(refusal, { status: 403 });
  await page.fail(3);
  expect([page.refuse.mock.calls, page.obstacle()]).toEqual([[[refusal]], undefined]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.filter((url) => url.startsWith("/api/welcome")).length).toBe(1);
});
