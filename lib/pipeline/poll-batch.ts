// Handles a message of a parked step: asks the vendor for the state of its batch, and lets the step continue when the batch is over.
import { batchName, type StepBatch } from "./batch.ts";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";
import { flushTimeline, type Handling, type Next, publishInBackground } from "./handling.ts";
import { planUnpark } from "./parked-steps.ts";
import type { Worker } from "./run-step.ts";
import type { Flight } from "./schedule.ts";
import type { Seen } from "./schedule-store.ts";

export async function pollBatch<Tools>(
  worker: Worker<Tools>,
  handling: Handling,
  { record, now, flight: { release } }: Seen & { flight: Flight },
): Promise<Next> {
  const { sessionId, step } = handling.message;
  const batch = record?.batch;
  const isLate = batch !== undefined && now - batch.at >= worker.settings.timings.batchMs;
  if (batch !== undefined && !isLate && (await isRunning(worker, { sessionId, step, batch })))
    return { kind: "over" };
  const unparked = await worker.schedules.update(sessionId, undefined, (current) =>
    planUnpark(current, { step, release }, worker.settings),
  );
  publishInBackground(worker, handling, unparked);
  await flushTimeline(worker, unparked.after, handling);
  return { kind: "again" };
}

/** Where the vendor does not answer, the next poll asks again. A refusal is left to the step itself, which gets it from the vendor. */
async function isRunning<Tools>(
  { batches }: Worker<Tools>,
  { sessionId, step, batch }: { sessionId: string; step: string; batch: StepBatch },
): Promise<boolean> {
  if (batches === undefined) return false;
  try {
    return await batches.isRunning({
      name: batchName(sessionId, step, batch),
      model: batch.model,
      id: batch.id,
    });
  } catch (error) {
    if (error instanceof TerminalError) return false;
    if (error instanceof BusyError || error instanceof RetryableError) return true;
    throw error;
  }
}
