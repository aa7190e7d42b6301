/** Prints at the end which tests passed only when they were run again, how many of each kind ran, and how many passed and failed. */
import type { Reporter, TestModule } from "vitest/node";

export default class Counts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const kinds = new Map<string, number>();
    let passed = 0;
    let skipped = 0;
    let failed = unhandled.length;
    const again: string[] = [];
    for (const module of modules) {
      // A file that could not be loaded, or a hook of a suite that threw, is a failure without a test of its own.
      failed += [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "skipped") skipped++;
        else failed++; // or never finished
        if (test.diagnostic()?.flaky) again.push(`passed at the second try: ${module.relativeModuleId} > ${test.fullName}`);
        if (state !== "skipped") kinds.set(module.project.name, (kinds.get(module.project.name) ?? 0) + 1);
      }
    }
    const lines = [...again, ...[...kinds].map(([kind, count]) => `${kind}: ${count} tests`)];
    lines.push(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
    // On exit, so that nothing comes after it.
    process.once("exit", () => process.stdout.write(`${lines.join("\n")}\n`));
  }
}
