/** The commit that is built, for `/api/health`. */
import { execFileSync } from "node:child_process";

export function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "unknown"; // no git, or no repository
  }
}
