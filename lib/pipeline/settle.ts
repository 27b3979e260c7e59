// The settlement of a completed step: reservations of its claims that are not booked, the unspent part of an ended session, and batches
// that it left at a vendor. It follows the record, because the record decides which result counts.
import { bookLapsed, bookLeft, bookRest } from "./booking.ts";
import type { Ended } from "./claim-step.ts";
import type { Completion } from "./complete-step.ts";
import { endLeftBatches } from "./end-batches.ts";
import type { Worker } from "./run-step.ts";

/** `ended`: undefined where the step was completed before. Throws `BusyError` when a store is down. */
export async function settle<Tools>(
  worker: Worker<Tools>,
  { kind, after, record }: Completion,
  ended: Ended | undefined,
): Promise<void> {
  if (ended === undefined || record === undefined || kind === undefined) return;
  const { sessionId } = after;
  const { step } = ended.exit;
  if (kind !== "refused" && kind !== "repeated") {
    await bookRest(worker, after);
    await bookLeft(worker, { kind, after, record });
  }
  await endLeftBatches(worker, after, { step, now: after.updatedAt });
  // The cost of a batch whose result was not used is unknown.
  if (ended.leavesBatch && kind !== "refused" && kind !== "repeated") {
    await bookLapsed(worker, { sessionId, step, belowFence: (ended.exit.fence ?? 0) + 1 });
  }
}
