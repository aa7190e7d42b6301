/** Clients from before `ref` get the same answers as before. */
import { expect, it, onTestFinished, vi } from "vitest";
import { join, newUserCookie } from "./support/peer";
import recorded from "./support/recorded-wire.json";
import { replayScenes } from "./support/replay";
import { FRAMES } from "./support/scenes";

/** What was recorded, but for one rule that has changed since: a text keeps the indent of its first line (W18). */
const expected = JSON.parse(JSON.stringify(recorded).replaceAll('"an answer"', '"  an answer"')) as typeof recorded;

const cookies = new Map<string, string>();

function cookieOf(user: string): string {
  const cookie = cookies.get(user) ?? newUserCookie();
  cookies.set(user, cookie);
  return cookie;
}

it(`W14 the ${FRAMES} frames that were recorded from the version before ref get the same answers`, async () => {
  vi.useFakeTimers({ toFake: ["Date"] }); // so that no rate limit recovers on a slow machine
  onTestFinished(() => void vi.useRealTimers());
  expect(FRAMES).toBeGreaterThan(80);
  const replayed = await replayScenes(join, cookieOf);
  for (const [index, { scene, ...events }] of replayed.entries()) expect({ scene, ...events }, scene).toEqual(expected[index]);
  expect(replayed.length).toBe(expected.length);
});
