// The forms of the campaign: what each proves, its command, and its figures. To add a suite's opt-in campaign, add a row; a test looks for
// switches in test files that no row sets.

export type Figures = Record<string, number | boolean | string>;

export interface Form {
  name: string;
  /** What the form proves, for the table. */
  proves: string;
  /** Commands as users type them; `share` (0 to 1) reduces the counts. */
  commands(share: number): Command[];
  /** Maximum duration on two idle cores; all forms together stay below 90 minutes. */
  minutes: number;
  /** A program that the machine may lack; without it the form is skipped and reported. */
  needs?: string;
  /** Parses the figures from the last command's standard output. Throws if they are missing. */
  figures(output: string): Figures;
}

export interface Command {
  env?: Record<string, string>;
  program: string;
  args: string[];
  /** File to which it writes its results, if not to standard output. */
  report?: string;
}

const script = (path: string, ...args: string[]): Command => ({
  program: "node",
  args: ["--disable-warning=ExperimentalWarning", path, ...args],
});

const prove = (...args: string[]): Command => script("scripts/prove.ts", ...args);

const TEST_REPORT = "out/campaign-tests.json";

const suite = (env: Record<string, string>, ...files: string[]): Command => ({
  env,
  program: "vitest",
  args: ["run", "--reporter=json", `--outputFile=${TEST_REPORT}`, ...files],
  report: TEST_REPORT,
});

const countOf = (full: number, share: number) => Math.max(1, Math.ceil(full * share));

/** The last line of the output that is a JSON object. */
function lastObject(output: string): Record<string, unknown> {
  const line = output
    .trim()
    .split("\n")
    .findLast((text) => text.startsWith("{"));
  if (line === undefined) throw new Error("the command printed no JSON object");
  return JSON.parse(line);
}

const keep =
  (...names: string[]) =>
  (output: string): Figures => {
    const found = lastObject(output);
    return Object.fromEntries(names.map((name) => [name, figure(name, found[name])]));
  };

function figure(name: string, value: unknown): number | boolean | string {
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  throw new Error(`the command printed no ${name}`);
}

const SAFETY = [
  "sessions",
  "finished",
  "failed",
  "lost",
  "stuck",
  "doubleEffects",
  "staleWrites",
  "booksEqual",
];
const CALLS = ["paidCalls", "paidRepeats", "crashes"];
const ordeal = keep(...SAFETY, ...CALLS, "kills", "suiteKills", "seconds");

const inBatches = keep("batches", "batchesLeft");
const wished = keep(
  ...["edits", "sheetRedraws", "sceneRedraws", "wishesCancelled", "wishesFailed"],
  ...["lostWishes", "otherPictures", "editsOverpaid"],
);

/** Figures of a campaign of the real functions: `cutOffByCrash` and the like count calls that failed between payment and record. */
function survived(output: string): Figures {
  const { repeatsAfter, cutOff } = lastObject(output);
  return {
    ...ordeal(output),
    ...inBatches(output),
    ...wished(output),
    ...each("cutOffBy", cutOff, ["crash", "outage", "standstill"]),
    ...each("repeatsAfter", repeatsAfter, ["crash", "outage", "standstill", "nothing"]),
  };
}

