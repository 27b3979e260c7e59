// How long a book takes: with the seed's times on the real clock, by the real service; and on a virtual clock by percentiles,
// other lengths, more slots and a measured profile. Beside it the line, in which each phase waits for the last.
import { readFileSync } from "node:fs";
import { seedDurationMs } from "../lib/pipeline/sample-session.ts";
import type { Schedule } from "../lib/pipeline/schedule.ts";
import { DEFAULT_LIMITS } from "../lib/pipeline/settings.ts";
import { seededChance } from "../lib/pipeline/simulation/chance.ts";
import { parseStepId, type StepRef } from "../lib/pipeline/step-id.ts";
import { boundOf, lineMs } from "./bound.ts";
import { LINE_TITLE } from "./probe/line.ts";
import { type Bench, type BenchOptions, type Limit, percentilesOf, type Row, rounded } from "./row.ts";
import { type Entry, measureService } from "./service.ts";
import { isImage, MEASURED, mostAtOnce, type Profile, SEED, virtualBook } from "./virtual.ts";

export const book: Bench = {
  name: "book",
  minutes: 8,
  async run(options) {
    return options.short
      ? shortRows(options)
      : [...(await realRows(options)), ...(await virtualRows(options))];
  },
};

const STORY = readFileSync(new URL("story.txt", import.meta.url), "utf8");
/** The story makes 40 panels on 8 pages with each of these seeds; with another seed nothing is remembered of the book before. */
const SEEDS = [1, 2, 3];
const PAGES = 8;
const request = (seed: number, models: string) => ({
  text: STORY,
  pages: PAGES,
  seed,
  models,
  formats: ["pdf"],
});
/** The same in the line. */
const lined = (seed: number, models: string) => ({ ...request(seed, models), title: LINE_TITLE });
const atMost = (value: number, why?: string): Limit => ({
  of: "p99",
  kind: "at most",
  value,
  ...(why && { why }),
});

/** What a book took, in seconds. */
interface Took {
  total: number;
  firstPage: number;
  mostImages: number;
  schedule: Schedule;
}

async function realRows({ tell }: BenchOptions): Promise<Row[]> {
  const service = await measureService({ tell });
  // What a process loads once is not a book's time: `cold` measures it.
  await service.make({ ...request(9, "offline"), pages: 1 });
  const ours: string[] = [];
  for (const seed of SEEDS) {
    tell(`a book with the seed's times, ${ours.length + 1} of ${SEEDS.length}`);
    ours.push(await service.make(request(seed, "simulated")));
  }
  tell("the line: three books side by side, each phase waiting for the last");
  const theirs = await Promise.all(SEEDS.map((seed) => service.make(lined(seed + 10, "simulated"))));

  const schedules = await Promise.all([...ours, ...theirs].map(service.schedule));
  const journal = await service.end();
  const times = schedules.map((schedule) => timesOf(schedule, journal));
  const [took, line] = [times.slice(0, ours.length), times.slice(ours.length)];

  const real = { clock: "real", limits: [] } as const;
  const totals = took.map(({ total }) => total);
  const bounds = took.map(
    ({ schedule }) =>
      boundOf(schedule, { durationMs: seedDurationMs, limits: DEFAULT_LIMITS }).totalMs / 1_000,
  );
  const figure = "book, 8 pages, 40 panels, seed's times, 5 slots";
  return [
    { ...real, figure, who: "mekuri", unit: "s", ...percentilesOf(totals), limits: [atMost(60)] },
    {
      ...real,
      figure,
      who: "the line",
      unit: "s",
      ...percentilesOf(line.map(({ total }) => total)),
      limits: [],
    },
    {
      ...real,
      ...{ figure: "the same against the bound that graph.ts computes", who: "mekuri", unit: "×" },
      ...percentilesOf(totals.map((total, index) => total / (bounds[index] ?? Number.NaN))),
      limits: [atMost(1.04)],
      note: `the bound is ${bounds.map(rounded).join(", ")} s`,
    },
    {
      ...real,
      ...{ figure: "the same, to the first composed page", who: "mekuri", unit: "s" },
      ...percentilesOf(took.map(({ firstPage }) => firstPage)),
      limits: [atMost(36)],
    },
    {
      ...real,
      ...{ figure: "the same, to the first composed page", who: "the line", unit: "s" },
      ...percentilesOf(line.map(({ firstPage }) => firstPage)),
      limits: [],
    },
    {
      ...real,
      ...{ figure: "the same, pictures drawn at once", who: "mekuri", unit: "pictures" },
      ...percentilesOf(took.map(({ mostImages }) => mostImages)),
      limits: [atMost(DEFAULT_LIMITS.images)],
    },
  ];
}

