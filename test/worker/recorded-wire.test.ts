/** Clients from before `ref` get the same answers as before. */
import { expect, it, onTestFinished, vi } from "vitest";
import { join, newUserCookie } from "./support/peer";
import recorded from "./support/recorded-wire.json";
import { replayScenes } from "./support/replay";
import { FRAMES, SCENES } from "./support/scenes";
import { makeKnown } from "./support/stored";

const cookies = new Map<string, string>();

function cookieOf(user: string): string {
  const cookie = cookies.get(user) ?? newUserCookie();
  cookies.set(user, cookie);
  return cookie;
}

/** Without what has come since, which older clients ignore: the reason of an error, settings, roles, and events of other types. */
function asBefore(_key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item: { t?: unknown }) => item.t !== "settings" && item.t !== "you");
  if (typeof value !== "object" || value === null) return value;
  const { settings: _settings, role: _role, ...others } = value as Record<string, unknown>;
  return "message" in value ? { ...others, reason: undefined } : others;
}

/** Newcomers are slowed down since then (W30). */
async function makeEveryoneKnown(): Promise<void> {
  const users = [...new Set(SCENES.map(({ user }) => user))];
  const peers = await Promise.all(users.map((user) => join("recorded", { cookie: cookieOf(user), name: user })));
  await makeKnown("recorded", ...peers);
}

it(`W14 the ${FRAMES} frames that were recorded from the version before ref get the same answers`, async () => {
  await makeEveryoneKnown();
  vi.useFakeTimers({ toFake: ["Date"] }); // so that no rate limit recovers on a slow machine
  onTestFinished(() => void vi.useRealTimers());
  expect(FRAMES).toBeGreaterThan(80);
  const replayed = await replayScenes(join, cookieOf);
  const before = replayed.map((scene) => JSON.parse(JSON.stringify(scene, asBefore)) as typeof scene);
  for (const [index, { scene, ...events }] of before.entries()) expect({ scene, ...events }, scene).toEqual(recorded[index]);
  expect(replayed.length).toBe(recorded.length);
});
