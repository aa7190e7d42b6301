/** `wrangler dev` restarts under open pages, and closes over a real network. */
import { once } from "node:events";
import { expect, it } from "vitest";
import { openBrowser } from "./support/browser";
import { startEdgewise } from "./support/edgewise";
import { Visitor } from "./support/people";

it("W15 after a restart of the server the pages reconnect by themselves, and messages written meanwhile arrive once", async () => {
  await using edgewise = await startEdgewise({ wranglerDev: true });
  await using browser = await openBrowser();
  const [ada, ben] = await Promise.all([Visitor.of(browser, edgewise.url), Visitor.of(browser, edgewise.url)]);
  await Promise.all([ada.opens("/restart"), ben.opens("/restart")]);
  await ada.sends("before");
  await ben.sees("before");

  await edgewise.kill();
  await ada.isOffline();
  await ada.sends("meanwhile");
  await edgewise.restart();

  await Promise.all([ada.isOnline(), ben.isOnline()]);
  await Promise.all([ada.sees("meanwhile"), ben.sees("meanwhile")]);
  await ben.sends("after");
  await ada.sees("after");
  expect(await ada.texts()).toEqual(["before", "meanwhile", "after"]);
  expect(await ben.texts()).toEqual(["before", "meanwhile", "after"]);
});

it("W15 a raw client's close is answered within 100 ms over the network", async () => {
  await using edgewise = await startEdgewise({ wranglerDev: true, vars: { LIMITS_SCALE: 1000 } });
  const answers: string[] = [];
  const SOON = "1000, clean, within 100 ms";
  // A busy machine delays some answers, and wrangler may start anew meanwhile; without an answer, each close takes seconds
  while (answers.length < 3 || (!answers.includes(SOON) && answers.length < 30)) {
    const socket = new WebSocket(`${edgewise.url.replace("http", "ws")}/_ws/raw/close`);
    await once(socket, "message");
    const started = performance.now();
    socket.close(1000, "done");
    const [{ code, wasClean }] = (await once(socket, "close")) as [CloseEvent];
    const took = performance.now() - started;
    answers.push(`${code}, ${wasClean ? "clean" : "not clean"}, ${took < 100 ? "within 100 ms" : "late"}`);
  }
  expect(answers).toContain(SOON);
});
