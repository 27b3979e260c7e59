// Overhead of a step: from a result's record in one handler to the next handler, through the emulator suite, with one session in flight;
// and steps a second with 50. Compared with the same chain of seven steps on BullMQ and DBOS.
import * as z from "zod";
import { seedDurationMs } from "../lib/pipeline/sample-session.ts";
import { DEFAULT_LIMITS } from "../lib/pipeline/settings.ts";
import { boundOf } from "./bound.ts";
import { runPeer } from "./peer.ts";
import { COUNTS } from "./peers/chain.ts";
import { LINE_TITLE } from "./probe/line.ts";
import { type Bench, percentilesOf, type Row, rounded } from "./row.ts";
import { type Entry, measureService } from "./service.ts";
import { SEED, virtualBook } from "./virtual.ts";

/** The same counts for Mekuri and its peers. */
const { alone: ALONE, crowd: CROWD, atOnce: AT_ONCE } = COUNTS;

/**
 * Two nearly empty pictures on a page: eight steps, each phase waiting for the last. A step stores 0.2 to 10 KB, so that its time is the
 * pipeline's and not the drawing's; the peers' results have 100 bytes.
 */
const SESSION = {
  text: "白い紙の上には何もない。",
  pages: 1,
  models: "offline",
  formats: ["csv"],
  title: LINE_TITLE,
};

const OURS =
  "the processor limits it: two cores run everything, including the database, the queue, the object store and the client, all in JavaScript. A step is a message, an object, and two commits of about seven documents (its claim; its record with the schedule and the clients' documents) through Firestore's JSON API. Its commits survive a crash of the process, not a power failure";
const THEIRS =
  "a step is one row that the workflow writes in the process that runs the next step; there are no listeners, and PostgreSQL, written in C, flushes each commit to disk";

/** Runs with MEKURI_CLIENTS=official. */
const OFFICIAL = "mekuri, Google's clients";

const MeasuredSchema = z.object({
  who: z.string(),
  hopMs: z.array(z.number()).optional(),
  handoverMs: z.array(z.number()),
  stepsPerSecond: z.number(),
});

/** For a book of 8 pages with the seed's times: the number of steps on its critical path, and their model time. */
async function boundOfBook(): Promise<{ steps: number; modelMs: number }> {
  const limits = DEFAULT_LIMITS;
  const { schedule } = await virtualBook({ pages: 8, limits, profile: SEED, seed: 1 });
  const { path, totalMs } = boundOf(schedule, { durationMs: seedDurationMs, limits });
  return { steps: path.length, modelMs: totalMs };
}

export const hop: Bench = {
  name: "hop",
  minutes: 4,
  async run({ tell }) {
    const { stepsPerSecond, ...ours } = await measureOurs(tell);
    tell("the same by Google's own clients");
    const official = await measureOurs(tell, { MEKURI_CLIENTS: "official" });

    tell("BullMQ on Redis");
    const bullmq = await runPeer({ program: "bullmq.ts", measured: MeasuredSchema });
    tell("DBOS on PostgreSQL");
    const dbos = await runPeer({ program: "dbos.ts", measured: MeasuredSchema });
    return rowsOf({ ...ours, stepsPerSecond, official }, { bullmq, dbos }, await boundOfBook());
  },
};

