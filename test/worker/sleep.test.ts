/** Hibernation: an idle channel is evicted although its peers ping, wakes up for a message, and then closes silent peers. */
import { runInDurableObject } from "cloudflare:test";
import { expect, it, onTestFinished, vi } from "vitest";
import { PING_EVERY, PING_TIMEOUT } from "../../src/shared/protocol";
import { join } from "./support/peer";
import { channelOf, snapshotOf } from "./support/stored";
import { constructions } from "./support/test-worker";

it("W12 an idle channel with 50 pinging peers is evicted within 20 s, and stays evicted", async () => {
  const stub = channelOf("sleep/idle");
  const constructed = () => constructions.get(stub.id.toString());
  const peers = await Promise.all(Array.from({ length: 50 }, () => join("sleep/idle")));
  await peers[0]!.sendMessage("good night");
  // What is waited for is that nothing happens, so this takes the time that it takes
  for (let round = 0; round < 20_000 / PING_EVERY; round++) {
    await new Promise((resolve) => setTimeout(resolve, PING_EVERY));
    for (const peer of peers) peer.sendRaw("ping");
    await Promise.all(peers.map((peer) => peer.pong()));
  }
  expect(constructed()).toBe(1);
  const woken = await snapshotOf("sleep/idle");
  expect([constructed(), woken.n, woken.users.length]).toEqual([2, 50, 50]);
}, 120_000); // it waits 20 s for nothing to happen

it("W15 a peer that has not pinged for a minute is closed when somebody else writes; one that never pings is not", async () => {
  const [ghost, program, ada] = await Promise.all([join("sleep/ghost"), join("sleep/ghost"), join("sleep/ghost")]);
  ghost.sendRaw("ping");
  await ghost.pong();
  onTestFinished(() => void vi.useRealTimers());
  await runInDurableObject(channelOf("sleep/ghost"), () => {
    vi.setSystemTime(Date.now() + PING_TIMEOUT + 1_000);
  });
  await ada.sendMessage("anybody there?");
  expect((await ghost.closed).code).toBe(1013);
  await program.nextOf("chat");
  const { d } = await ada.nextOf("presence");
  expect(d.n).toBe(2);
});
