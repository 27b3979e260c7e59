// Ends vendors' batches that are no longer needed: those that a step left, and, before a session is deleted, all its batches with the files
// sent for them.
import type { Batches } from "./batch.ts";
import { withoutLeftBatches } from "./left-batches.ts";
import type { Schedule } from "./schedule.ts";
import type { ScheduleStore } from "./schedule-store.ts";
import { endBatch } from "./step-batch.ts";

interface Ports {
  schedules: Pick<ScheduleStore, "update">;
  /** Undefined if vendors cannot be asked: the sweep passes the work to a worker. */
  batches?: Batches | undefined;
}

/**
 * Ends the abandoned batches of a step that can be found. A batch whose vendor does not answer stays, and the sweep tries again. Throws
 * `BusyError` if the store is down, and `SessionMissingError`.
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
  // Clients do not see this, so `seq` stays.
  await schedules.update(sessionId, undefined, ({ schedule }) => {
    const without = withoutLeftBatches(schedule, ended);
    return without === schedule ? { value: undefined } : { schedule: without, value: undefined };
  });
}

/** A vendor that does not answer keeps the batch until it runs out by itself. Throws `BusyError` when the store is down. */
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
