// The test runner: every `x.test.ts` beside its file, two workers (the machine that CI has).
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { SWITCHES } from "./emulators/web-sdk/chromium.ts";

/** Tests that may share a process: what one file leaves in memory cannot change what another one sees. One measures what a process holds. */
const TOGETHER = [
  "lib/{api,cloud,direction,export,manga,models,phases}/**/*.test.ts",
  "lib/drawing/**/!(last-pixels).test.ts",
  "lib/{*,pipeline/*}.test.ts",
  "{bench,emulators/rules,lettering/src,reader/src,web}/**/*.test.ts",
  "scripts/make/!(manga|reader|reletter|tiers).test.ts",
  "scripts/models/{!(models),campaign/campaign-*,writers/*}.test.ts",
  "scripts/{operate/build,prove/chaos}/**/*.test.ts",
  "scripts/operate/deploy/!(deploy-stage|smoke-test).test.ts",
  "scripts/prove/{lint-patterns,scale,papers/!(doc-commands|examples)}.test.ts",
  "scripts/draw/{measures,parts,places}.test.ts",
  "scripts/serve/{gateway,guest,memory-limits}.test.ts",
  "functions/money.test.ts",
  "scripts/scores/{!(scores|stories),*/*}.test.ts",
];

/**
 * These may share a process with each other: clients of the emulators find them by its environment, which each puts back. One takes the
 * tests of others along, over REST, and has a process of its own.
 */
const EMULATORS = [
  "emulators/{auth,models,pubsub,storage,upstash}/**/*.test.ts",
  "emulators/firestore/**/!(rest.contract).test.ts",
];

/** The project's own Firestore refuses queries without their index; the emulators' own tests ask whatever they like. */
const STRICT = { EMULATORS_STRICT_INDEXES: join(import.meta.dirname, "firestore.indexes.json") };

/** The longest files. They wait most of their time, and other files run meanwhile. */
const LONGEST = ["scripts/prove/chaos.test.ts", "scripts/prove/e2e.test.ts"];

/** Starts many processes, so it comes after the other services: beside both of the longest files, all three would compete for two cores. */
const COMMANDS = "scripts/make/manga.test.ts";

/**
 * The longest files start first, so that no worker waits for them alone at the end. Files that share a process come last and run one after
 * the other, with the reader's dictionary, its words and the fonts loaded once.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId, project }: TestSpecification) => {
      if (LONGEST.some((path) => moduleId.endsWith(path))) return 0;
      const place = ["services", "suites", "components", "emulators", "together"].indexOf(project.name) + 1;
      return moduleId.endsWith(COMMANDS) ? place + 0.5 : place;
    };
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

// The offline artist draws from the pack, which may be older than its sources.
execFileSync(process.execPath, [join(import.meta.dirname, "scripts/draw/things/packed.ts")]);

// The workers and all the commands that tests start load the same modules: what one of them has compiled, the next ones read.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/compiled");

export default defineConfig({
  test: {
    include: [],
    setupFiles: ["vitest.setup.ts"],
    pool: "forks",
    // Two cores: a third worker goes on while those of the others wait for other processes.
    maxWorkers: 3,
    // Of tests that wait for other processes, in one file.
    maxConcurrency: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Services of tests work in their own process: two cores have no room for a pool in each.
    env: {
      ...{ METADATA_SERVER_DETECTION: "none", MEKURI_MODELS_TODAY: "2026-11-29", MEKURI_WORK_THREADS: "0" },
      // A book of a command takes a third less processor time.
      MEKURI_LOCAL_MEMORY: "free",
    },
    projects: [
      {
        extends: true,
        test: {
          ...{ name: "together", include: TOGETHER, isolate: false, env: STRICT },
          // Drawing leaves much garbage that is young: a twentieth less processor time.
          execArgv: ["--max-semi-space-size=64"],
        },
      },
      { extends: true, test: { name: "emulators", include: EMULATORS, isolate: false } },
      {
        extends: true,
        test: {
          name: "suites",
          include: ["emulators/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...TOGETHER, ...EMULATORS],
        },
      },
      {
        // Parts of the studio in a real browser, with Vite's own page.
        extends: false,
        cacheDir: "node_modules/.cache/components",
        define: { STYLE_PICTURES: JSON.stringify(["manga"]) },
        oxc: { jsx: { runtime: "automatic" } },
        optimizeDeps: {
          include: ["react-dom/client", "react/jsx-dev-runtime", "@tanstack/react-query", "idb", "uqr"],
        },
        test: {
          name: "components",
          include: ["web/**/*.browser.test.tsx"],
          globalSetup: ["emulators/web-sdk/chromium.ts"],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: "/usr/bin/chromium", args: SWITCHES } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: "services",
          include: ["{functions,lettering,lib,scripts,web,bench,reader}/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...TOGETHER],
          env: STRICT,
        },
      },
    ],
    coverage: { include: ["functions/**", "lib/**", "emulators/**", "lettering/**", "scripts/**"] },
  },
});
