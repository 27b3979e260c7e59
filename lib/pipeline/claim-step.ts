// From a read schedule to a claim of the message's step, or to the reason why there is none.
import { type Claim, planClaim } from "./claim.ts";
import { currentInput } from "./graph.ts";
import { awaitLease, awaitTurn, type Handling, type Next, publishInBackground } from "./handling.ts";
import { type Projection, planProjection } from "./plan-projection.ts";
import { pollBatch } from "./poll-batch.ts";
import { project } from "./project.ts";
import type { Exit, Outcome } from "./record.ts";
import { planResume } from "./rest.ts";
import type { Worker } from "./run-step.ts";
import { type Flight, isLive, type Schedule } from "./schedule.ts";
import type { Change, Seen } from "./schedule-store.ts";

/** A step's flight as it was read. `readAt`: the local clock before the read. */
export interface SeenFlight extends Seen {
  flight: Flight;
  readAt: number;
}

export interface Claimed {
  kind: "claimed";
  schedule: Schedule;
  flight: Flight;
  claim: Claim & { kind: "claimed" };
  /** The claim was made at this time of the local clock or later. */
  claimedSince: number;
}

/** A step that is to leave flight. */
export interface Ended {
  kind: "ended";
  exit: Exit;
  /** Both documents as the worker last read or wrote them, where it claimed the step. The exit's changes are foreseen from them. */
  known?: Pick<Seen, "schedule" | "record"> | undefined;
  /** The step leaves a batch whose cost is not booked. */
  leavesBatch?: boolean | undefined;
}

export async function claimStep<Tools>(
  worker: Worker<Tools>,
  handling: Handling,
  seen: SeenFlight,
): Promise<Claimed | Ended | Next> {
  const { sessionId, step } = handling.message;
  const { schedule, flight, readAt: claimedSince } = seen;
  const { release } = flight;
  const isWanted = isLive(schedule.state) && currentInput(schedule, step) === flight.input;
  if (!isWanted) return unclaimed(step, release, { kind: "dropped" });
  if (flight.parkedSince !== undefined) return pollBatch(worker, handling, seen);
  if (flight.restsUntil !== undefined) return takeSlot(worker, handling, release);
  // Before the claim: a store that fails here costs no attempt.
  const running = schedule.state.status === "queued" ? await showRunning(worker, sessionId) : schedule;
  const { timings } = worker.settings;
  const claim = await worker.schedules.updateStep(sessionId, step, (record, now) =>
    planClaim(record, { step, release, timings }, now),
  );
  switch (claim.kind) {
    case "settled":
      return { kind: "again" };
    case "leased":
      return awaitLease(worker, handling, claim);
    case "early":
      return awaitTurn(worker, handling, { schedule, leftMs: claim.leftMs });
    case "spent":
      return unclaimed(step, release, spent(step, claim.error));
    case "claimed": {
      // The schedule as written meanwhile, unless others have changed the step's flight as well.
      const known = running.inFlight[step] === flight ? running : schedule;
      return { kind: "claimed", schedule: known, flight, claim, claimedSince };
    }
  }
}

function unclaimed(step: string, release: number, outcome: Outcome): Ended {
  return { kind: "ended", exit: { step, release, fence: null, outcome, paidMicros: 0 } };
}

/** The outcome of a step that has used all its claims. */
export function spent(step: string, error: { code: string; message: string } | null): Outcome {
  const message = error?.message ?? "every worker of this step stopped without an answer";
  return { kind: "failed", reason: { code: error?.code ?? "lapsed", message, step, retryable: true } };
}

/** Lets a resting step take a slot again, if its time has come and a slot is free. */
async function takeSlot<Tools>(worker: Worker<Tools>, handling: Handling, release: number): Promise<Next> {
  const { sessionId, step } = handling.message;
  const resumed = await worker.schedules.update(sessionId, undefined, (current) =>
    planResume(current, { step, release }, worker.settings),
  );
  const { leftMs, after: schedule } = resumed;
  publishInBackground(worker, handling, resumed);
  return leftMs === 0 ? { kind: "again" } : awaitTurn(worker, handling, { schedule, leftMs });
}

/** The first step of a session marks it as running. Gives the schedule after that. */
async function showRunning<Tools>(worker: Worker<Tools>, sessionId: string): Promise<Schedule> {
  const { running, rest } = await worker.schedules.update(
    sessionId,
    undefined,
    ({ schedule, now }): Change<{ running: Schedule; rest?: Projection | undefined }> => {
      if (schedule.state.status !== "queued") return { value: { running: schedule } };
      const { seq } = schedule;
      const running: Schedule = { ...schedule, state: { status: "running" }, seq: seq + 1, updatedAt: now };
      const { shown, rest } = planProjection(running, { urgent: true }, new Map());
      return { schedule: running, shown, value: { running, rest } };
    },
  );
  if (rest !== undefined) await project(worker, running, rest);
  return running;
}
