// Ends vendors' batches that nobody waits for any more: those that a step left, and before a session is deleted all that vendors still make of
// it, and keep of what they were sent.
import type { Batches } from "./batch.ts";
import { withoutLeftBatches } from "./left-batches.ts";
import type { Schedule } from "./schedule.ts";
import type { ScheduleStore } from "./schedule-store.ts";
import { endBatch } from "./step-batch.ts";

interface Ports {
  schedules: Pick<ScheduleStore, "update">;
  /** Undefined where nobody can ask vendors: the sweep finds somebody. */
  batches?: Batches | undefined;
}

/**
 * Ends the batches that a step left, as far as they can be found by now. One whose vendor does not answer stays, and the sweep has it tried
 * again. Throws `BusyError` when the store is down, and `SessionMissingError`.
 */
export async function endLeftBatches(
  { schedules, batches }: Ports,
  { sessionId, leftBatches = [] }: Schedule,
  { step, now }: { step: string; now: number },
): Promise<void> {
  const due = leftBatches.filter((one) => one.step === step && one.endableAt <= now);
  if (batches === undefined || due.length === 0) return;
  const asked = await Promise.all(
    due.map(async (batch) => ({ batch, isOver: await endBatch(batches, { sessionId, step, batch }) })),
  );
  const ended = asked.flatMap(({ batch, isOver }) => (isOver ? [batch] : []));
  if (ended.length === 0) return;
  // Nothing of that is to be seen, so `seq` stays.
  await schedules.update(sessionId, undefined, ({ schedule }) => {
    const without = withoutLeftBatches(schedule, ended);
    return without === schedule ? { value: undefined } : { schedule: without, value: undefined };
  });
}

/** A vendor that does not answer keeps it until its own time is up. Throws `BusyError` when the store is down. */
export async function endBatchesOf(
  {
    schedules,
    batches,
  }: { schedules: Pick<ScheduleStore, "read" | "readSteps">; batches: Batches | undefined },
  sessionId: string,
): Promise<void> {
  const { inFlight = {}, leftBatches = [] } = (await schedules.read(sessionId)) ?? {};
  if (batches === undefined) return;
  const records = await schedules.readSteps(sessionId, Object.keys(inFlight));
  const kept = [...records.values()].flatMap(({ step, batch }) => (batch ? [{ step, batch }] : []));
  const left = leftBatches.map((batch) => ({ step: batch.step, batch }));
  await Promise.all([...kept, ...left].map((one) => endBatch(batches, { sessionId, ...one })));
}
