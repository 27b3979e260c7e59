// Before a session is deleted: what vendors still make of it is ended, and what they were sent is taken away there.
import type { Batches } from "./batch.ts";
import type { ScheduleStore } from "./schedule-store.ts";
import { endBatch } from "./step-batch.ts";

/** A vendor that does not answer keeps it until its own time is up. Throws `BusyError` when the store is down. */
export async function endBatchesOf(
  {
    schedules,
    batches,
  }: { schedules: Pick<ScheduleStore, "read" | "readSteps">; batches: Batches | undefined },
  sessionId: string,
): Promise<void> {
  const { inFlight = {} } = (await schedules.read(sessionId)) ?? {};
  const parked = Object.keys(inFlight).filter((step) => inFlight[step]?.parkedSince !== undefined);
  if (parked.length === 0 || batches === undefined) return;
  const records = await schedules.readSteps(sessionId, parked);
  await Promise.all(
    [...records.values()].map(({ step, batch }) => batch && endBatch(batches, { sessionId, step, batch })),
  );
}
