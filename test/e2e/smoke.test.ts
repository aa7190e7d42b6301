/** The built Worker starts, answers, survives a kill, and leaves no process behind. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openBrowser, person } from "./support/browser";
import { startEdgewise } from "./support/edgewise";
import { WINDOWS } from "./support/states";

it("the built Worker answers, and its pages open in a browser", async () => {
  await using edgewise = await startEdgewise({ wranglerDev: true });
  expect((await fetch(edgewise.url)).status).toBe(200);

  await using browser = await openBrowser();
  const ada = await person(browser, WINDOWS.phone);
  const response = await ada.goto(edgewise.url);
  expect(response?.status()).toBe(200);
  expect(await ada.innerText("body")).not.toBe("");
  expect(ada.console).toEqual([]);
});

it("comes back on the same port with the same storage after a restart, a crash of the runtime and a kill of all processes", async () => {
  const storage = await mkdtemp(join(tmpdir(), "edgewise-smoke-"));
  await using edgewise = await startEdgewise({ wranglerDev: true, storage, vars: { LIMITS_SCALE: 1000 } });
  const { url } = edgewise;

  await edgewise.killRuntime();
  expect((await fetch(url)).status).toBe(200);
  await edgewise.restart();
  expect((await fetch(url)).status).toBe(200);
  await edgewise.kill();
  await expect(fetch(url)).rejects.toThrow();
  await edgewise.restart();
  expect((await fetch(url)).status).toBe(200);

  await edgewise.stop();
  await expect(fetch(url)).rejects.toThrow();
  await rm(storage, { recursive: true });
});
