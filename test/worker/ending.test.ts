/** Peers that the channel ends: they are not here any more, whether they answer or not, and harm nobody. */
import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LIMITS, MAX_UNSENT } from "../../src/protocol";
import { endOf } from "../../worker/peer";
import { join, type TestPeer, upgrade } from "./peer";
import { channelOf } from "./stored";

const log: string[] = [];
beforeEach(() => void vi.spyOn(console, "error").mockImplementation((line: string) => void log.push(line)));
afterEach(() => {
  log.length = 0;
  vi.restoreAllMocks();
});

/** Someone in `channel` beside `others`, at the other end of a network that fails: the channel's side of it is `spoilt`, and no close arrives. */
async function faraway(channel: string, others: TestPeer[], spoilt: object) {
  await upgrade(`/_ws/${channel}`);
  const known = others.map(({ you }) => you.id);
  await runInDurableObject(channelOf(channel), (_channel, ctx) => {
    const socket = ctx.getWebSockets().find((socket) => !known.includes(endOf(socket).identity.user))!;
    for (const [property, value] of Object.entries({ close: () => undefined, ...spoilt }))
      Object.defineProperty(socket, property, { value });
  });
}

const present = async (channel: string) => (await channelOf(channel).snapshot("visitor")).n;

it("W9 W15 a peer that cannot be written to is not here any more, though no close comes back", async () => {
  const ada = await join("ending/failed");
  const broken = () => {
    throw new Error("broken pipe");
  };
  await faraway("ending/failed", [ada], { send: broken });
  expect(await present("ending/failed")).toBe(2);
  await ada.says("anybody there?");
  expect(await present("ending/failed")).toBe(1);
  await ada.says("nobody");
  expect(log).toEqual([]);
});

it("W9 W15 a peer that is too far behind is not here any more, though no close comes back", async () => {
  const [ada, ben] = [await join("ending/behind"), await join("ending/behind")];
  await faraway("ending/behind", [ada, ben], { bufferedAmount: MAX_UNSENT + 1 });
  expect(await present("ending/behind")).toBe(3);
  for (let i = 0; i < 9; i++) for (const peer of [ada, ben]) await peer.says("界".repeat(LIMITS.text));
  expect(await present("ending/behind")).toBe(2);
});
