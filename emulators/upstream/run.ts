// Runs the system tests of one of Google's clients against the emulators, and prints the passed tests and the failed tests with their errors.
// `npm test -- firestore|web|pubsub|storage [options of mocha]`. docs/proof/upstream-tests.md has the figures.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSuite } from "../suite.ts";
import { bundle, PLANS, type Suite } from "./build.ts";
import { sourceFolder } from "./sources.ts";

const PROJECT = "demo-up";

/** Groups of the storage tests whose calls are all covered by the emulator (emulators/README.md). */
const COVERED =
  /^storage (unicode validation|getting buckets|bucket metadata|cors configuration|write, read, and remove files (?!customer-supplied encryption keys|kms keys)|resumable upload|bucket upload with progress|file#moveFileAtomic|combine files|list files|offset|v4 signed url|sign policy|CRC32C)/;

interface Test {
  readonly fullTitle: string;
  readonly err: { readonly message?: string };
}

/** Mocha's JSON report. A failed hook is among `failures` and not among `tests`. */
interface Report {
  readonly tests: readonly Test[];
  readonly passes: readonly Test[];
  readonly failures: readonly Test[];
}

async function runSuite(suite: Suite, options: readonly string[]): Promise<Report> {
  const files = await bundle(suite);
  const folder = mkdtempSync(join(tmpdir(), "upstream-"));
  const emulators = await startSuite({
    ...{ dataDir: "memory", ports: "auto", environment: { GOOGLE_CLOUD_PROJECT: PROJECT } },
  });
  const key = join(folder, "key.json");
  writeFileSync(key, JSON.stringify(emulators.storageAccount));
  const report = join(folder, "report.json");
  const mocha = createRequire(import.meta.url).resolve("mocha/bin/mocha.js");
  const child = spawn(
    process.execPath,
    [
      ...["--disable-warning=ExperimentalWarning", "--import", join(import.meta.dirname, "hosts.ts"), mocha],
      ...["--no-config", "--exit", "--timeout", suite === "storage" ? "20000" : "30000"],
      ...["--reporter", "json", "--reporter-option", `output=${report}`, ...options, ...files],
    ],
    {
      cwd: sourceFolder(PLANS[suite].repository),
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...{ ...process.env, ...emulators.env, METADATA_SERVER_DETECTION: "none" },
        ...{ GCLOUD_PROJECT: PROJECT, PROJECT_ID: PROJECT },
        ...(suite === "storage" ? { GOOGLE_APPLICATION_CREDENTIALS: key } : {}),
        FIRESTORE_EMULATOR_PORT: emulators.env.FIRESTORE_EMULATOR_HOST?.split(":")[1],
      },
    },
  );
  await once(child, "exit");
  await emulators.close();
  const read: Report = JSON.parse(readFileSync(report, "utf8"));
  rmSync(folder, { recursive: true });
  return read;
}

function printGroup(name: string, { tests, passes, failures }: Report, isIn: (test: Test) => boolean): void {
  const passed = passes.filter(isIn).length;
  const failed = failures.filter(isIn);
  const titles = new Set(tests.map(({ fullTitle }) => fullTitle));
  const hooks = failed.filter(({ fullTitle }) => !titles.has(fullTitle));
  const ran = passed + failed.length - hooks.length;
  console.log(`${name}: ${ran} ran, ${passed} passed; ${hooks.length} failed hooks`);
  for (const { fullTitle, err } of failed) {
    console.log(
      `FAIL ${fullTitle}\n     ${(err.message ?? "").split("\n").slice(0, 3).join(" | ").slice(0, 260)}`,
    );
  }
}

const [suite = "", ...options] = process.argv.slice(2);
if (!Object.hasOwn(PLANS, suite)) throw new Error(`Name a suite: ${Object.keys(PLANS).join(", ")}.`);
const report = await runSuite(suite as Suite, options);
if (suite === "storage") {
  printGroup("storage, covered groups", report, ({ fullTitle }) => COVERED.test(fullTitle));
  printGroup("storage, other groups", report, ({ fullTitle }) => !COVERED.test(fullTitle));
} else printGroup(suite, report, () => true);
