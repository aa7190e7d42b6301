/** Damages a channel's stored data as a failing disk would: changes its SQLite file while the Worker runs. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const OBJECTS = "v3/do/edgewise-Channel"; // where `wrangler dev` keeps them in its storage
const PATIENCE = 5_000; // ms, while the object itself is writing

/** Runs statements on the storage of the channel `name`, which must exist. */
export function damage(storage: string, name: string, sql: string): void {
  for (const file of readdirSync(join(storage, OBJECTS)).filter((file) => /^[0-9a-f]+\.sqlite$/.test(file))) {
    using database = new DatabaseSync(join(storage, OBJECTS, file), { timeout: PATIENCE });
    if (nameOf(database) !== name) continue;
    database.exec(sql);
    return;
  }
  throw new Error(`There is no channel ${name} in ${storage}.`);
}

/** miniflare notes it in a table of its own. */
function nameOf(database: DatabaseSync): unknown {
  return database.prepare("SELECT * FROM __miniflare_do_name").get()?.name;
}
