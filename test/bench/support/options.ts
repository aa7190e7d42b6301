/** The command line options of `npm run bench`. */
import { parseArgs } from "node:util";
import { RIVALS, type RivalName } from "./rivals.ts";

export interface Options {
  /** Parts to run; all where empty. */
  only: string[];
  rivals: readonly RivalName[];
  json: boolean;
  plot: boolean;
  profile: boolean;
}

export const USAGE = `npm run bench -- [options]
  --only storm,quiet   run these parts: storm, quiet, joins, channels, wake, stopped-reader, flood, export, files
  --rivals edgewise,rawsql   run these of ${RIVALS.join(", ")}
  --json               print JSON instead of a table
  --plot               measure CPU a delivery against peers, and draw .github/pictures/fan-out.svg
  --profile            show where the time of Edgewise's storm goes; with --only joins, of its joins`;

export function optionsFrom(args: string[], parts: readonly string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string" },
      rivals: { type: "string" },
      json: { type: "boolean", default: false },
      plot: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
    },
  });
  const only = listed(values.only, parts);
  const rivals = listed(values.rivals, RIVALS);
  return { ...values, only, rivals: rivals.length > 0 ? rivals : RIVALS };
}

function listed<Name extends string>(list: string | undefined, known: readonly Name[]): Name[] {
  const names = list?.split(",") ?? [];
  for (const name of names) if (!known.includes(name as Name)) throw new Error(`There is no "${name}": ${known.join(", ")}.`);
  return known.filter((name) => names.includes(name));
}
