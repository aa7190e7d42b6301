/** Prints at the end how many tests of each kind ran, and on the last line how many passed and failed. */
import type { Reporter, TestModule } from "vitest/node";

export default class Counts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const kinds = new Map<string, number>();
    let passed = 0;
    let skipped = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      // A file that could not be loaded, or a hook of a suite that threw, is a failure without a test of its own.
      failed += [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "skipped") skipped++;
        else failed++; // or never finished
        if (state !== "skipped") kinds.set(module.project.name, (kinds.get(module.project.name) ?? 0) + 1);
      }
    }
    const lines = [...kinds].map(([kind, count]) => `${kind}: ${count} tests`);
    lines.push(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
    // On exit, so that nothing comes after it.
    process.once("exit", () => process.stdout.write(`${lines.join("\n")}\n`));
  }
}
