/** Export: a history of 100,000 messages is downloaded again and again, while others write. */
import { get, type IncomingMessage } from "node:http";
import { Crowd } from "../support/crowd.ts";
import { Figures } from "../support/figures.ts";
import { Histogram } from "../support/histogram.ts";
import { median } from "../support/median.ts";
import { NO_LIMITS, rival, start } from "../support/rivals.ts";
import { talk } from "../support/talk.ts";
import { memoryOf } from "../support/usage.ts";

const MESSAGES = 100_000;
const FILL = 5_000; // messages at once
const PEERS = 100;
const WRITERS = 20; // each once a second
/** Without and with, in turn, because the machine is not always as fast. */
const ROUNDS = 3;
const ROUND = 15_000; // ms
const MAX_FACTOR = 2;
const MIB = 1_048_576; // bytes

export async function exports(): Promise<Figures> {
  const figures = new Figures(
    `export: ${MESSAGES} messages are exported, while ${WRITERS} of ${PEERS} peers write once a second`,
  );
  const it = await rival("edgewise");
  await using server = await start(it, NO_LIMITS);
  await fill(server.port);
  using crowd = await Crowd.join(it, server.port, "export", PEERS);
  await crowd.settled();
  const [calm, exporting] = [new Histogram(), new Histogram()];
  await talk(crowd, WRITERS, 3_000);
  const [times, sizes] = [[] as number[], [] as number[]];
  await download(server.port); // the code is loaded
  const memory = memoryOf(server.pid);
  let highest = memory;
  for (let round = 0; round < ROUNDS; round++) {
    crowd.latencies = calm;
    await talk(crowd, WRITERS, ROUND);
    await crowd.settled();
    crowd.latencies = exporting;
    const talking = { now: true };
    const downloads = (async () => {
      while (talking.now) {
        const startedAt = performance.now();
        sizes.push(await download(server.port, () => (highest = Math.max(highest, memoryOf(server.pid)))));
        times.push(performance.now() - startedAt);
      }
    })();
    await talk(crowd, WRITERS, ROUND);
    talking.now = false;
    await downloads;
    await crowd.settled();
  }
  figures.add(it.name, "exports", "", times.length);
  figures.add(it.name, "one export", "s", median(times) / 1_000);
  figures.add(it.name, "its size", "MiB", median(sizes) / MIB);
  figures.add(it.name, "most memory more than before", "MiB", (highest - memory) / MIB);
  for (const share of [0.5, 0.99]) {
    figures.add(it.name, `others' p${share * 100} without`, "ms", calm.quantile(share));
    figures.add(it.name, `others' p${share * 100} with`, "ms", exporting.quantile(share));
  }
  figures.add(it.name, "others' p99 with : without", "×", exporting.quantile(0.99) / calm.quantile(0.99), { atMost: MAX_FACTOR });
  return figures;
}

async function fill(port: number): Promise<void> {
  using writer = await Crowd.join(await rival("edgewise"), port, "export", 1);
  for (let written = 0; written < MESSAGES;) {
    for (let n = 0; n < FILL; n++) writer.peers[0]!.write();
    await writer.received((written += FILL));
  }
}

/** Reads an export to its end, as fast as it comes. Returns its bytes. */
function download(port: number, onPart: () => void = () => {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const read = (response: IncomingMessage) => {
      if (response.statusCode !== 200) reject(new Error(`the export was answered with ${response.statusCode}`));
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
        onPart();
      });
      response.on("end", () => resolve(bytes)).on("error", reject);
    };
    get({ host: "127.0.0.1", port, path: "/api/export/export?format=json", agent: false }, read).on("error", reject);
  });
}
