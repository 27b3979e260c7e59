// A step's own document: who works on it, how often it was tried, what it cost. Claims touch nothing else.
// Times are milliseconds of the store's own clock.
import * as z from "zod";
import { StepBatchSchema } from "./batch.ts";
import { KeptReferencesSchema } from "./reference.ts";
import { UsedSchema } from "./usage.ts";

export const StepRecordSchema = z.object({
  schemaVersion: z.literal(1),
  step: z.string(),
  /** The release that it was last claimed for. */
  release: z.int().nonnegative(),
  /** Rises with every claim; only the holder of the last one may record. */
  fence: z.int().nonnegative(),
  /** Claims of this release that count: those that were busy, or that ran out of time with new answers, do not. */
  attempt: z.int().nonnegative(),
  /** Claims of this release in a row that were busy and remembered nothing new. */
  busy: z.int().nonnegative(),
  /** Until when the claim holds; null when nobody works on it. */
  leaseUntil: z.number().nullable(),
  /** Nobody may claim it before. */
  notBefore: z.number().nullable(),
  /** The highest release that has left flight. */
  settled: z.int().nonnegative(),
  /** The fence whose record settled it; null when it lapsed or was dropped without a worker. */
  settledFence: z.int().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** First claim of this release. */
  startedAt: z.number().nullable(),
  /** When its last exit was, where its result was taken then. */
  endedAt: z.number().nullable(),
  /** Micro-dollars by fence, so that settling twice counts once. */
  paid: z.record(z.string(), z.int().nonnegative()),
  /** What the calls of the claim used that settled it; null when it made none. */
  used: UsedSchema.nullable().default(null),
  /** How much of what was paid the session's sum holds. */
  countedMicros: z.int().nonnegative(),
  /** The small part of the taken output that clients see. */
  view: z.record(z.string(), z.unknown()),
  /** The hash of that output; another one may count by now, because it was edited or returned to. */
  viewOf: z.string().optional(),
  /** The pictures that go along with its question, by the input that they were chosen for; absent of steps that send none. */
  references: KeptReferencesSchema.optional(),
  /** The batch that its picture was ordered in; written before it is submitted, gone when the step leaves flight. */
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

/** Everything that was paid for this step, over all attempts. */
export function paidMicros(record: StepRecord): number {
  return Object.values(record.paid).reduce((sum, micros) => sum + micros, 0);
}
