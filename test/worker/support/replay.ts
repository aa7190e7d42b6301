/** Replays the scenes that were recorded from the version before `ref`. The same frames must get the same answers. */
import type { ServerEvent, Welcome } from "../../../src/shared/protocol";
import { frame, SCENES } from "./scenes";

/** The part of a test peer that a replay uses. */
interface Peer {
  welcome: Welcome;
  closed: Promise<CloseEvent>;
  sendRaw(frame: string | ArrayBuffer): void;
  next(): Promise<ServerEvent>;
}

type Join = (
  channel: string,
  options: { cookie: string; name?: string; since?: number | string; epoch?: string },
) => Promise<Peer>;

/** The events of one scene. Presence is left out, because its time depends on the clock. */
interface Recording {
  scene: string;
  welcome: unknown;
  actor: unknown[];
  witness: unknown[];
  closed?: { code: number; reason: string };
}

/**
 * Plays the scenes, and returns the events that were received. `cookieOf` returns the same cookie for the same user each time. The
 * caller stops the clock, so that no rate limit recovers on a slow machine.
 */
export async function replayScenes(join: Join, cookieOf: (user: string) => string): Promise<Recording[]> {
  const channel = "recorded";
  const ids = new Map<string, string>(); // user names by id
  const witness = await join(channel, { cookie: cookieOf("Wes"), name: "Wes" });
  ids.set(witness.welcome.you.id, "id of Wes");
  const recordings: Recording[] = [];
  for (const { scene, user, since, isStranger, frames, closes } of SCENES) {
    const { epoch } = witness.welcome;
    const resume = since === undefined ? {} : { since, epoch: isStranger ? "another" : epoch };
    const actor = await join(channel, { cookie: cookieOf(user), name: user, ...resume });
    ids.set(actor.welcome.you.id, `id of ${user}`);
    for (const frame of frames) actor.sendRaw(frame);
    const byActor = closes ? [] : await untilNow(actor);
    const closed = closes && (await actor.closed);
    const byWitness = await untilNow(witness);
    const { messages, build: _build, ...welcome } = actor.welcome; // which did not name its build then
    recordings.push({
      scene,
      welcome: normalised({ ...welcome, n: 0, users: [], messages }, ids),
      actor: byActor.map((event) => normalised(event, ids)),
      witness: byWitness.map((event) => normalised(event, ids)),
      ...(closed && { closed: { code: closed.code, reason: closed.reason } }),
    });
  }
  return recordings;
}

/** The events that a peer has received so far. They end at the answer to a frame that no scene sends and no rate limit counts. */
async function untilNow(peer: Peer): Promise<ServerEvent[]> {
  const cid = "end of the scene";
  peer.sendRaw(frame("nonsense", { cid }));
  const events: ServerEvent[] = [];
  for (;;) {
    const event = await peer.next();
    if (event.t === "error" && event.d.cid === cid) return events;
    if (event.t !== "presence") events.push(event);
  }
}

/** `value` without what differs from run to run (times, the epoch, user ids) and without fields that were added since. */
function normalised(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  const json = JSON.stringify(value, (key, inner: unknown) => {
    if (key === "at" || key === "editedAt" || key === "retryAfter") return 0;
    if (key === "epoch") return "epoch";
    if (key === "now" || key === "quotes") return undefined;
    return typeof inner === "string" ? (ids.get(inner) ?? inner) : inner;
  });
  return JSON.parse(json);
}
