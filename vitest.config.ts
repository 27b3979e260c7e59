// The test runner: every `x.test.ts` beside its file, two workers (the machine that CI has).
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The journeys take longest: they start first, so that at the end no worker waits for them alone. */
class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isOfJourneys = ({ moduleId }: TestSpecification) => moduleId.endsWith("scripts/e2e.test.ts");
    return [...sorted.filter(isOfJourneys), ...sorted.filter((one) => !isOfJourneys(one))];
  }
}

// The workers and all the commands that tests start load the same modules: what one of them has compiled, the next ones read.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/compiled");

export default defineConfig({
  test: {
    include: ["{functions,lib,emulators,scripts,web,bench}/**/*.test.ts"],
    setupFiles: ["vitest.setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Of tests that wait for other processes, in one file.
    maxConcurrency: 3,
    sequence: { sequencer: JourneysFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { METADATA_SERVER_DETECTION: "none" },
    coverage: { include: ["functions/**", "lib/**", "emulators/**", "scripts/**"] },
  },
});
