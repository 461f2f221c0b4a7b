import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take minutes, the longest first. They start before all others: one that starts last would run on alone.
 * The two of the browser stand apart, since each waits while the other builds its sites.
 */
const LONG = [
  "cli/demo",
  "browser/bureau",
  "cli/ingest",
  "browser/public",
  "release/bench",
  "ingest/fuzz",
  "cli/killed",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // One more than the cores: a browser and the disk leave a core idle at times.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Against what hangs, not against what is slow: the machine may be busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    setupFiles: ["test/support/properties.ts"],
    // An `only` left behind must not hide the other tests in CI.
    allowOnly: !process.env.CI,
    // CI closes with a line of figures that it reads from here.
    reporters: process.env.CI ? ["default", ["json", { outputFile: "coverage/tests.json" }]] : ["default"],
  },
});
