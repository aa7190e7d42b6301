/**
 * The newest workerd, which is closer to what a deployed Worker runs on than the one that wrangler pins: its path, where the
 * registry has it for this platform.
 */
import { createRequire } from "node:module";

export const newestWorkerd = find();

function find(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve("workerd-next/bin/workerd");
  } catch {
    return undefined; // an optional dependency, for Linux on x64
  }
}