function timesOf(schedule: Schedule, journal: readonly Entry[]): Took {
  const { sessionId, state, createdAt } = schedule;
  if (state.status !== "completed") throw new Error(`${sessionId} is ${state.status}`);
  const own = journal.filter((entry) => entry.sessionId === sessionId);
  const composed = own.find(({ kind, step }) => kind === "recorded" && step.startsWith("lettering/"));
  const drawn = workOf(own).filter(({ step }) => isImage(parseStepId(step)));
  return {
    total: (state.endedAt - createdAt) / 1_000,
    firstPage: ((composed?.at ?? Number.NaN) - createdAt) / 1_000,
    mostImages: mostAtOnce(drawn),
    schedule,
  };
}

/** Every run of a phase's own work. */
function workOf(own: readonly Entry[]): { step: string; from: number; to: number }[] {
  return own.flatMap(({ kind, step, at: from }, index) => {
    if (kind !== "run") return [];
    const ran = own.find((entry, at) => at > index && entry.kind === "ran" && entry.step === step);
    return ran === undefined ? [] : [{ step, from, to: ran.at }];
  });
}

/** How many times as fast the clock of the short form runs. */
const FASTER = 20;

/**
 * One book with a clock that runs 20 times as fast, and whose pictures and pages are there already. All that is not a step's own
 * time would count 20 times, so it is taken out: what is left are the seed's times of the steps that the end waited for, one
 * after another.
 */
async function shortRows({ tell }: BenchOptions): Promise<Row[]> {
  const env = { BENCH_INSTANT: "1", BENCH_PACE: String(1 / FASTER) };
  const service = await measureService({ tell, env });
  tell("makes what the measured books are then given");
  await service.make(request(1, "offline"));
  tell(`ours and the line, ${FASTER} times as fast`);
  const ours = await service.make(request(1, "offline"));
  const theirs = await service.make(lined(1, "offline"));
  const schedule = await service.schedule(ours);
  const journal = await service.end();

  const pathRow = (who: string, sessionId: string, limits: Limit[]): Row => {
    const path = pathOf(journal.filter((entry) => entry.sessionId === sessionId));
    const seconds = path.reduce((sum, step) => sum + seedDurationMs(parseStepId(step)), 0) / 1_000;
    const note = `${path.length} steps in a row: ${path.join(", ")}`;
    const figure = "book, 8 pages, 40 panels, clock 20 times as fast, without overhead";
    return { figure, who, unit: "s", clock: "real", ...percentilesOf([seconds]), limits, note };
  };
  return [
    pathRow("mekuri", ours, [atMost(60)]),
    pathRow("the line", theirs, []),
    {
      ...{ figure: "the same, pictures drawn at once", who: "mekuri", unit: "pictures", clock: "real" },
      ...percentilesOf([timesOf(schedule, journal).mostImages]),
      limits: [atMost(DEFAULT_LIMITS.images)],
    },
  ];
}