/** Sessions one after another, then many at once. `env`: settings of the functions. */
export async function measureOurs(
  tell: (line: string) => void,
  env: Record<string, string> = {},
): Promise<Ours & { stepsPerSecond: number }> {
  const service = await measureService({ tell, env: { BENCH_INSTANT: "1", BENCH_PACE: "0", ...env } });
  for (let index = 0; index < 10; index++) await service.make(SESSION);
  tell(`${ALONE} sessions, one after another`);
  const alone: string[] = [];
  for (let index = 0; index < ALONE; index++) alone.push(await service.make(SESSION));
  tell(`${CROWD} sessions, ${AT_ONCE} at once`);
  const startedAt = performance.now();
  const crowd: string[] = [];
  let begun = 0;
  const worker = async () => {
    while (begun < CROWD) {
      begun += 1;
      crowd.push(await service.make(SESSION));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - startedAt) / 1_000;
  const journal = await service.end();
  return {
    ...measure(journal, new Set(alone)),
    stepsPerSecond: stepsOf(journal, new Set(crowd)) / seconds,
  };
}

interface Ours {
  hopMs: number[];
  handoverMs: number[];
  /** The time of a step without its own work: from its handler's start to the next one's. */
  overheadMs: number[];
}

/** Number of steps of these sessions that were recorded. */
function stepsOf(journal: readonly Entry[], sessions: ReadonlySet<string>): number {
  const recorded = journal.filter(({ kind, sessionId }) => kind === "recorded" && sessions.has(sessionId));
  return new Set(recorded.map(({ sessionId, step }) => `${sessionId} ${step}`)).size;
}

function measure(journal: readonly Entry[], sessions: ReadonlySet<string>): Ours {
  const at = new Map<string, number>();
  const key = ({ kind, sessionId, step }: Pick<Entry, "kind" | "sessionId" | "step">) =>
    `${kind} ${sessionId} ${step}`;
  for (const entry of journal) if (!at.has(key(entry))) at.set(key(entry), entry.at);
  const ours: Ours = { hopMs: [], handoverMs: [], overheadMs: [] };
  for (const { kind, sessionId, step, at: recordedAt, released = [] } of journal) {
    if (kind !== "recorded" || !sessions.has(sessionId)) continue;
    const when = (what: Entry["kind"], of: string) =>
      at.get(key({ kind: what, sessionId, step: of })) ?? Number.NaN;
    for (const next of released) {
      const enteredAt = when("entered", next);
      ours.hopMs.push(enteredAt - recordedAt);
      ours.handoverMs.push(enteredAt - when("ran", step));
      ours.overheadMs.push(when("run", step) - when("entered", step) + enteredAt - when("ran", step));
    }
  }
  return ours;
}

type Theirs = z.infer<typeof MeasuredSchema>;

function rowsOf(
  ours: Ours & { stepsPerSecond: number; official: Ours & { stepsPerSecond: number } },
  peers: { bullmq: Theirs; dbos: Theirs },
  book: { steps: number; modelMs: number },
): Row[] {
  const { bullmq, dbos } = peers;
  const hops = {
    figure: "hop, one session in flight: from record to the next handler",
    unit: "ms",
    clock: "real",
  } as const;
  const handovers = {
    ...hops,
    figure: "from a handler's end to the start of the next, with the record between them",
  } as const;
  const many = {
    figure: `steps a second, ${AT_ONCE} sessions in flight`,
    unit: "steps/s",
    clock: "real",
  } as const;
  const step = percentilesOf(ours.overheadMs);
  const bookMs = step.p50 * book.steps;
  return [
    {
      ...{ ...hops, who: "mekuri", ...percentilesOf(ours.hopMs) },
      limits: [
        { of: "p50", kind: "at most", value: 15 },
        { of: "p99", kind: "at most", value: 60 },
      ],
    },
    { ...hops, who: OFFICIAL, ...percentilesOf(ours.official.hopMs), limits: [] },
    { ...hops, who: bullmq.who, ...percentilesOf(bullmq.hopMs ?? []), limits: [] },
    { ...handovers, who: "mekuri", ...percentilesOf(ours.handoverMs), limits: [] },
    { ...handovers, who: bullmq.who, ...percentilesOf(bullmq.handoverMs), limits: [] },
    {
      ...{ ...handovers, who: dbos.who, ...percentilesOf(dbos.handoverMs), limits: [] },
      note: "its next step is a function call in the same process, so there is no separate hop to measure",
    },
    { ...hops, figure: "a step without its own work", who: "mekuri", ...step, limits: [] },
    {
      ...{
        figure: "overhead of a session of 8 pages, relative to its model time in sequence",
        who: "mekuri",
        unit: "%",
        clock: "real",
      },
      ...percentilesOf([(bookMs / book.modelMs) * 100]),
      limits: [{ of: "p50", kind: "at most", value: 1 }],
      note: `${book.steps} steps in sequence at the median of a step, relative to their ${rounded(book.modelMs / 1_000)} s by the bound of graph.ts; in a book five pictures are drawn concurrently and slow each other down: the rows of book have the time of a whole book beyond its bound`,
    },
    {
      ...{ ...many, who: "mekuri", ...percentilesOf([ours.stepsPerSecond]) },
      limits: [
        {
          of: "p50",
          kind: "at least",
          value: rounded(dbos.stepsPerSecond / 5),
          why: "a fifth of DBOS in this run",
        },
      ],
      note: OURS,
    },
    { ...many, who: OFFICIAL, ...percentilesOf([ours.official.stepsPerSecond]), limits: [] },
    { ...many, who: bullmq.who, ...percentilesOf([bullmq.stepsPerSecond]), limits: [] },
    { ...many, who: dbos.who, ...percentilesOf([dbos.stepsPerSecond]), limits: [], note: THEIRS },
  ];
}
