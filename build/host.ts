/**
 * `npm run host`: makes a key for the host of the deployed site (W23), stores it as the secret HOST_KEY, and prints the link that uses it.
 * `npm run host -- --local` stores it for `wrangler dev`, in .dev.vars.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const LOCAL_SECRETS = ".dev.vars";
const key = randomBytes(16).toString("base64url");

if (process.argv.includes("--local")) {
  const lines = existsSync(LOCAL_SECRETS) ? readFileSync(LOCAL_SECRETS, "utf8").split("\n") : [];
  const others = lines.filter((line, i) => !line.startsWith("HOST_KEY=") && (line !== "" || i < lines.length - 1));
  writeFileSync(LOCAL_SECRETS, [...others, `HOST_KEY=${key}`, ""].join("\n"), { mode: 0o600 });
  console.log(`Stored in ${LOCAL_SECRETS}. Start \`npx wrangler dev\` anew, then open:\nhttp://localhost:8787/#host=${key}`);
} else {
  // On standard input, so that no list of processes shows the key
  const { status } = spawnSync("wrangler", ["secret", "put", "HOST_KEY"], {
    input: key,
    stdio: ["pipe", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The key was not stored. Every earlier key counts as before.");
    process.exit(status ?? 1);
  }
  console.log(
    `Stored. Every earlier key and host has ended. Open this link, with the address of your site before it:\n/#host=${key}`,
  );
}