function each(prefix: string, told: unknown, names: readonly string[]): Figures {
  const counts = new Map(Object.entries(told ?? {}));
  return Object.fromEntries(
    names.map((name) => [
      `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      figure(`${prefix} ${name}`, counts.get(name)),
    ]),
  );
}

/** Figures from vitest's JSON reporter. */
const tests = (output: string): Figures => {
  const { numPassedTests, numFailedTests } = lastObject(output);
  return {
    passed: figure("numPassedTests", numPassedTests),
    failed: figure("numFailedTests", numFailedTests),
  };
};

const SAMPLES = ["examples/amayadori-no-tokeiya.txt", "examples/the-last-loaf.txt"];
const EPUB_FOLDER = "out/campaign-epub";
const MEMORY_FOLDER = "out/campaign-memory";
const MEMORY_FORMATS = "pdf,print-pdf,cbz,epub,psd,webtoon,png,csv";
/** Debian installs the checker as a JAR, which not all systems can execute by name. */
const CHECK_BOOKS = [
  "check=epubcheck",
  'if head -c 2 "$(command -v epubcheck)" | grep -q PK; then check="java -jar $(command -v epubcheck)"; fi',
  `for book in ${EPUB_FOLDER}/*/*.epub; do $check --quiet "$book"; echo checked; done`,
].join("; ");

export const FORMS: readonly Form[] = [
  {
    name: "simulate",
    proves: "the protocol with injected faults, seed by seed, with cancels and feedback at any moment",
    commands: (share) => [
      prove("simulate", "--seeds", String(countOf(10_000, share)), "--seed", "1", "--json"),
    ],
    minutes: 3,
    figures: keep(...SAFETY, ...CALLS, "paidRepeatsAfterCrash", "crashesAfterCall"),
  },
  {
    name: "simulate-firestore",
    proves: "the same on the Firestore stores and the emulator",
    commands: (share) => [
      prove("simulate", "--firestore", "--seeds", String(countOf(100, share)), "--seed", "1", "--json"),
    ],
    minutes: 2,
    figures: keep(...SAFETY, ...CALLS, "paidRepeatsAfterCrash", "crashesAfterCall"),
  },
  {
    name: "planted",
    proves: "the auditor detects every planted bug within 1,000 seeds",
    commands: () => [prove("simulate", "--planted", "--seeds", "1000", "--json")],
    minutes: 1,
    figures(output) {
      const { caught, missed } = lastObject(output);
      const count = (list: unknown) => (Array.isArray(list) ? list.length : Number.NaN);
      return { caught: count(caught), missed: count(missed) };
    },
  },
  {
    name: "chaos",
    proves: "the real functions, clients and protocols, while workers and the emulator suite are killed",
    commands: (share) => [
      prove("chaos", ...["--sessions", String(countOf(1_000, share)), "--seed", "7", "--json"]),
    ],
    minutes: 36,
    figures: survived,
  },
  {
    name: "built",
    proves: "the deployed bundles, while their processes and the emulator suite are killed",
    commands: (share) => [
      script("scripts/operate/build.ts"),
      prove(
        "chaos",
        ...["--built", "--sessions", String(countOf(50, share)), "--seed", "1", "--at-once", "8", "--json"],
      ),
    ],
    minutes: 14,
    figures: survived,
  },
  {
    name: "web-sdk",
    proves: "live updates by the web SDK in a browser over three transports, with kills and long pauses",
    commands: () => [
      suite(
        { WEB_SDK_CAMPAIGN: "1" },
        "emulators/web-sdk/live-updates.test.ts",
        "scripts/serve/follow-page.test.ts",
      ),
    ],
    minutes: 5,
    figures: tests,
  },
  {
    name: "models",
    proves:
      "20 books of 15 public-domain stories with a simulated model that makes errors and fails: all are finished, no spoken line is lost, each call is paid once",
    commands: (share) => [
      suite(
        { MODELS_CAMPAIGN: String(countOf(20, share)), MODEL_SETS_CAMPAIGN: "1" },
        "scripts/models/campaign/models-campaign.test.ts",
        "scripts/models/campaign/model-sets.test.ts",
      ),
      suite(
        { SMALL_MODELS_CAMPAIGN: String(countOf(10, share)) },
        "scripts/models/campaign/small-models-campaign.test.ts",
      ),
    ],
    minutes: 13,
    figures: tests,
  },
  {
    name: "seal",
    proves: "a million encryptions without a repeated IV",
    commands: (share) => [suite({ SEAL_TIMES: String(countOf(1_000_000, share)) }, "lib/cloud/seal.test.ts")],
    minutes: 1,
    figures: tests,
  },
  {
    name: "fuzz",
    proves: "10,000 random requests to all routes: no 500, and every answer conforms to the OpenAPI document",
    commands: (share) => [
      suite(
        { FUZZ_REQUESTS: String(countOf(10_000, share)), FUZZ_STORY_CHARACTERS: "1000" },
        "lib/api/fuzz.test.ts",
      ),
    ],
    minutes: 2,
    figures: tests,
  },
  {
    name: "stories",
    proves:
      "no crafted story takes more than 2.6 times the CPU for twice its length, and 20 hostile estimates delay no other request",
    commands: (share) => [
      suite(
        { CRAFTED_STORIES: "all", HOSTILE_ESTIMATES: String(countOf(20, share)) },
        "lib/models/reading/crafted-stories.test.ts",
        "lib/models/reading/reader-growth.test.ts",
        "lib/work/hostile-estimates.test.ts",
        // CPU time is measured; a parallel worker would disturb cache and memory.
        "--maxWorkers=1",
      ),
    ],
    minutes: 4,
    figures: tests,
  },
  {
    name: "lettering",
    proves:
      "more than 2,000 awkward lines: no violated line-breaking rule, no lost character, no letter outside its balloon",
    commands: (share) => [
      suite(
        { LETTERED_LINES: share < 1 ? String(countOf(2_000, share)) : "all" },
        "lettering/src/awkward-corpus.test.ts",
      ),
    ],
    minutes: 1,
    figures: tests,
  },
  {
    name: "pages",
    proves:
      "10,000 generated pages of awkward lines pass every check of the quality report; 100 of them also the check of pixels",
    commands: (share) => [
      suite(
        {
          MEKURI_QUALITY_PAGES: String(countOf(10_000, share)),
          MEKURI_QUALITY_PIXELS: String(countOf(100, share)),
        },
        "lib/drawing/quality/generated-pages.test.ts",
      ),
    ],
    minutes: 2,
    figures: tests,
  },
  {
    name: "goldens",
    proves: "every recorded panel of 15 stories and of the specimen is drawn as it was recorded or accepted",
    commands: () => [prove("goldens", "compare")],
    minutes: 1,
    figures: keep("panels", "differ", "accepted"),
  },
  {
    name: "epubcheck",
    proves: "EPUB files of both languages pass the W3C's checker",
    needs: "epubcheck",
    commands: () => [
      { program: "rm", args: ["-rf", EPUB_FOLDER] },
      ...SAMPLES.map((story, index) =>
        script(
          "scripts/mekuri.ts",
          "make",
          story,
          ...["--formats", "epub", "--data", "memory", "--out", `${EPUB_FOLDER}/${index}`],
        ),
      ),
      { program: "sh", args: ["-ec", CHECK_BOOKS] },
    ],
    minutes: 1,
    figures: (output) => ({ files: output.split("checked").length - 1 }),
  },
  {
    name: "memory",
    proves: "100 pages in eight formats: all processes together stay under 1 GB",
    commands: (share) => [
      { program: "rm", args: ["-rf", MEMORY_FOLDER] },
      {
        program: "node",
        args: [
          "scripts/prove/measure-memory.ts",
          ...["--limit-mb", "1000", "--", "node"],
          ...["--max-semi-space-size=2", "--max-old-space-size=256", "scripts/mekuri.ts", "make"],
          ...["--pages", String(countOf(100, share)), "--formats", MEMORY_FORMATS],
          ...["--data", `${MEMORY_FOLDER}/data`, "--out", `${MEMORY_FOLDER}/book`],
        ],
      },
    ],
    minutes: 4,
    figures: keep("peakMegabytes", "seconds"),
  },
];
