// The test runner: every `x.test.ts` beside its file, two workers (the machine that CI has).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{functions,lib,emulators,scripts}/**/*.test.ts"],
    setupFiles: ["vitest.setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { METADATA_SERVER_DETECTION: "none" },
    coverage: { include: ["functions/**", "lib/**", "emulators/**", "scripts/**"] },
  },
});