/** The steps that the end waited for: the last one, the one whose record released it, and so on. */
function pathOf(own: readonly Entry[]): string[] {
  const releasedBy = new Map<string, string>();
  for (const { step, released = [] } of own) {
    for (const next of released) releasedBy.set(next, step);
  }
  const path: string[] = [];
  for (let step: string | undefined = "finish"; step !== undefined; step = releasedBy.get(step))
    path.unshift(step);
  return path;
}

/** Enough for a median and a 95th percentile within a few percent, in half a minute. */
const TIMES = 40;

async function virtualRows({ tell }: BenchOptions): Promise<Row[]> {
  tell("books on a virtual clock");
  const seeds8 = await virtualTimes({ pages: PAGES, slots: 5, profile: SEED, times: 1 });
  const seeds20 = await virtualTimes({ pages: 20, slots: 13, profile: SEED, times: 1 });
  const ratio = (seeds20.ours[0] ?? Number.NaN) / (seeds8.ours[0] ?? Number.NaN);
  const measured = { profile: MEASURED, times: TIMES };
  const measured8 = await virtualTimes({ ...measured, pages: PAGES, slots: 5 });
  return [
    ...rowsOf(
      "4 pages, seed's times, 5 slots",
      await virtualTimes({ pages: 4, slots: 5, profile: SEED, times: 1 }),
    ),
    ...rowsOf("8 pages, seed's times, 5 slots", seeds8),
    ...rowsOf("20 pages, seed's times, 13 slots", seeds20),
    {
      ...{
        figure: "20 pages with slots in proportion against 8 pages",
        who: "mekuri",
        unit: "×",
        clock: "virtual",
      },
      ...percentilesOf([ratio]),
      limits: [atMost(1.15)],
    },
    ...rowsOf("8 pages, measured times, 5 slots", measured8),
    ...rowsOf(
      "8 pages, measured times, 13 slots",
      await virtualTimes({ ...measured, pages: PAGES, slots: 13 }),
    ),
    ...rowsOf("4 pages, measured times, 5 slots", await virtualTimes({ ...measured, pages: 4, slots: 5 })),
    ...rowsOf(
      "20 pages, measured times, 13 slots",
      await virtualTimes({ ...measured, pages: 20, slots: 13 }),
    ),
    {
      ...{ figure: "book, 8 pages, measured times, to the first composed page", who: "mekuri", unit: "s" },
      ...{ clock: "virtual", ...percentilesOf(measured8.firstPages), limits: [] },
    },
  ];
}

interface Case {
  pages: number;
  slots: number;
  profile: Profile;
  times: number;
}

interface VirtualTimes {
  /** Seconds. */
  ours: number[];
  firstPages: number[];
  line: number[];
}

/** Ours, and the line over books of the same shape with the same profile. */
async function virtualTimes({ pages, slots, profile, times }: Case): Promise<VirtualTimes> {
  const limits = { images: slots, others: DEFAULT_LIMITS.others };
  const took: VirtualTimes = { ours: [], firstPages: [], line: [] };
  for (let seed = 1; seed <= times; seed++) {
    const { totalMs, firstPageMs, schedule } = await virtualBook({ pages, limits, profile, seed });
    took.ours.push(totalMs / 1_000);
    took.firstPages.push(firstPageMs / 1_000);
    const chance = seededChance(seed);
    const durationMs = (ref: StepRef) => {
      let ms = profile.durationMs(ref, chance);
      while (isImage(ref) && chance.happens(profile.failing)) ms += profile.durationMs(ref, chance);
      return ms;
    };
    took.line.push(lineMs(schedule, { durationMs, limits: { images: slots, others: 1 } }) / 1_000);
  }
  return took;
}

function rowsOf(what: string, { ours, line }: VirtualTimes): Row[] {
  const row = { figure: `book, ${what}`, unit: "s", clock: "virtual" } as const;
  return [
    { ...row, who: "mekuri", ...percentilesOf(ours), limits: [] },
    { ...row, who: "the line", ...percentilesOf(line), limits: [] },
  ];
}
