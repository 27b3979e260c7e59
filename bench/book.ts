// How long a book takes: with the seed's times on the real clock, by the real service; and on a virtual clock by percentiles, other
// lengths, more slots and a measured profile. Compared with a pipeline without overlap, in which each phase waits for all of the last.
import { readFileSync } from "node:fs";
import { segmentStory } from "../lib/manga/segment.ts";
import { seedDurationMs } from "../lib/pipeline/sample-session.ts";
import type { Schedule } from "../lib/pipeline/schedule.ts";
import { DEFAULT_LIMITS } from "../lib/pipeline/settings.ts";
import { parseStepId } from "../lib/pipeline/step-id.ts";
import { makeBook } from "../scripts/scores/books/make-book.ts";
import { virtualRows } from "./book-virtual.ts";
import { boundOf } from "./bound.ts";
import { LINE_TITLE } from "./probe/line.ts";
import { atMost, type Bench, type BenchOptions, percentilesOf, type Row, rounded } from "./row.ts";
import { type Entry, measureService } from "./service.ts";
import { isImage, mostAtOnce } from "./virtual.ts";

export const book: Bench = {
  name: "book",
  minutes: 6,
  async run(options) {
    return options.short
      ? shortRows(options)
      : [...(await realRows(options)), ...(await virtualRows(options))];
  },
};

const STORY = readFileSync(new URL("story.txt", import.meta.url), "utf8");
const PAGES = 8;
const PANELS_A_PAGE = 5;
const BOOKS = 3;
/** An upper bound of the seeds that are tried. */
const MOST_SEEDS = 500;
const request = (seed: number, models: string) => ({
  text: STORY,
  pages: PAGES,
  seed,
  models,
  formats: ["pdf"],
});
/** The same request without overlap of phases. */
const lined = (seed: number, models: string) => ({ ...request(seed, models), title: LINE_TITLE });

const LINE_NOTE =
  "its three books ran at the same time, which can only slow them down, and ours one after another; one after another the line alone would take five minutes";

/** Times of a book, in seconds. */
interface Took {
  total: number;
  firstPage: number;
  mostImages: number;
  schedule: Schedule;
}

async function realRows({ tell }: BenchOptions): Promise<Row[]> {
  const seeds = await evenSeeds(2 * BOOKS);
  // As in the cloud, no page is painted in the process that a panel waits for.
  const service = await measureService({ tell, isolate: true });
  // Loading and compiling are not part of a book's time (`cold` measures them), so a book of the same kind is made first.
  tell("a warm-up book, not counted");
  await service.make(request(MOST_SEEDS + 1, "simulated"));
  const ours: string[] = [];
  for (const seed of seeds.slice(0, BOOKS)) {
    tell(`a book with the seed's times, ${ours.length + 1} of ${BOOKS}`);
    ours.push(await service.make(request(seed, "simulated")));
  }
  tell("the line: three books side by side, each phase waiting for the last");
  const theirs = await Promise.all(seeds.slice(BOOKS).map((seed) => service.make(lined(seed, "simulated"))));

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
      note: LINE_NOTE,
    },
    {
      ...real,
      ...{ figure: "the same relative to the bound computed by graph.ts", who: "mekuri", unit: "×" },
      ...percentilesOf(totals.map((total, index) => total / (bounds[index] ?? Number.NaN))),
      limits: [atMost(1.04)],
      note: `the bound is ${bounds.map(rounded).join(", ")} s; ${took.map((one) => beyondOf(one, journal)).join("; ")}`,
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
      note: LINE_NOTE,
    },
    {
      ...real,
      ...{ figure: "the same, pictures drawn concurrently", who: "mekuri", unit: "pictures" },
      ...percentilesOf(took.map(({ mostImages }) => mostImages)),
      limits: [atMost(DEFAULT_LIMITS.images)],
    },
  ];
}

/**
 * Seeds with which the story has five panels on each of eight pages, as the seed's table assumes. A new seed also prevents cache hits from
 * an earlier book. Throws if there are too few.
 */
async function evenSeeds(count: number): Promise<number[]> {
  const found: number[] = [];
  const story = segmentStory(STORY, "ja");
  for (let seed = 1; found.length < count; seed++) {
    if (seed > MOST_SEEDS) throw new Error("the story rarely gives five panels on each page: change it");
    const { boards } = await makeBook("offline-reader", story, { seed, pages: PAGES });
    if (boards.length === PAGES && boards.every(({ panels }) => panels.length === PANELS_A_PAGE))
      found.push(seed);
  }
  return found;
}

