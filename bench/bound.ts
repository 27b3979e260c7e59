// Lower bound of a book's time: its steps' times run through the plan of `graph.ts`, without overhead; and the time without overlap, in
// which each phase waits for all of the last. Pure functions.
import { plan } from "../lib/pipeline/graph.ts";
import type { Flight, Schedule } from "../lib/pipeline/schedule.ts";
import type { Limits } from "../lib/pipeline/settings.ts";
import { PHASES, parseStepId, type StepRef } from "../lib/pipeline/step-id.ts";

export interface Bound {
  totalMs: number;
  /** Time at which the first page is composed. */
  firstPageMs: number;
  /** The critical path: the steps that the end waited for. */
  path: string[];
  /** Sum of all steps' times, split into model time and other time. */
  workMs: number;
}

interface Bounded {
  /** Duration of a step in milliseconds. */
  durationMs: (ref: StepRef) => number;
  limits: Limits;
}

/** `finished`: a finished schedule, which lists its steps. Throws for an unfinished one. */
export function boundOf(finished: Schedule, { durationMs, limits }: Bounded): Bound {
  let schedule: Schedule = {
    ...finished,
    state: { status: "running" },
    results: {},
    inFlight: {},
    gates: {},
  };
  const running: { step: string; endsAt: number }[] = [];
  /** For each step, the step whose end released it. */
  const after = new Map<string, string | undefined>();
  let now = 0;
  let workMs = 0;
  let firstPageMs = Number.NaN;
  let last: string | undefined;
  for (;;) {
    const { release } = plan(schedule, limits);
    const inFlight = { ...schedule.inFlight };
    for (const { step, input } of release) {
      const ms = durationMs(parseStepId(step));
      workMs += ms;
      running.push({ step, endsAt: now + ms });
      after.set(step, last);
      inFlight[step] = flightOf(input);
    }
    const ended = running.toSorted((a, b) => a.endsAt - b.endsAt)[0];
    if (ended === undefined) break;
    running.splice(running.indexOf(ended), 1);
    now = ended.endsAt;
    last = ended.step;
    if (Number.isNaN(firstPageMs) && last.startsWith("lettering/")) firstPageMs = now;
    const { [last]: flight, ...others } = inFlight;
    const result = finished.results[last];
    if (result === undefined || flight === undefined) throw new RangeError(`the book lacks ${last}`);
    schedule = {
      ...schedule,
      inFlight: others,
      results: { ...schedule.results, [last]: { ...result, input: flight.input } },
    };
  }
  if (!plan(schedule, limits).finished) throw new RangeError("the book is not finished");
  const path: string[] = [];
  for (let step = last; step !== undefined; step = after.get(step)) path.unshift(step);
  return { totalMs: now, firstPageMs, path, workMs };
}

/** The same book without overlap: its steps in the slots of their phase, phase after phase. */
export function lineMs(finished: Schedule, { durationMs, limits }: Bounded): number {
  let sum = 0;
  const steps = Object.keys(finished.results).map(parseStepId);
  for (const phase of PHASES) {
    const ofBook = steps.filter((ref) => ref.phase === phase && ref.of === "book");
    const others = steps.filter((ref) => ref.phase === phase && ref.of !== "book");
    const isDrawn = others[0]?.of === "character" || others[0]?.of === "panel";
    sum += inSlots(ofBook.map(durationMs), 1);
    sum += inSlots(others.map(durationMs), isDrawn ? limits.images : limits.others);
  }
  return sum;
}

/** End of the last step if each starts as soon as there is a slot. */
function inSlots(durationsMs: readonly number[], slots: number): number {
  const ends: number[] = Array(slots).fill(0);
  for (const ms of durationsMs) {
    const first = ends.indexOf(Math.min(...ends));
    ends[first] = (ends[first] ?? 0) + ms;
  }
  return Math.max(...ends);
}

function flightOf(input: string): Flight {
  return { release: 1, input, epoch: 0, at: 0, by: "bound", checkAt: 0 };
}
