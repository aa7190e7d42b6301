/** A network that is lost without a close: the others see the user leave within 90 s, by an alarm that only a channel of several peers has. */
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, expect, it, vi } from "vitest";
import { PING_EVERY, PING_TIMEOUT } from "../../src/shared/protocol";
import { nextCheck, SilentPeers } from "../../worker/channel/silent-peers";
import { Alarm } from "../../worker/Alarm";
import { connectionOf } from "../../worker/peer";
import { join, type TestPeer, upgrade } from "./support/peer";
import { channelOf, evict, snapshotOf } from "./support/stored";

const LEAVE_WITHIN = 90_000; // ms
const ANNOUNCED_WITHIN = 6_000; // ms: the 5 s and the 1 s of W9

afterEach(() => void vi.useRealTimers());

/** Moves the channel's clock to `now`. `pings`: when each user pinged last. Runs the alarm if it is due, and returns whether it was. */
async function passTime(channel: string, now: number, pings: Record<string, number>): Promise<boolean> {
  const isDue = await runInDurableObject(channelOf(channel), async (_channel, ctx) => {
    vi.setSystemTime(now);
    const value = (socket: WebSocket) => {
      const pingedAt = pings[connectionOf(socket).identity.user];
      return pingedAt === undefined ? null : new Date(pingedAt);
    };
    Object.defineProperty(ctx, "getWebSocketAutoResponseTimestamp", { value, configurable: true });
    return ((await ctx.storage.getAlarm()) ?? Infinity) <= now;
  });
  return isDue && runDurableObjectAlarm(channelOf(channel));
}

async function leavesSeenBy(peer: TestPeer): Promise<string[]> {
  for (;;) {
    const { leaves } = (await peer.nextOf("presence")).d;
    if (leaves) return leaves;
  }
}

const alarmOf = (name: string) => runInDurableObject(channelOf(name), (_channel, { storage }) => storage.getAlarm());

it("W9 W15 in a quiet channel, a user whose network was lost is seen to leave within 90 s", async () => {
  const name = "silent/quiet";
  const [ada, lost] = [await join(name), await join(name)];
  const start = Date.now();
  const pings = (now: number) => ({ [ada.you.id]: now - 2_000, [lost.you.id]: start });
  for (let now = start; now <= start + LEAVE_WITHIN - ANNOUNCED_WITHIN; now += 2_000) {
    if (now === start + 40_000) await evict(name); // it sleeps
    await passTime(name, now, pings(now));
  }
  expect((await snapshotOf(name)).n).toBe(1);
  expect((await lost.closed).code).toBe(1013);
  await passTime(name, start + LEAVE_WITHIN, pings(start + LEAVE_WITHIN));
  expect(await leavesSeenBy(ada)).toEqual([lost.you.id]);
});

it("W9 W15 a tab whose timers run once a minute, on a slow network, stays, and so does a program that never pings", async () => {
  const name = "silent/hidden-tab";
  const [ada, tab] = [await join(name), await join(name), await join(name)];
  const start = Date.now();
  let alarms = 0;
  for (let now = start; now <= start + 10 * 60_000; now += 5_000) {
    const pings = { [ada.you.id]: now - 1_000, [tab.you.id]: now - ((now - start) % 65_000) };
    alarms += Number(await passTime(name, now, pings));
  }
  expect((await snapshotOf(name)).n).toBe(3);
  expect(alarms).toBeGreaterThan(5);
});

it("W15 a channel with one peer or none sets no alarm; with a second one, one alarm is set, a minute or more ahead", async () => {
  const name = "silent/alone";
  const set = async () => ((await alarmOf(name)) ?? NaN) - Date.now();
  await join(name);
  expect(await alarmOf(name)).toBeNull();
  const second = await join(name);
  expect(await set()).toBeGreaterThan(55_000);
  expect(await set()).toBeLessThan(80_000);
  const alarm = await alarmOf(name);
  for (let i = 0; i < 3; i++) await join(name);
  await second.sendMessage("hello");
  await evict(name);
  await join(name);
  expect(await alarmOf(name)).toBe(alarm);
});

