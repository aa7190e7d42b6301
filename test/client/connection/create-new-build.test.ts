/** Whether the site serves a newer build of the page. */
import { createRoot, createSignal } from "solid-js";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { createNewBuild } from "../../../src/connection/create-new-build";
import type { Status } from "../../../src/socket/StrongSocket";
import { browser } from "../support/browser";

let health: () => Promise<Response>;
let asked = 0;
beforeEach(() => {
  asked = 0;
  vi.stubGlobal("fetch", () => (asked++, health()));
  Object.assign(browser.document, { documentElement: { dataset: { build: "own" } } });
});

function start(build: string | undefined) {
  const [status, setStatus] = createSignal<Status>("connecting");
  const parts = createRoot((dispose) => {
    onTestFinished(dispose);
    return createNewBuild({ build }, status);
  });
  return { ...parts, setStatus };
}

it("W2 a welcome that names another build makes it ask; the served build counts", async () => {
  health = async () => Response.json({ build: "next" });
  const page = start("next");
  page.setStatus("online");
  await vi.waitFor(() => expect(page.newBuild()).toBe("next"));
});

it("W2 a welcome of an older object, in the middle of a deploy, is no newer build", async () => {
  health = async () => Response.json({ build: "own" });
  const page = start("older");
  page.setStatus("online");
  await vi.waitFor(() => expect(asked).toBe(1));
  expect(page.newBuild()).toBeUndefined();
});

it("W2 a welcome that names this build asks nothing", () => {
  const page = start("own");
  page.setStatus("online");
  expect(asked).toBe(0);
});

it("W2 a welcome without a socket counts, too", async () => {
  health = async () => Response.json({ build: "next" });
  const page = start(undefined);
  page.compare("own");
  expect(asked).toBe(0);
  page.compare("next");
  await vi.waitFor(() => expect(page.newBuild()).toBe("next"));
});

it("a script that cannot be loaded makes it ask", async () => {
  health = async () => Response.json({ build: "next" });
  const page = start("own");
  page.setStatus("online");
  browser.window.dispatchEvent(new Event("vite:preloadError"));
  await vi.waitFor(() => expect(page.newBuild()).toBe("next"));
});

it.each([
  ["an answer without a build", async () => Response.json({ version: "0.1.0" })],
  ["a page in its place", async () => new Response("<h1>Sign in</h1>")],
  ["no network", async () => Promise.reject(new TypeError("Failed to fetch"))],
])("%s is no newer build", async (_name, answer) => {
  health = answer;
  const page = start(undefined);
  page.setStatus("online");
  await vi.waitFor(() => expect(asked).toBe(1));
  expect(page.newBuild()).toBeUndefined();
});
