// Batches whose step left flight, by an exit with or without a worker, of a session that runs or has ended. The exit writes the batch into the
// schedule in the same commit, so it is known until it is ended at the vendor's, whoever dies. Whoever recorded the exit ends it
// (`end-batches.ts`); else the sweep, which may not ask models, publishes the step's message, and the runner that gets it ends the batch. Pure.
import { findableAt, type LeftBatch } from "./batch.ts";
import type { Schedule } from "./schedule.ts";
import type { Timings } from "./settings.ts";
import type { StepRecord } from "./step-record.ts";

/** A vendor ends a batch by itself after two days: from then on nobody asks for it any more. */
const LONGEST_IN_BATCHES = 2;

interface At {
  now: number;
  timings: Timings;
}

/** With the batch of a step that leaves flight; the sweep looks after it when whoever records that should have ended it. */
export function withLeftBatch(
  schedule: Schedule,
  { step, batch }: Pick<StepRecord, "step" | "batch">,
  { now, timings }: At,
): Schedule {
  if (batch === undefined) return schedule;
  const { over, question: _, ...known } = batch;
  // Of one that gave nothing, or that has an id, nothing is on its way any more.
  const endableAt = over === true || batch.id !== undefined ? now : findableAt(batch, timings);
  const checkAt = Math.max(now + timings.unclaimedMs, endableAt);
  return {
    ...schedule,
    leftBatches: [...(schedule.leftBatches ?? []), { step, ...known, endableAt, checkAt }],
  };
}

/** Without those that were ended. */
export function withoutLeftBatches(schedule: Schedule, ended: readonly LeftBatch[]): Schedule {
  const { leftBatches = [], ...rest } = schedule;
  const left = leftBatches.filter((one) => !ended.some((other) => isSame(one, other)));
  if (left.length === leftBatches.length) return schedule;
  return left.length === 0 ? rest : { ...rest, leftBatches: left };
}

const isSame = (one: LeftBatch, other: LeftBatch) =>
  one.step === other.step && one.fence === other.fence && one.n === other.n;

/** When the sweep should look at batches that were left. */
export const leftBatchTimes = ({ leftBatches = [] }: Pick<Schedule, "leftBatches">): number[] =>
  leftBatches.map(({ checkAt }) => checkAt);

/** What the sweep does about batches that are due: `due` are those that somebody has to end. It forgets those that vendors have ended. */
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
