// What a delivery does with a parked step: asks the vendor how far its batch is, has the step go on when that is over, and ends a batch that
// nobody wants any more.
import { batchName, type StepBatch } from "./batch.ts";
import type { Delivery, Next } from "./delivery.ts";
import { followBeside, record, tell } from "./delivery-ends.ts";
import { BusyError, RetryableError, TerminalError } from "./errors.ts";
import { currentInput } from "./graph.ts";
import { planUnpark } from "./parked-steps.ts";
import type { RunOptions } from "./run-step.ts";
import { isLive } from "./schedule.ts";
import type { Seen } from "./schedule-store.ts";

export async function lookAtParked<Tools>(
  options: RunOptions<Tools>,
  delivery: Delivery,
  { schedule, record: known, now }: Seen,
): Promise<Next> {
  const { sessionId, step } = delivery.message;
  const flight = schedule.inFlight[step];
  if (flight === undefined) return "answer";
  const { release } = flight;
  const batch = known?.batch;
  if (!isLive(schedule.state) || currentInput(schedule, step) !== flight.input) {
    const exit = { step, release, fence: null, outcome: { kind: "dropped" }, paidMicros: 0 } as const;
    await record(options, delivery, exit);
    return "answer";
  }
  const isLate = batch !== undefined && now - batch.at >= options.settings.timings.batchMs;
  if (batch !== undefined && !isLate && (await isRunning(options, { sessionId, step, batch })))
    return "answer";
  const unparked = await options.schedules.update(sessionId, undefined, (current) =>
    planUnpark(current, { step, release }, options.settings),
  );
  followBeside(options, delivery, unparked);
  await tell(options, unparked.after, delivery);
  return "again";
}

/** Where the vendor does not answer, the next look will tell. What it refuses, the step itself is to be told. */
async function isRunning<Tools>(
  { batches }: RunOptions<Tools>,
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
