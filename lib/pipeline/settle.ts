// The settlement of a completed step: what its claims have reserved and nobody booked, what an ended session did not spend, and batches
// that it left at a vendor's. It follows the record, because only that says what counts.
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
  // Of a batch that was not taken nobody knows what it costs.
  if (ended.leavesBatch && kind !== "refused" && kind !== "repeated") {
    await bookLapsed(worker, { sessionId, step, belowFence: (ended.exit.fence ?? 0) + 1 });
  }
}
