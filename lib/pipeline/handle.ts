// Handles a message: one function from the schedule to the answer. Pub/Sub may deliver a message any number of times, in any order and
// long after its step is done. That does no harm, because the schedule is read first, a claim excludes every other worker, and only
// the holder of the last claim may record.
import { claimStep } from "./claim-step.ts";
import { completedBefore, completeStep } from "./complete-step.ts";
import { endLeftBatches } from "./end-batches.ts";
import { BusyError, isStoreRefused } from "./errors.ts";
import { awaitLease, beginHandling, endHandling } from "./handling.ts";
import type { StepMessage } from "./message.ts";
import { inSessionTrace, projectChange, publishReleased } from "./publish-and-project.ts";
import { recentOutputs } from "./recent-outputs.ts";
import { runClaimedStep } from "./run-claimed-step.ts";
import type { Worker } from "./run-step.ts";
import { SessionMissingError } from "./schedule-store.ts";
import { failRefused } from "./session.ts";
import { settle } from "./settle.ts";

/** `ack`: Pub/Sub may forget the message (204). `unavailable`: the stores are down, it should come again (503). */
type Answer = "ack" | "unavailable";

/**
 * `isFirst`: Pub/Sub counts this as the message's first delivery. A worker that dies between record and publish leaves a message that
 * is delivered again, so a first delivery that finds its step done has nothing to publish again.
 * Throws what is a bug, and nothing that a step or a store throws.
 */
export async function handle<Tools>(
  worker: Worker<Tools>,
  message: StepMessage,
  isFirst: boolean,
): Promise<Answer> {
  const { sessionId, step, inputHash } = message;
  const handling = beginHandling(worker, message);
  try {
    for (;;) {
      const readAt = worker.clock.now();
      const seen = await worker.schedules.readWith(sessionId, step, inputHash);
      if (seen === undefined) return "ack";
      const { schedule, now } = seen;
      // The sweep publishes the message of a step with an abandoned batch, because the sweep itself may not ask the vendor.
      await endLeftBatches(worker, schedule, { step, now });
      const flight = schedule.inFlight[step];
      const isInFlight = flight?.input === inputHash;
      if (!isInFlight && isFirst) break;

      const claim = isInFlight ? await claimStep(worker, handling, { ...seen, flight, readAt }) : undefined;
      const end = claim?.kind === "claimed" ? await runClaimedStep(worker, handling, claim) : claim;
      if (end?.kind === "again") continue;
      if (end?.kind === "over") break;

      const completion =
        end === undefined
          ? await completedBefore(worker, schedule, step)
          : await completeStep(worker, handling, end);
      await inSessionTrace(worker, completion.after, async () => {
        await publishReleased(worker, completion);
        await projectChange(worker, completion);
      });
      await settle(worker, completion, end);
      if (completion.heldUntil === undefined) break;
      const next = await awaitLease(worker, handling, completion.heldUntil);
      if (next.kind === "over") break;
    }
    await endHandling(worker, handling);
    return "ack";
  } catch (error) {
    // The session was deleted.
    if (error instanceof SessionMissingError) return "ack";
    if (error instanceof BusyError) return "unavailable";
    if (!isStoreRefused(error)) throw error;
    await failRefused(worker, message, error);
    return "ack";
  } finally {
    handling.turn.end();
  }
}

export interface Runner {
  handle(message: StepMessage, options?: { isFirst?: boolean }): Promise<Answer>;
}

/** `handle` for the phases, the tools and the ports of one function. */
export function createRunner<Tools>(parts: Omit<Worker<Tools>, "outputs">): Runner {
  const worker = { ...parts, outputs: recentOutputs(parts.blobs) };
  return {
    handle: (message, { isFirst = false } = {}) => handle(worker, message, isFirst),
  };
}