it("W15 the alarm of a channel in which one peer is left runs once more, and is not set again", async () => {
  const name = "silent/left";
  const [ada, ben] = [await join(name), await join(name)];
  ben.close();
  expect(await leavesSeenBy(ada)).toEqual([ben.you.id]);
  expect(await runDurableObjectAlarm(channelOf(name))).toBe(true);
  expect(await alarmOf(name)).toBeNull();
});

it("W15 a closed peer that never answers the close does not bring the next alarm nearer", async () => {
  const name = "silent/no-answer";
  const [ada, ben] = [await join(name), await join(name)];
  const { webSocket: lost } = await upgrade(`/_ws/${name}`);
  lost!.accept({ allowHalfOpen: true });
  const start = Date.now();
  const pings = (now: number) => ({ [ada.you.id]: now, [ben.you.id]: now });
  const everyone = await snapshotOf(name);
  const { id } = everyone.users.find((user) => user.id !== ada.you.id && user.id !== ben.you.id)!;
  await passTime(name, start + 80_000, { ...pings(start + 80_000), [id]: start });
  expect((await snapshotOf(name)).n).toBe(2);
  expect((await alarmOf(name))! - Date.now()).toBeGreaterThan(55_000);
});

/** An hour of a channel whose peers ping every `every` ms. Returns the alarms in that hour, and how long a lost peer stayed listed. */
function hourOf(peers: { every: number; delay?: number }[], lostAt: number) {
  const pingedAt = (now: number) =>
    peers.map(({ every, delay = 0 }, i) => {
      const until = i === 0 ? Math.min(now, lostAt) : now; // the first peer is lost
      return until - ((until + delay) % every);
    });
  let alarms = 0;
  let closedAt: number | undefined;
  for (let now = nextCheck(pingedAt(0), 0); now < 3_600_000; alarms++) {
    if (now - pingedAt(now)[0]! >= PING_TIMEOUT) closedAt ??= now;
    if (pingedAt(now).some((at, i) => i > 0 && now - at >= PING_TIMEOUT)) throw new Error("a live peer would be closed");
    now = nextCheck(pingedAt(now).slice(closedAt === undefined ? 0 : 1), now);
  }
  return { alarms, listedFor: closedAt! - lostAt + ANNOUNCED_WITHIN };
}

it("W15 whenever a network is lost, 90 s are enough, and an hour takes few alarms", () => {
  const visible = (count: number) => Array.from({ length: count }, (_, i) => ({ every: PING_EVERY, delay: 700 * i }));
  const hidden = (count: number) => Array.from({ length: count }, (_, i) => ({ every: 60_000, delay: 1_900 * i }));
  const worst = [visible(2), visible(50), [...visible(1), ...hidden(1)], [...visible(1), ...hidden(30)]].map((peers) => {
    const hours = Array.from({ length: 40 }, (_, i) => hourOf(peers, 600_000 + 1_997 * i));
    return {
      alarms: Math.max(...hours.map(({ alarms }) => alarms)),
      listedFor: Math.max(...hours.map(({ listedFor }) => listedFor)),
    };
  });
  for (const { listedFor } of worst) expect(listedFor).toBeLessThanOrEqual(LEAVE_WITHIN);
  expect(worst.map(({ alarms }) => alarms)).toEqual([50, 51, 60, 231]); // docs/operations.md names them
});

it("if the alarm cannot be set, the next peer sets it", async () => {
  const setAlarm = vi.fn<() => Promise<void>>(async () => undefined).mockRejectedValueOnce(new Error("storage fails"));
  const ctx = { storage: { getAlarm: async () => null, setAlarm }, getWebSockets: () => [] } as unknown as DurableObjectState;
  vi.spyOn(console, "error").mockImplementationOnce(() => undefined);
  const peers = new SilentPeers(ctx, new Alarm(ctx.storage), () => undefined);
  await peers.setAlarm();
  await peers.setAlarm();
  await peers.setAlarm();
  expect(setAlarm).toHaveBeenCalledTimes(2);
});
