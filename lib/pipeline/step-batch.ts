// The batch of one claim's step: ordered by the first call that may be made so, written to the step's document before it is submitted,
// looked up by its name before it is submitted again, and settled once. If the worker dies between these, the document says what to look
// for, so nothing is ordered twice. Deciders, and the functions that call them.
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

/** The step's picture is being made in a batch: the step waits for the sweep. */
export class ParkedError extends Error {
  override readonly name = "ParkedError";
  /** The vendor's name of the batch. */
  readonly id: string;
  constructor(id: string) {
    super("the picture is made in a batch");
    this.id = id;
  }
}

/**
 * Writes the state of a claim's batch; a new one, and one about to be looked up by its name, also gets the time. Undefined where the claim
 * is no longer the last one.
 */
export function planBatch(
  record: StepRecord | undefined,
  { batch: known, isSought, ...claim }: Held & { batch: UntimedBatch; isSought?: boolean },
  now: number,
): StepChange<StepBatch | undefined> {
  if (!isHeld(record, claim)) return { value: undefined };
  const batch = { ...known, at: known.at ?? now, ...(isSought && { soughtAt: now }) };
  return { step: { ...record, batch }, value: batch };
}

type UntimedBatch = Omit<StepBatch, "at"> & { at?: number };

export interface StepBatchParts extends Held {
  schedules: Pick<ScheduleStore, "updateStep">;
  ledger: Pick<Ledger, "settle">;
  /** Undefined: no batch is ordered, because none could be looked up later. */
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
   * The batch's result; undefined for a call that is to be made singly. Throws `ParkedError` while the batch runs, `StepAborted` where the
   * claim was lost, and what the call, the ledger and the store throw.
   */
  answer<T extends { usage: Usage }>(call: ModelCall<T>, question: string): Promise<T | undefined>;
  /**
   * Gives up a batch whose answer was remembered elsewhere meanwhile: its row counts in full and holds no budget back from the step's
   * further calls. The step's exit has the batch ended.
   */
  forgo(call: ModelCall<{ usage: Usage }>, question: string): Promise<void>;
  /** The batch that the step's document holds now, and whether the claim knows what it cost; undefined where it has none. */
  kept(): KeptBatch | undefined;
}

export function openStepBatch(parts: StepBatchParts): StepBatchDesk {
  const { schedules, ledger, meter, sessionId, step, input, release, fence, at } = parts;
  let batch = parts.record.batch;
  let isSettled = false;
  /** Only the first call of a release is made in a batch: later ones repair a picture that exists. */
  let mayOrder = batch === undefined && parts.batches !== undefined;

  const nameOf = (one: StepBatch) => batchName(sessionId, step, one);

  async function write(next: UntimedBatch, isSought = false): Promise<StepBatch> {
    const written = await schedules.updateStep(sessionId, step, (record, now) =>
      planBatch(record, { release, fence, batch: next, isSought }, now),
    );
    if (written === undefined) throw new StepAborted("lease-lost");
    batch = written;
    return written;
  }

  async function order<T extends { usage: Usage }>(call: ModelCall<T>, question: string): Promise<StepBatch> {
    const row = await meter.order(call);
    const ordered = await write({ input, question, fence, n: row.n, model: call.model });
    // From here on the document says which row belongs to the batch.
    row.outlive();
    return ordered;
  }

  /** An answer that was lost with its worker is fetched again, at no further cost. */
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
      // The look may submit the batch, and its answer may be lost: the next look waits as long as after the first submission.
      if (wish === "find") await write(one, true);
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

/** A batch that a service refuses has cost nothing; the call is then made singly, and its error names the cause. */
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
 * Ends a batch that is no longer needed. False where its vendor does not answer: it may be asked again. A refusal would be repeated, so it
 * counts as the end; the batch runs out by its own time.
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
