// The batch of one claim's step: ordered by the first call that may be made so, written to the step's document before it is submitted, looked
// up by its name before it is submitted again, and settled once. Deciders, and what calls them. Whoever dies here leaves a document that
// says what to look for; nothing is ordered twice.
import {
  type Batches,
  type BatchOrder,
  type BatchState,
  batchName,
  findableAt,
  type StepBatch,
} from "./batch.ts";
import { type Held, isHeld } from "./claim.ts";
import type { CostMeter } from "./cost-meter.ts";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";
import type { Ledger } from "./ledger.ts";
import type { ModelCall } from "./phase.ts";
import type { ScheduleStore, StepChange } from "./schedule-store.ts";
import type { Timings } from "./settings.ts";
import type { StepRecord } from "./step-record.ts";
import type { Usage } from "./usage.ts";
import { StepAborted } from "./watch.ts";

/** The step's picture is being made in a batch: it has to wait for the sweep. */
export class ParkedError extends Error {
  override readonly name = "ParkedError";
  /** The vendor's name of the batch. */
  readonly id: string;
  constructor(id: string) {
    super("the picture is made in a batch");
    this.id = id;
  }
}

/** Writes what is known of a claim's batch; a new one gets its time. Undefined where the claim is not the last one any more. */
export function planBatch(
  record: StepRecord | undefined,
  { batch: known, ...claim }: Held & { batch: Omit<StepBatch, "at"> & { at?: number } },
  now: number,
): StepChange<StepBatch | undefined> {
  if (!isHeld(record, claim)) return { value: undefined };
  const batch = { ...known, at: known.at ?? now };
  return { step: { ...record, batch }, value: batch };
}

export interface StepBatchParts extends Held {
  schedules: Pick<ScheduleStore, "updateStep">;
  ledger: Pick<Ledger, "settle">;
  /** Undefined: nobody would look after a batch, so none is ordered. */
  batches: Batches | undefined;
  meter: Pick<CostMeter, "order">;
  sessionId: string;
  step: string;
  input: string;
  /** The step's document as its claim wrote it, at the store's time `at`. */
  record: StepRecord;
  at: number;
  timings: Pick<Timings, "batchMs" | "batchLookMs">;
  onUsed(usage: Usage): void;
}

export interface KeptBatch {
  batch: StepBatch;
  isSettled: boolean;
}

export interface StepBatchDesk {
  /**
   * What the batch gave; undefined for a call that is to be made by itself. Throws `ParkedError` while the batch runs, `StepAborted` where
   * the claim was lost, and what the call, the ledger and the store throw.
   */
  answer<T extends { usage: Usage }>(call: ModelCall<T>, question: string): Promise<T | undefined>;
  /**
   * The answer was remembered elsewhere meanwhile, so that nothing waits for the batch: its row holds no money back from the step's further
   * calls, and counts in full, as one whose cost nobody learns. The exit of the step has the batch ended.
   */
  forgo(call: ModelCall<{ usage: Usage }>, question: string): Promise<void>;
  /** The batch that the step's document holds now, and whether the claim knows what it cost; undefined where it has none. */
  kept(): KeptBatch | undefined;
}

export function openStepBatch(parts: StepBatchParts): StepBatchDesk {
  const { schedules, ledger, meter, sessionId, step, input, release, fence, at } = parts;
  let batch = parts.record.batch;
  let isSettled = false;
  /** Only the first call of a release is made so: those that follow are about a picture that came. */
  let mayOrder = batch === undefined && parts.batches !== undefined;

  const nameOf = (one: StepBatch) => batchName(sessionId, step, one);

  async function write(next: Omit<StepBatch, "at"> & { at?: number }): Promise<StepBatch> {
    const written = await schedules.updateStep(sessionId, step, (record, now) =>
      planBatch(record, { release, fence, batch: next }, now),
    );
    if (written === undefined) throw new StepAborted("lease-lost");
    batch = written;
    return written;
  }

  async function order<T extends { usage: Usage }>(call: ModelCall<T>, question: string): Promise<StepBatch> {
    const row = await meter.order(call);
    const ordered = await write({ input, question, fence, n: row.n, model: call.model });
    // From here on the document says what the row is for.
    row.outlive();
    return ordered;
  }

  /** An answer that is not remembered, because somebody died over it, is asked for again: it costs nothing twice. */
  async function settle(one: StepBatch, micros: number | undefined): Promise<void> {
    await ledger.settle({ sessionId, step, fence: one.fence, n: one.n }, micros);
    isSettled = true;
  }

  return {
    async answer(call, question) {
      const ask = call.batch;
      if (ask === undefined) return undefined;
      const isNew = mayOrder;
      mayOrder = false;
      const one = isNew ? await order(call, question) : batch;
      if (one === undefined || one.over || one.input !== input || one.question !== question) return undefined;
      const isLate = at - one.at >= parts.timings.batchMs;
      const wish = isLate ? "end" : isNew ? "submit" : one.id === undefined ? "find" : "look";
      const leftMs = Math.ceil(findableAt(one, parts.timings) - at);
      if (wish === "find" && leftMs > 0) throw new BusyError("its batch may be on its way", leftMs);
      const state = await asked(ask, { name: nameOf(one), id: one.id, wish });
      if (state.kind === "running") throw new ParkedError(state.id);
      await settle(one, state.kind === "made" ? state.made.usage.costMicros : state.micros);
      if (state.kind === "lost") {
        await write({ ...one, over: true });
        return undefined;
      }
      parts.onUsed(state.made.usage);
      return state.made;
    },
    async forgo(call, question) {
      if (call.batch === undefined || batch === undefined || batch.over || batch.question !== question)
        return;
      await ledger.settle({ sessionId, step, fence: batch.fence, n: batch.n }, undefined);
    },
    kept: () => batch && { batch, isSettled: isSettled || batch.over === true },
  };
}

/** What a service refuses to take as a batch has cost nothing, and is asked for by itself: there it says what is wrong. */
async function asked<T>(
  ask: (order: BatchOrder) => Promise<BatchState<T>>,
  order: BatchOrder,
): Promise<BatchState<T>> {
  try {
    return await ask(order);
  } catch (error) {
    const isRefused = error instanceof TerminalError && (order.wish === "submit" || order.wish === "find");
    if (!isRefused) throw error;
    return { kind: "lost", reason: error.message, micros: 0 };
  }
}

/**
 * Ends a batch that nobody waits for any more. False where its vendor does not answer: it may be asked again. What it refuses, it refuses
 * again, and ends the batch by its own time.
 */
export async function endBatch(
  batches: Batches,
  {
    sessionId,
    step,
    batch,
  }: { sessionId: string; step: string; batch: Pick<StepBatch, "fence" | "n" | "model" | "id"> },
): Promise<boolean> {
  try {
    await batches.end({ name: batchName(sessionId, step, batch), model: batch.model, id: batch.id });
    return true;
  } catch (error) {
    if (error instanceof TerminalError) return true;
    if (error instanceof BusyError || error instanceof RetryableError) return false;
    throw error;
  }
}
