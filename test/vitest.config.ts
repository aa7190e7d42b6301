/** The kinds of tests: in workerd, in Node, and whole in a browser against the built Worker. */
import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import Counts from "./reporter.ts";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false"; // else miniflare fetches workers.cloudflare.com/cf.json

const root = fileURLToPath(new URL("..", import.meta.url));
const resolve = { alias: { "~": `${root}src` } };

/** Files of which a test says how long something takes: nothing else runs meanwhile. */
const ALONE = ["flood", "keeps-up", "restart"].map((name) => `test/e2e/${name}.test.ts`);

/** Tests of the built Worker, so many files at once, after all others. */
const whole = (name: string, files: { include: string[]; exclude?: string[] }, maxWorkers: number, groupOrder: number) => ({
  resolve,
  test: { name, ...files, maxWorkers, sequence: { groupOrder }, testTimeout: 60_000, hookTimeout: 60_000 },
});

/** Tests inside workerd, from source. */
const inWorkerd = (name: string, include: string, bindings: Record<string, string> = {}) => ({
  plugins: [
    cloudflareTest({ main: "./test/worker/stand-in.ts", wrangler: { configPath: "./wrangler.toml" }, miniflare: { bindings } }),
  ],
  resolve,
  define: { BUILD_VERSION: '"1.2.3"', BUILD_COMMIT: '"c0ffee0"' },
  // the workerd runner cannot read vitest's cache on disk
  test: { name, include: [`test/worker/${include}`], fsModuleCache: false },
});

export default defineConfig({
  root,
  test: {
    reporters: ["default", new Counts()],
    projects: [
      inWorkerd("workerd", "*.test.ts"),
      inWorkerd("property", "*.property.ts", { LIMITS_SCALE: "1000" }), // more than a person could do
      {
        resolve,
        test: { name: "client", include: ["test/client/**/*.test.{ts,tsx}"] },
      },
      whole("e2e", { include: ["test/e2e/**/*.test.ts"], exclude: ALONE }, 3, 1),
      whole("alone", { include: ALONE }, 1, 2),
    ],
  },
});
