// The test runner: every `x.test.ts` beside its file, two workers (the machine that CI has).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{functions,lib,emulators,scripts,web,bench}/**/*.test.ts"],
    setupFiles: ["vitest.setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // Of tests that wait for other processes, in one file.
    maxConcurrency: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    env: { METADATA_SERVER_DETECTION: "none" },
    coverage: { include: ["functions/**", "lib/**", "emulators/**", "scripts/**"] },
  },
});
