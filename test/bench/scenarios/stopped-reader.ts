/**
 * Stopped reader: one peer of many stops reading, while as much is said as in a very busy channel. The system's own buffers
 * take up to 4 MB for it before the server has anything unsent, so they are filled faster at first. What else makes the
 * server grow is seen at another one, where the same is said and everyone reads. Edgewise alone: the controls queue without end.
 */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { rival, start } from "../support/rivals.ts";
import { memoryOf } from "../support/usage.ts";

const PEERS = 100;
const TEXT = 2_000; // UTF-16 units
const WARM_UP = { every: 6, ms: 3_000 };
const FASTER = { every: 6, ms: 13_000 }; // 333 KB a second to each peer
const BUSY = { every: 20, ms: 16_000 }; // 100
const SAMPLED = 25; // messages
const ENDS_WITHIN = 5_000; // ms
const MAX_GROWTH = 20; // MB
const TRY_LATER = 1013;

export async function stoppedReader(): Promise<Figures> {
  const figures = new Figures(`stopped reader among ${PEERS} peers, ${TEXT / BUSY.every} KB/s to each`);
  const [usual, { stopped, crowd, said, growth }] = await Promise.all([talkOf({ stops: false }), talkOf({ stops: true })]);
  const others = crowd.peers.filter((peer) => peer !== stopped);
  figures.add("edgewise", "closed with", "", stopped.socket.closedWith ?? NaN, { exactly: TRY_LATER });
  figures.add("edgewise", "it got, of what was said", "%", (stopped.got / said) * 100);
  figures.add("edgewise", "the server grew by, without it", "MB", usual.growth / 1e6);
  figures.add("edgewise", "more with it", "MB", (growth - usual.growth) / 1e6, { atMost: MAX_GROWTH });
  figures.add(
    "edgewise",
    "lost by the others",
    "",
    others.reduce((sum, { got }) => sum + said - got, 0),
    { exactly: 0 },
  );
  figures.add("edgewise", "others who got another order", "", crowd.agrees(stopped) ? 0 : 1, { exactly: 0 });
  return figures;
}

async function talkOf({ stops }: { stops: boolean }) {
  const it = await rival("edgewise");
  await using server = await start(it);
  using crowd = await Crowd.join(it, server.port, "stopped", PEERS);
  await crowd.settled();
  const stopped = crowd.peers[PEERS - 1]!;
  let said = 0;
  /** Talks, and returns the most memory that the server had meanwhile. */
  const talk = async ({ every, ms }: typeof BUSY) => {
    let most = 0;
    const startedAt = performance.now();
    for (let turn = 0; turn * every < ms; turn++) {
      crowd.peers[said++ % 10]!.write(TEXT);
      if (turn % SAMPLED === 0) most = Math.max(most, memoryOf(server.pid));
      await wait(Math.max(0, startedAt + turn * every - performance.now()));
    }
    return most;
  };
  const before = await talk(WARM_UP);
  await crowd.settled();
  if (stops) stopped.socket.pause();
  const most = Math.max(await talk(FASTER), await talk(BUSY));
  await crowd.settled();
  if (stops) {
    stopped.socket.resume();
    await Promise.race([stopped.socket.ended, wait(ENDS_WITHIN, undefined, { ref: false })]);
  }
  return { stopped, crowd, said, growth: most - before };
}
