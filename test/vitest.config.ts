/** The kinds of tests: in workerd, in Node, and end to end in a browser against the built Worker. */
import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import Counts from "./support/reporter.ts";

process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= "false"; // else miniflare fetches workers.cloudflare.com/cf.json

const root = fileURLToPath(new URL("..", import.meta.url));
const resolve = { alias: { "~": `${root}src`, "virtual:build-id": `${root}test/worker/support/build-id.ts` } };

/** Solid's browser build, in which signals react. Node would get the server build. */
const browserSolid = {
  alias: [
    { find: "~", replacement: `${root}src` },
    { find: /^solid-js$/, replacement: `${root}node_modules/solid-js/dist/solid.js` },
    { find: /^solid-js\/web$/, replacement: `${root}node_modules/solid-js/web/dist/web.js` },
  ],
};

/** Files that take all of the machine: nothing else runs meanwhile. */
const ALONE = ["test/e2e/keeps-up.test.ts"];

/**
 * ms for a whole story, which fails earlier with a better message: each of its steps has 45 s (test/e2e/support/browser.ts). Tests
 * that need longer say why.
 */
const STORY_TIMEOUT = 120_000;

/** Files that take long begin first, or all would wait for them at the end. */
const LONG = /\/(accessibility|chat|hostile|message-actions|outbox|performance|shell|sleep|smoke|timeline\.property|xss)[^/]*$/;

/** Long files first, those of a second last. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => (LONG.test(moduleId) ? 0 : project.name === "client" ? 2 : 1);
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Tests of the built Worker. */
const whole = (name: string, files: { include: string[]; exclude?: string[] }, scheduling: object = {}) => ({
  resolve,
  test: {
    name,
    ...files,
    ...scheduling,
    isolate: false, // the files of a worker share a browser
    retry: 1, // a browser on a busy machine; what passes only then is listed at the end
    testTimeout: STORY_TIMEOUT,
    hookTimeout: STORY_TIMEOUT,
    expect: { poll: { timeout: 45_000, interval: 50 } },
  },
});

/** Tests inside workerd, from source. */
const inWorkerd = (name: string, include: string, isolate: boolean, bindings: Record<string, string> = {}) => ({
  plugins: [
    cloudflareTest({
      main: "./test/worker/support/test-worker.ts",
      wrangler: { configPath: "./wrangler.toml" },
      miniflare: { bindings, r2Buckets: ["TEST_BUCKET"] },
    }),
  ],
  resolve,
  define: { BUILD_VERSION: '"1.2.3"', BUILD_COMMIT: '"c0ffee0"' },
  // the workerd runner cannot read vitest's cache on disk
  test: { name, include: [`test/worker/${include}`], fsModuleCache: false, isolate, testTimeout: 60_000 },
});

export default defineConfig({
  root,
  test: {
    reporters: ["default", new Counts()],
    sequence: { sequencer: LongFirst },
    maxWorkers: 4, // files at a time, most of which wait for something; more of them would slow each other down
    projects: [
      inWorkerd("workerd", "*.test.ts", false),
      inWorkerd("property", "*.property.ts", true, { LIMITS_SCALE: "1000" }), // more than a person could do
      {
        resolve: browserSolid,
        test: {
          name: "client",
          include: ["test/client/**/*.test.{ts,tsx}"],
          setupFiles: ["test/client/support/english.ts"],
          testTimeout: 60_000,
          server: { deps: { inline: [/@solid-primitives/] } },
        },
      },
      whole("e2e", { include: ["test/e2e/**/*.test.ts"], exclude: ALONE }),
      whole("alone", { include: ALONE }, { maxWorkers: 1, sequence: { groupOrder: 1 } }),
    ],
  },
});