function timesOf(schedule: Schedule, journal: readonly Entry[]): Took {
  const { sessionId, state, createdAt, results } = schedule;
  if (state.status !== "completed") throw new Error(`${sessionId} is ${state.status}`);
  const panels = Map.groupBy(
    Object.keys(results)
      .map(parseStepId)
      .filter((ref) => ref.of === "panel"),
    ({ page }) => page,
  );
  if (panels.size !== PAGES || [...panels.values()].some(({ length }) => length !== PANELS_A_PAGE)) {
    const found = [...panels.values()].map(({ length }) => length).join(", ");
    throw new Error(`the book has ${found} panels on its pages, not ${PANELS_A_PAGE} on each of ${PAGES}`);
  }
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

/** The runs of phases' own work. */
function workOf(own: readonly Entry[]): { step: string; from: number; to: number }[] {
  return own.flatMap(({ kind, step, at: from }, index) => {
    if (kind !== "run") return [];
    const ran = own.find((entry, at) => at > index && entry.kind === "ran" && entry.step === step);
    return ran === undefined ? [] : [{ step, from, to: ran.at }];
  });
}

/** What a book's critical path took beyond the seed's times, and where. */
function beyondOf({ total, schedule }: Took, journal: readonly Entry[]): string {
  const { modelS, workS } = pathTimes(schedule, journal);
  return `${rounded(workS - modelS)} s of a book are steps that ended later than their time, ${rounded(total - workS)} s lie between steps`;
}

/** The steps of the critical path, with their times in the seed's profile and their real times, in seconds. */
function pathTimes(schedule: Schedule, journal: readonly Entry[]) {
  const own = journal.filter(({ sessionId }) => sessionId === schedule.sessionId);
  const path = pathOf(own);
  const modelS = path.reduce((sum, step) => sum + seedDurationMs(parseStepId(step)), 0) / 1_000;
  const workS = workOf(own)
    .filter(({ step }) => path.includes(step))
    .reduce((sum, { from, to }) => sum + (to - from) / 1_000, 0);
  return { path, modelS, workS };
}

/** Factor by which the clock of the short form is faster. */
const FASTER = 20;

/**
 * One book with a clock that is 20 times as fast, and whose pictures and pages exist already. The time beyond the seed's times on its
 * critical path is this machine's own, so it is added once as measured, and not 20 times.
 */
async function shortRows({ tell }: BenchOptions): Promise<Row[]> {
  const [seed = 0] = await evenSeeds(1);
  const env = { BENCH_INSTANT: "1", BENCH_PACE: String(1 / FASTER) };
  const service = await measureService({ tell, env });
  tell("makes the inputs of the measured books");
  await service.make(request(seed, "offline"));
  tell(`ours and the line, ${FASTER} times as fast`);
  const ours = await service.make(request(seed, "offline"));
  const theirs = await service.make(lined(seed, "offline"));
  const [schedule, lineSchedule] = await Promise.all([ours, theirs].map(service.schedule));
  const journal = await service.end();
  if (schedule === undefined || lineSchedule === undefined) throw new Error("a book has no schedule");

  const took = timesOf(schedule, journal);
  const own = shortTimeOf(took, journal);
  const line = shortTimeOf(timesOf(lineSchedule, journal), journal);
  const boundS = boundOf(schedule, { durationMs: seedDurationMs, limits: DEFAULT_LIMITS }).totalMs / 1_000;
  const row = {
    figure: `book, 8 pages, 40 panels, clock ${FASTER} times as fast`,
    unit: "s",
    clock: "real",
  } as const;
  return [
    { ...row, who: "mekuri", ...percentilesOf([own.seconds]), limits: [atMost(60)], note: own.note },
    { ...row, who: "the line", ...percentilesOf([line.seconds]), limits: [], note: line.note },
    {
      ...{ ...row, figure: "the same relative to the bound computed by graph.ts", who: "mekuri", unit: "×" },
      ...percentilesOf([own.seconds / boundS]),
      limits: [atMost(1.04)],
      note: `the bound is ${rounded(boundS)} s`,
    },
    {
      ...{ ...row, figure: "the same, pictures drawn concurrently", who: "mekuri", unit: "pictures" },
      ...percentilesOf([took.mostImages]),
      limits: [atMost(DEFAULT_LIMITS.images)],
    },
  ];
}

/** The seed's times on the critical path, plus the measured time beyond a twentieth of them. */
function shortTimeOf(
  { total, schedule }: Took,
  journal: readonly Entry[],
): { seconds: number; note: string } {
  const { path, modelS, workS } = pathTimes(schedule, journal);
  const overheadS = total - modelS / FASTER;
  const lateS = workS - modelS / FASTER;
  const seconds = modelS + overheadS;
  const note = [
    `${rounded(modelS)} s of the seed's times on the path that ran, and once ${rounded(overheadS)} s of overhead:`,
    `it took ${rounded(total)} s from its creation to its end, of which ${rounded(modelS / FASTER)} s are the seed's times / ${FASTER};`,
    `${rounded(lateS)} s of the overhead are steps that ended later than their time (timers and the machine), the rest lies between steps.`,
    `Steps come ${FASTER} times as close as in a real book and disturb each other more.`,
    `${path.length} steps in a row: ${path.join(", ")}`,
  ].join(" ");
  return { seconds, note };
}

/** The critical path: the last step, the step whose record released it, and so on. */
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
