/** Join storm: all peers connect at once, as after a deploy; and the memory that idle peers cost. */
import { setTimeout as wait } from "node:timers/promises";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Inspector } from "../support/inspector.ts";
import { NO_LIMITS, type RivalName, rival, start } from "../support/rivals.ts";
import { Span } from "../support/span.ts";
import { memoryOf } from "../support/usage.ts";

const FEW = 500;
const MANY = 2_000;
const MAX_FRAMES = 5; // a join
const QUIET = 1_500; // ms without a frame: more than presence waits
const IDLE = 2_000; // ms, before memory is read

export async function joins(names: readonly RivalName[]): Promise<Figures> {
  const figures = new Figures("join storm");
  for (const name of names) {
    const few = await joinsOf(name, FEW);
    const many = await joinsOf(name, MANY);
    for (const { size, frames, cpu, seconds } of [few, many]) {
      figures.add(name, `${size} peers: joins`, "/s", size / seconds);
      figures.add(name, `${size} peers: frames a join`, "", frames / size, { atMost: MAX_FRAMES });
      figures.add(name, `${size} peers: CPU a join`, "µs", cpu / size);
    }
    figures.add(name, `CPU a join at ${MANY} : at ${FEW}`, "×", many.cpu / many.size / (few.cpu / few.size), { atMost: 1.5 });
    figures.add(name, "memory a peer, after a message", "KiB", many.memory / many.size / 1024, { atMost: 1.05, times: "rawsql" });
  }
  return figures;
}

async function joinsOf(name: RivalName, size: number) {
  const it = await rival(name);
  await using server = await start(it, NO_LIMITS, { inspect: true });
  await warmUp();
  const before = await held();
  using nobody = new Crowd();
  const span = new Span(server.pid, nobody);
  const startedAt = performance.now();
  using crowd = await Crowd.join(it, server.port, "joins", size);
  const seconds = (performance.now() - startedAt) / 1000;
  await crowd.settled(QUIET);
  const { cpu } = span.end(`join storm of ${name}`);
  const { frames } = crowd;
  crowd.peers[0]!.write(); // the first frame after the join costs a peer 5 KiB in workerd, whoever sends it: Edgewise's presence is one
  await crowd.settled();
  await wait(IDLE);
  return { size, seconds, cpu, frames, memory: (await held()) - before };

  /** Bytes of memory that the server holds once its garbage is collected: when that happens by itself is chance. */
  async function held(): Promise<number> {
    using inspector = await Inspector.open(server.inspector!);
    await inspector.heap(() => fetch(`http://127.0.0.1:${server.port}/`));
    return memoryOf(server.pid);
  }

  /** The code is loaded and has run before anything is measured. */
  async function warmUp(): Promise<void> {
    using others = await Crowd.join(it, server.port, "others", 50);
    for (const peer of others.some(10)) peer.write();
    await others.settled();
  }
}
