// Handles one delivered message: claims its step, runs it, records the result, publishes what it released, shows it.
// Pub/Sub may deliver a message any number of times, in any order; this file is why that does not matter.
import { planClaim } from "./claim.ts";
import { awaitLease, awaitTurn, type Delivery, type Next } from "./delivery.ts";
import { followBeside, record, spent, tell } from "./delivery-ends.ts";
import { endLeftBatches } from "./end-batches.ts";
import { BusyError, isStoreRefused } from "./errors.ts";
import { catchUp } from "./follow-up.ts";
import { currentInput } from "./graph.ts";
import type { StepMessage } from "./message.ts";
import { lookAtParked } from "./parked-step.ts";
import { planShowing, type Showing } from "./plan-showing.ts";
import { show } from "./projecting.ts";
import { recentOutputs } from "./recent-outputs.ts";
import { planResume } from "./rest.ts";
import type { RunOptions } from "./run-step.ts";
import { isLive, type Schedule } from "./schedule.ts";
import { type Change, type Seen, SessionMissingError } from "./schedule-store.ts";
import { failRefused } from "./session.ts";
import { sessionTurns } from "./session-turns.ts";
import { type WorkOptions, workStep } from "./work-step.ts";

/** `ack`: Pub/Sub may forget the message (204). `unavailable`: the stores are down, it should come again (503). */
type Answer = "ack" | "unavailable";

export interface Runner {
  /**
   * `isFirst`: Pub/Sub counts this as the message's first delivery. Whoever dies between record and publish leaves a message
   * that is delivered again, so a first delivery that finds its step done has nothing to make up for.
   * Never throws what a step or a store throws; a bug here it does.
   */
  handle(message: StepMessage, options?: { isFirst?: boolean }): Promise<Answer>;
}

export function createRunner<Tools>(parts: Omit<RunOptions<Tools>, "outputs">): Runner {
  const options = {
    ...parts,
    outputs: recentOutputs(parts.blobs),
    inTurn: sessionTurns(LONGEST_TURN_MS, parts.clock),
  };
  return {
    async handle(message, { isFirst = false } = {}) {
      try {
        await handleMessage(options, message, isFirst);
        return "ack";
      } catch (error) {
        // A session that was deleted needs no more work.
        if (error instanceof SessionMissingError) return "ack";
        if (error instanceof BusyError) return "unavailable";
        if (!isStoreRefused(error)) throw error;
        await failRefused(options, message, error);
        return "ack";
      }
    },
  };
}

/** Nobody with an answer in hand waits longer for those before. */
const LONGEST_TURN_MS = 250;

async function handleMessage<Tools>(
  options: WorkOptions<Tools>,
  message: StepMessage,
  isFirst: boolean,
): Promise<void> {
  const arrivedAt = options.clock.now();
  const delivery: Delivery = {
    message,
    isFirst,
    arrivedAt,
    lease: undefined,
    events: [],
    following: [],
    isUnsure: false,
  };
  while ((await turn(options, delivery)) === "again");
  await Promise.all(delivery.following);
  if (delivery.isUnsure) await publishUnclaimed(options, message);
}

/** Publishes what the step may have released while its answer was lost. */
async function publishUnclaimed<Tools>(
  options: WorkOptions<Tools>,
  { sessionId, step }: StepMessage,
): Promise<void> {
  const schedule = await options.schedules.read(sessionId);
  if (schedule !== undefined) await catchUp(options, schedule, step);
}

/** Looks at the session as it is now and does what it asks for. */
async function turn<Tools>(options: WorkOptions<Tools>, delivery: Delivery): Promise<Next> {
  const { sessionId, step, inputHash } = delivery.message;
  const claimedSince = options.clock.now();
  const seen = await options.schedules.readWith(sessionId, step, inputHash);
  if (seen === undefined) return "answer";
  const { schedule } = seen;
  const flight = schedule.inFlight[step];
  // The sweep publishes the message of a step that left a batch: nobody else may ask the vendor.
  await endLeftBatches(options, schedule, { step, now: seen.now });
  if (flight === undefined || flight.input !== inputHash) {
    // A copy of it is no reason to publish copies of what follows: under load each would bring further ones.
    if (!delivery.isFirst) await catchUp(options, schedule, step);
    return "answer";
  }
  const { release } = flight;
  if (flight.parkedSince !== undefined) return lookAtParked(options, delivery, seen);
  if (!isLive(schedule.state) || currentInput(schedule, step) !== flight.input) {
    const exit = { step, release, fence: null, outcome: { kind: "dropped" }, paidMicros: 0 } as const;
    const { kind, record: left } = await record(options, delivery, exit);
    if (kind !== "refused" || left.leaseUntil === null) return "answer";
    // Somebody works on it, or died over it: as with any lease, this message is not done before that is known.
    const { leaseUntil: until, fence } = left;
    const leftMs = options.settings.timings.heartbeatMs;
    return awaitLease(options, delivery, { kind: "leased", fence, until, leftMs });
  }
  if (flight.restsUntil !== undefined) return takeSlot(options, delivery, release);
  // Before the claim: a store that fails here costs no attempt.
  const running = schedule.state.status === "queued" ? await showRunning(options, seen) : schedule;
  const { timings } = options.settings;
  const claim = await options.schedules.updateStep(
    sessionId,
    step,
    (record, now) => planClaim(record, { step, release, timings }, now),
    seen,
  );
  switch (claim.kind) {
    case "settled":
      return "again";
    case "leased":
      return awaitLease(options, delivery, claim);
    case "early":
      // This delivery may end without an exit of the step.
      await tell(options, schedule, delivery);
      return awaitTurn(options, delivery, claim.leftMs);
    case "spent": {
      const outcome = spent(step, claim.error);
      await record(options, delivery, { step, release, fence: null, outcome, paidMicros: 0 });
      return "answer";
    }
    case "claimed":
      return workStep(options, delivery, {
        // What was written meanwhile, unless others have moved on as well.
        schedule: running.inFlight[step] === flight ? running : schedule,
        ...{ flight, claim, claimedSince },
      });
  }
}

/** Has a step that rests take a slot again, when its time has come and there is one. */
async function takeSlot<Tools>(
  options: WorkOptions<Tools>,
  delivery: Delivery,
  release: number,
): Promise<Next> {
  const { sessionId, step } = delivery.message;
  const resumed = await options.schedules.update(sessionId, undefined, (current) =>
    planResume(current, { step, release }, options.settings),
  );
  const { leftMs, after } = resumed;
  followBeside(options, delivery, resumed);
  if (leftMs === 0) return "again";
  // This delivery may end without an exit of the step.
  await tell(options, after, delivery);
  return awaitTurn(options, delivery, leftMs);
}

/** The first step of a session shows people that it runs. Gives the schedule as it is then. */
async function showRunning<Tools>(options: RunOptions<Tools>, seen: Seen): Promise<Schedule> {
  const { running, rest } = await options.schedules.update(
    seen.schedule.sessionId,
    undefined,
    ({ schedule, now }): Change<{ running: Schedule; rest?: Showing | undefined }> => {
      if (schedule.state.status !== "queued") return { value: { running: schedule } };
      const { seq } = schedule;
      const running: Schedule = { ...schedule, state: { status: "running" }, seq: seq + 1, updatedAt: now };
      const { shown, rest } = planShowing(running, { urgent: true }, new Map());
      return { schedule: running, shown, value: { running, rest } };
    },
    seen,
  );
  if (rest !== undefined) await show(options, running, rest);
  return running;
}
