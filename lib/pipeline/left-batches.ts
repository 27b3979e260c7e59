// Batches whose step left flight, with or without a worker, in a session that runs or has ended. The exit writes the batch into the
// schedule in the same commit, so it is known until it is ended at its vendor, even if the worker dies. The worker that recorded the exit
// ends it (`end-batches.ts`); otherwise the sweep, which has no access to models, publishes the step's message, and the runner that gets
// the message ends the batch. Pure.
import { findableAt, type LeftBatch } from "./batch.ts";
import type { Schedule } from "./schedule.ts";
import type { Timings } from "./settings.ts";
import type { StepRecord } from "./step-record.ts";

/** A vendor ends a batch by itself after two days; after that it is not asked to. */
const LONGEST_IN_BATCHES = 2;

interface At {
  now: number;
  timings: Timings;
}

/** Adds the batch of a step that leaves flight; the sweep checks it after the time in which the recording worker should have ended it. */
export function withLeftBatch(
  schedule: Schedule,
  { step, batch }: Pick<StepRecord, "step" | "batch">,
  { now, timings }: At,
): Schedule {
  if (batch === undefined) return schedule;
  const { over, question: _, ...known } = batch;
  // A batch that gave nothing, or that has an id, is not being submitted any more.
  const endableAt = over === true || batch.id !== undefined ? now : findableAt(batch, timings);
  const checkAt = Math.max(now + timings.unclaimedMs, endableAt);
  return {
    ...schedule,
    leftBatches: [...(schedule.leftBatches ?? []), { step, ...known, endableAt, checkAt }],
  };
}

/** The schedule without those that were ended. */
export function withoutLeftBatches(schedule: Schedule, ended: readonly LeftBatch[]): Schedule {
  const { leftBatches = [], ...rest } = schedule;
  const left = leftBatches.filter((one) => !ended.some((other) => isSame(one, other)));
  if (left.length === leftBatches.length) return schedule;
  return left.length === 0 ? rest : { ...rest, leftBatches: left };
}

const isSame = (one: LeftBatch, other: LeftBatch) =>
  one.step === other.step && one.fence === other.fence && one.n === other.n;

/** When the sweep should check left batches. */
export const leftBatchTimes = ({ leftBatches = [] }: Pick<Schedule, "leftBatches">): number[] =>
  leftBatches.map(({ checkAt }) => checkAt);

/** The sweep's decision about due batches: `due` are those that a runner has to end. Those that vendors have ended by now are removed. */
export function planLeftBatches(
  schedule: Schedule,
  { now, timings }: At,
): { schedule: Schedule; due: LeftBatch[] } {
  const { leftBatches = [] } = schedule;
  if (!leftBatches.some(({ checkAt }) => checkAt <= now)) return { schedule, due: [] };
  const isGone = ({ at }: LeftBatch) => now - at >= LONGEST_IN_BATCHES * timings.batchMs;
  const later = leftBatches.map((one) =>
    one.checkAt <= now ? { ...one, checkAt: now + timings.batchLookMs } : one,
  );
  return {
    schedule: withoutLeftBatches({ ...schedule, leftBatches: later }, leftBatches.filter(isGone)),
    due: leftBatches.filter((one) => one.checkAt <= now && !isGone(one)),
  };
}
