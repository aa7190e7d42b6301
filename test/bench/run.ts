/** `npm run bench`: Edgewise and the controls, each alone on bare workerd, in one run on one machine. */
import { setTimeout as wait } from "node:timers/promises";
import { isPinned, leaveServerCore, machine } from "./support/cores.ts";
import { Crowd } from "./support/crowd.ts";
import type { Figures } from "./support/figures.ts";
import { optionsFrom, USAGE, type Options } from "./support/options.ts";
import { draw, measure } from "./support/plot.ts";
import { profile } from "./support/profile.ts";
import { NO_LIMITS, type Rival, type RivalName, rival, start } from "./support/rivals.ts";
import { channels } from "./scenarios/channels.ts";
import { exports } from "./scenarios/export.ts";
import { files } from "./scenarios/files.ts";
import { flood } from "./scenarios/flood.ts";
import { joins } from "./scenarios/joins.ts";
import { quiet } from "./scenarios/quiet.ts";
import { stoppedReader } from "./scenarios/stopped-reader.ts";
import { storm } from "./scenarios/storm.ts";
import { wake } from "./scenarios/wake.ts";
import { clients, SATURATED } from "./support/span.ts";
import { table } from "./support/table.ts";

/** A part of the bench: how it is run, and with whom beside Edgewise. */
interface Part {
  run: (rivals: readonly RivalName[]) => Promise<Figures>;
  with: readonly RivalName[];
}

const ALL = ["raw", "rawsql", "crossws", "partyserver", "batch"] as const satisfies RivalName[];
const COMPARED = ["rawsql", "partyserver"] as const satisfies RivalName[];
const PARTS: Readonly<Record<string, Part>> = {
  storm: { run: storm, with: ALL },
  quiet: { run: quiet, with: ALL },
  joins: { run: joins, with: COMPARED },
  channels: { run: channels, with: COMPARED },
  wake: { run: wake, with: COMPARED },
  "stopped-reader": { run: stoppedReader, with: [] },
  flood: { run: flood, with: ["drop"] },
  export: { run: exports, with: [] },
  files: { run: files, with: [] },
};
const ENDS_WITHIN = 15 * 60_000; // ms

setTimeout(() => {
  console.error(`The bench took longer than ${ENDS_WITHIN / 60_000} minutes and was stopped.`);
  process.exit(1); // the servers' watchdogs see it
}, ENDS_WITHIN).unref();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const options = readOptions();
leaveServerCore();
if (options.profile) await showProfile(options.only.includes("joins") ? joining : storming);
else if (options.plot) console.log(`Drawn: ${await draw(await measure())}`);
else await bench(options);
process.exit(0);

function readOptions(): Options {
  try {
    return optionsFrom(process.argv.slice(2), Object.keys(PARTS));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

async function bench({ only, rivals, json }: Options): Promise<void> {
  const startedAt = performance.now();
  const figures = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.error(`${name} …`);
    const { all } = await part.run(["edgewise" as const, ...part.with].filter((name) => rivals.includes(name)));
    figures.push(...all);
  }
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  const saturated = clients.share > SATURATED;
  if (json) return console.log(JSON.stringify({ machine, seconds, clients: { ...clients, saturated }, figures }, null, 2));
  const busiest = `The clients used at most ${Math.round(clients.share * 100)} % of their core (${clients.scenario})`;
  console.log(`${machine}. ${seconds} s.\n\n${table(figures)}\n
${busiest}${saturated ? ": they were SATURATED, and what is measured there is partly them" : ": they were not the bottleneck"}.${
    isPinned ? "" : " They shared the server's cores: latencies say little."
  }`);
}

/** Prints where the time goes in what `prepare` returns, which runs on an Edgewise server of its own. */
async function showProfile(
  prepare: (it: Rival, port: number, peers: DisposableStack) => Promise<() => Promise<unknown>>,
): Promise<void> {
  const it = await rival("edgewise");
  await using server = await start(it, NO_LIMITS, { inspect: true });
  using peers = new DisposableStack();
  const work = await prepare(it, server.port, peers);
  for (const { name, share } of await profile(server.inspector!, work))
    console.log(`${(share * 100).toFixed(1).padStart(5)} %  ${name}`);
}

async function storming(it: Rival, port: number, peers: DisposableStack) {
  const crowd = peers.use(await Crowd.join(it, port, "storm", 500));
  await crowd.settled();
  for (const writer of crowd.some(50)) {
    writer.onOwn = () => writer.write();
    writer.write();
  }
  await wait(2_000);
  return () => wait(5_000);
}

async function joining(it: Rival, port: number, peers: DisposableStack) {
  peers.use(await Crowd.join(it, port, "others", 50)); // loads the code
  return async () => peers.use(await Crowd.join(it, port, "joins", 2_000));
}
