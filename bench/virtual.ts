// Books on a virtual clock: the pipeline's own runner on in-memory stores, with models whose latencies and failure rates follow a profile.
// Only the models take time.
import { RetryableError } from "../lib/pipeline/errors.ts";
import { deliverAll, type SampleBook, sample, seedDurationMs } from "../lib/pipeline/sample-session.ts";
import type { Schedule } from "../lib/pipeline/schedule.ts";
import { DEFAULT_SETTINGS, type Limits } from "../lib/pipeline/settings.ts";
import { type Chance, seededChance } from "../lib/pipeline/simulation/chance.ts";
import { parseStepId, type StepRef, stepId } from "../lib/pipeline/step-id.ts";
import { noUsage } from "../lib/pipeline/usage.ts";

export interface VirtualBook {
  /** Milliseconds from the start to the end, and to the first composed page. */
  totalMs: number;
  firstPageMs: number;
  /** The maximum number of pictures drawn at once. */
  mostImages: number;
  schedule: Schedule;
}

export interface Profile {
  durationMs(ref: StepRef, chance: Chance): number;
  /** Time of the check of each picture; absent: pictures are not checked. */
  lookMs?: number;
  /** Probability that a picture fails after its time. */
  failing: number;
}

export const SEED: Profile = { durationMs: (ref) => seedDurationMs(ref), failing: 0 };

/** A check of each picture, at the seed's time. */
export const LOOKED_AT: Profile = { ...SEED, lookMs: 500 };

/**
 * A vendor's statistics of an image model: lognormal, p50 13.3 s, p95 24.7 s, 8.4 % failures. Texts take the seed's times, because they are
 * a small part and no statistics of them are published.
 */
export const MEASURED: Profile = {
  durationMs: (ref, chance) => (isImage(ref) ? lognormal(13_300, 24_700, chance) : seedDurationMs(ref)),
  failing: 0.084,
};

export function isImage({ of }: StepRef): boolean {
  return of !== "book" && of !== "page" && of !== "gate" && of !== "export";
}

/** The standard normal distribution's 95th percentile. */
const Z95 = 1.6449;

function lognormal(p50: number, p95: number, chance: Chance): number {
  const sigma = Math.log(p95 / p50) / Z95;
  const [u, v] = [1 - chance.next(), chance.next()];
  return p50 * Math.exp(sigma * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v));
}

interface Wanted {
  pages: number;
  limits: Limits;
  profile: Profile;
  seed: number;
  /** The place of each page, if there are sheets. */
  sheets?: readonly string[];
}

/** Five panels a page and three people, as in the seed. */
export async function virtualBook({ pages, limits, profile, seed, sheets }: Wanted): Promise<VirtualBook> {
  const chance = seededChance(seed);
  const { lookMs } = profile;
  const plan: SampleBook = {
    ...{ characters: ["c1", "c2", "c3"], pages, panels: 5 },
    durationMs: (ref) => (lookMs !== undefined && isImage(ref) ? 0 : profile.durationMs(ref, chance)),
    ...(sheets && { sheets }),
  };
  const book = sample(plan, { settings: { ...DEFAULT_SETTINGS, limits } });
  const { tools, clock } = book;
  const pictures: Span[] = [];
  const made = async (ms: number, signal: AbortSignal, spans: Span[]) => {
    const from = clock.now();
    await clock.sleep(ms, signal);
    spans.push({ from, to: clock.now() });
    return { usage: noUsage("virtual") };
  };
  tools.before = async (ref, { signal, call }) => {
    if (!isImage(ref)) return;
    if (lookMs !== undefined) {
      const free = { model: "virtual", upToMicros: 0 };
      await call({ ...free, make: () => made(profile.durationMs(ref, chance), signal, pictures) });
      await call({ ...free, slotless: true, make: () => made(lookMs, signal, []) });
    }
    if (!chance.happens(profile.failing)) return;
    await clock.sleep(plan.durationMs(ref), signal);
    const run = tools.runs.findLast(({ step }) => step === stepId(ref));
    if (run !== undefined) run.endedAt = clock.now();
    throw new RetryableError("the model failed");
  };
  const startedAt = clock.now();
  const sessionId = await book.start(sheets && { sheets: true });
  await deliverAll(book);
  const schedule = await book.services.schedules.read(sessionId);
  if (schedule?.state.status !== "completed") throw new Error(`the book ended as ${schedule?.state.status}`);
  const runs = tools.runs.map(({ step, startedAt: from, endedAt: to = from }) => ({ step, from, to }));
  const composed = runs.filter(({ step }) => /^lettering\/p\d+$/.test(step)).map(({ to }) => to - startedAt);
  return {
    totalMs: schedule.state.endedAt - startedAt,
    firstPageMs: Math.min(...composed),
    mostImages: mostAtOnce(
      lookMs === undefined ? runs.filter(({ step }) => isImage(parseStepId(step))) : pictures,
    ),
    schedule,
  };
}

interface Span {
  from: number;
  to: number;
}

/** Maximum number of overlapping intervals. Touching intervals do not overlap. */
export function mostAtOnce(intervals: readonly Span[]): number {
  const edges = intervals.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to, by: -1 },
  ]);
  let [now, most] = [0, 0];
  for (const { by } of edges.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
