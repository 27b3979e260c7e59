// A picture that is made in a vendor's batch: half the price, and up to a day. What a step's document keeps of it, what a model is asked of
// it, and the port to whoever looks after it while the step is parked.
import * as z from "zod";
import { callKey } from "./budget.ts";
import type { Timings } from "./settings.ts";

/** What a step's document keeps of its batch. One at most, and of fixed size. */
export const StepBatchSchema = z.object({
  /** The input that the step is run for, and the hash of the question. */
  input: z.string(),
  question: z.string(),
  /** The claim and the call that ordered it: with session and step the ledger's row, whose id is the batch's display name. */
  fence: z.int().positive(),
  n: z.int().positive(),
  /** The catalog's id. */
  model: z.string(),
  /** When it was written here: before it was submitted. */
  at: z.number(),
  /** When it was last looked up by its name, which submits it where there is none. Absent: never, or by a version that did not note it. */
  soughtAt: z.number().optional(),
  /** The vendor's own name of it, as soon as that is known. Absent: it may have been submitted or not. */
  id: z.string().optional(),
  /** It gave nothing, its row is settled, and the step goes on by single calls. */
  over: z.literal(true).optional(),
});
export type StepBatch = z.infer<typeof StepBatchSchema>;

/**
 * A batch whose submission nobody has heard of may be on its way, or not listed yet: it is looked up after this part of the time between
 * looks, which is 200 s, longer than a submission may take.
 */
const FIND_AFTER = 2 / 3;

/** From when on a batch that has no id is there, or will not be. */
export const findableAt = (
  { at, soughtAt = at }: Pick<StepBatch, "at" | "soughtAt">,
  timings: Pick<Timings, "batchLookMs">,
): number => soughtAt + timings.batchLookMs * FIND_AFTER;

/** A batch whose step left flight, until it is ended at the vendor's. */
export const LeftBatchSchema = StepBatchSchema.omit({ question: true, over: true }).extend({
  step: z.string(),
  /** From when on it can be found there. */
  endableAt: z.number(),
  /** When the sweep should have somebody end it. */
  checkAt: z.number(),
});
export type LeftBatch = z.infer<typeof LeftBatchSchema>;

/** The id of the ledger's row, unique among all sessions. */
export const batchName = (
  sessionId: string,
  step: string,
  { fence, n }: Pick<StepBatch, "fence" | "n">,
): string => `${sessionId}.${callKey({ sessionId, step, fence, n })}`;

/** What is wanted of a batch. */
export interface BatchOrder {
  /** Its display name. */
  name: string;
  /** The vendor's own name, where it is known. */
  id?: string | undefined;
  /**
   * `submit`: it is new. `find`: looked up by its display name, and submitted where there is none: creating one is not idempotent.
   * `look`: how far it is. `end`: cancelled, if it still runs, and taken away at the vendor's with all that was sent.
   */
  wish: "submit" | "find" | "look" | "end";
}

export type BatchState<T> =
  | { kind: "running"; id: string }
  | { kind: "made"; made: T }
  /** It is over, or not there, without an answer. `micros`: what it cost; absent where nobody says. */
  | { kind: "lost"; reason: string; micros?: number };

/** Which batch, for those who look after it without its question. */
export type KnownBatch = Pick<StepBatch, "model" | "id"> & { name: string };

/** Port to vendors' batches. Both throw `BusyError`, `RetryableError` and `TerminalError` as a model's `ask` does. */
export interface Batches {
  isRunning(batch: KnownBatch): Promise<boolean>;
  /** As the wish `end`; nothing for one that is not there. */
  end(batch: KnownBatch): Promise<void>;
}
