/** Clients from before `ref` get the same answers as before. */
import { expect, it, onTestFinished, vi } from "vitest";
import { join, newUserCookie } from "./support/peer";
import recorded from "./support/recorded-wire.json";
import { replayScenes } from "./support/replay";
import { FRAMES } from "./support/scenes";

const cookies = new Map<string, string>();

function cookieOf(user: string): string {
  const cookie = cookies.get(user) ?? newUserCookie();
  cookies.set(user, cookie);
  return cookie;
}

/** Without the reason in an error's details, which older clients ignore. */
function withoutReason(key: string, value: unknown): unknown {
  return key === "d" && typeof value === "object" && value && "code" in value ? { ...value, reason: undefined } : value;
}

it(`W14 the ${FRAMES} frames that were recorded from the version before ref get the same answers`, async () => {
  vi.useFakeTimers({ toFake: ["Date"] }); // so that no rate limit recovers on a slow machine
  onTestFinished(() => void vi.useRealTimers());
  expect(FRAMES).toBeGreaterThan(80);
  const replayed = await replayScenes(join, cookieOf);
  const withoutReasons = replayed.map((scene) => JSON.parse(JSON.stringify(scene, withoutReason)) as typeof scene);
  for (const [index, { scene, ...events }] of withoutReasons.entries())
    expect({ scene, ...events }, scene).toEqual(recorded[index]);
  expect(replayed.length).toBe(recorded.length);
});
