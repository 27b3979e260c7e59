// A step's own document: its worker, its attempts, its cost. Claims write nothing else. Times are milliseconds of the store's own clock.
import * as z from "zod";
import { StepBatchSchema } from "./batch.ts";
import { KeptReferencesSchema } from "./reference.ts";
import { UsedSchema } from "./usage.ts";

export const StepRecordSchema = z.object({
  schemaVersion: z.literal(1),
  step: z.string(),
  /** The release of its last claim. */
  release: z.int().nonnegative(),
  /** Increases with every claim; only the holder of the last one may record. */
  fence: z.int().nonnegative(),
  /** Claims of this release that count as attempts: not those that were busy, or that ran out of time with new answers. */
  attempt: z.int().nonnegative(),
  /** Claims of this release in a row that were busy and remembered nothing new. */
  busy: z.int().nonnegative(),
  /** Until when the claim holds; null when there is none. */
  leaseUntil: z.number().nullable(),
  /** It may not be claimed before this time. */
  notBefore: z.number().nullable(),
  /** The highest release that has left flight. */
  settled: z.int().nonnegative(),
  /** The fence whose record settled it; null when it lapsed or was dropped without a worker. */
  settledFence: z.int().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** First claim of this release. */
  startedAt: z.number().nullable(),
  /** The time of its last exit, where that exit's result was taken. */
  endedAt: z.number().nullable(),
  /** Micro-dollars by fence, so that a cost settled twice counts once. */
  paid: z.record(z.string(), z.int().nonnegative()),
  /** The usage of the claim that settled it; null when it made no call. */
  used: UsedSchema.nullable().default(null),
  /** The part of its paid cost that the session's sum includes. */
  countedMicros: z.int().nonnegative(),
  /** The part of the taken output that clients see. */
  view: z.record(z.string(), z.unknown()),
  /** The hash of that output; another one may count by now, because it was edited or returned to. */
  viewOf: z.string().optional(),
  /** The pictures sent with its question, by the input for which they were chosen; absent for steps that send none. */
  references: KeptReferencesSchema.optional(),
  /** The batch in which its picture was ordered; written before it is submitted, removed when the step leaves flight. */
  batch: StepBatchSchema.optional(),
});
export type StepRecord = z.infer<typeof StepRecordSchema>;

export function newStepRecord(step: string): StepRecord {
  return {
    schemaVersion: 1,
    step,
    release: 0,
    fence: 0,
    attempt: 0,
    busy: 0,
    leaseUntil: null,
    notBefore: null,
    settled: 0,
    settledFence: null,
    error: null,
    startedAt: null,
    endedAt: null,
    paid: {},
    used: null,
    countedMicros: 0,
    view: {},
  };
}

/** The sum paid for this step, over all attempts. */
export function paidMicros(record: StepRecord): number {
  return Object.values(record.paid).reduce((sum, micros) => sum + micros, 0);
}
