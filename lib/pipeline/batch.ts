// A picture made in a vendor's batch: half the price, and up to a day. The batch's fields in a step's document, the order to a model, and
// the port that looks a batch up while its step is parked.
import * as z from "zod";
import { callKey } from "./budget.ts";
import type { Timings } from "./settings.ts";

/** The batch's fields in a step's document. One batch at most, and of fixed size. */
export const StepBatchSchema = z.object({
  /** The input for which the step runs, and the hash of the question. */
  input: z.string(),
  question: z.string(),
  /**
   * The claim and the call that ordered it. Together with session and step they identify the ledger's row, whose id is the batch's display
   * name.
   */
  fence: z.int().positive(),
  n: z.int().positive(),
  /** The model's id in the catalog. */
  model: z.string(),
  /** When it was written here, which is before it was submitted. */
  at: z.number(),
  /** Time of the last look-up by its name, which submits it if it is missing. Absent: never, or written by an older version. */
  soughtAt: z.number().optional(),
  /** The vendor's name of it, once it is known. Absent: it may or may not have been submitted. */
  id: z.string().optional(),
  /** It gave nothing, its row is settled, and the step continues by single calls. */
  over: z.literal(true).optional(),
});
export type StepBatch = z.infer<typeof StepBatchSchema>;

/**
 * A batch whose submission was not confirmed may be in transit, or not listed yet. It is looked up after this part of the interval (200 s),
 * longer than a submission may take.
 */
const FIND_AFTER = 2 / 3;

/** From this time on a batch without an id can be found, or does not exist. */
export const findableAt = (
  { at, soughtAt = at }: Pick<StepBatch, "at" | "soughtAt">,
  timings: Pick<Timings, "batchLookMs">,
): number => soughtAt + timings.batchLookMs * FIND_AFTER;

/** A batch whose step left flight, until it is ended at its vendor. */
export const LeftBatchSchema = StepBatchSchema.omit({ question: true, over: true }).extend({
  step: z.string(),
  /** From this time on it can be found at its vendor. */
  endableAt: z.number(),
  /** When the sweep should have a runner end it. */
  checkAt: z.number(),
});
export type LeftBatch = z.infer<typeof LeftBatchSchema>;

/** The id of the ledger's row, unique among all sessions. */
export const batchName = (
  sessionId: string,
  step: string,
  { fence, n }: Pick<StepBatch, "fence" | "n">,
): string => `${sessionId}.${callKey({ sessionId, step, fence, n })}`;

/** The order to a vendor about a batch. */
export interface BatchOrder {
  /** Its display name. */
  name: string;
  /** The vendor's own name, if known. */
  id?: string | undefined;
  /**
   * `submit`: it is new. `find`: look it up by its display name, and submit it if it is missing, because creation is not idempotent.
   * `look`: its state. `end`: cancel it if it still runs, and delete it at the vendor with all its data.
   */
  wish: "submit" | "find" | "look" | "end";
}

export type BatchState<T> =
  | { kind: "running"; id: string }
  | { kind: "made"; made: T }
  /** It is over, or not there, without an answer. `micros`: its cost; absent where it cannot be learned. */
  | { kind: "lost"; reason: string; micros?: number };

/** Identifies a batch where its question is not at hand. */
export type KnownBatch = Pick<StepBatch, "model" | "id"> & { name: string };

/** Port to vendors' batches. Both throw `BusyError`, `RetryableError` and `TerminalError` as a model's `ask` does. */
export interface Batches {
  isRunning(batch: KnownBatch): Promise<boolean>;
  /** As the wish `end`; nothing for a batch that is not there. */
  end(batch: KnownBatch): Promise<void>;
}
