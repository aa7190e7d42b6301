/** `npm run bench:size`: what the JavaScript of the first load consists of. With `--update`, these sizes become the accepted ones. */
import { writeFileSync } from "node:fs";
import { acceptedParts, partsOfFirstLoad, RECORD, tableOf } from "../support/first-load.ts";

const parts = await partsOfFirstLoad();
if (process.argv.includes("--json")) console.log(JSON.stringify(parts));
else console.log(`The parts of the first load's JavaScript, each compressed by itself:\n${tableOf(parts, acceptedParts())}`);
if (process.argv.includes("--update")) writeFileSync(RECORD, `${JSON.stringify(parts, undefined, 2)}\n`);
