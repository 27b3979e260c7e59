// Runs a claimed step under its watch. The result is an exit to record, or a claim that is given back: to try again, to rest until its
// model has room, or to be parked while a vendor makes its picture in a batch.
import { bookLapsed } from "./booking.ts";
import { type GiveBack, type GivenBack, planGiveBack } from "./claim.ts";
import { type Claimed, type Ended, spent } from "./claim-step.ts";
import { flushTimeline, type Handling, type Next, publishAgain, publishInBackground } from "./handling.ts";
import { planPark } from "./parked-steps.ts";
import type { Outcome } from "./record.ts";
import { type Moved, planRest } from "./rest.ts";
import { type Ran, runStep, type Worker } from "./run-step.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";
import { callEvents, claimEvents, givenBackEvent, noteEvents } from "./timeline.ts";

/** A step that ends sooner writes its begin and end events together. */
const BEGIN_SHOWN_AFTER_MS = 400;

export async function runClaimedStep<Tools>(
  worker: Worker<Tools>,
  handling: Handling,
  claimed: Claimed,
): Promise<Ended | Next> {
  const { sessionId, step } = handling.message;
  const { release } = claimed.flight;
  const { fence, attempt, at, lapsedFence, record } = claimed.claim;
  let { schedule } = claimed;
  handling.events.push(...claimEvents(step, claimed.claim));
  const shown = showBegin(worker, handling, claimed);
  const ref = parseStepId(step);
  if (ref.of === "gate") throw new RangeError(`${step} is completed by a person`);
  const deadlineMs = worker.settings.timings.stepDeadlineMs - (worker.clock.now() - handling.arrivedAt);
  // The worker of the claim before may have died during a paid call.
  if (lapsedFence !== undefined) {
    await bookLapsed(worker, { sessionId, step, belowFence: fence, keep: record.batch });
  }
  const claimedMs = worker.clock.now();
  const ran = await runStep(worker, {
    ...{ schedule, node: nodeOf(ref), release, fence, deadlineMs, claimedSince: claimed.claimedSince },
    ...{ input: claimed.flight.input, record, at, isFirst: claimed.claim.isFirst, turn: handling.turn },
    onMoved(moved: Moved) {
      schedule = moved.after;
      publishInBackground(worker, handling, moved);
    },
    onUnsure() {
      handling.isUnsure = true;
    },
  });
  await shown.end();
  handling.events.push(...callEvents({ step, fence, attempt, at }, claimedMs, ran.calls));
  handling.events.push(...noteEvents({ step, release, at }, claimedMs, ran.notes));
  const { ended, paidMicros, usages, batch } = ran;
  // The batch's cost belongs to the claim that ordered it.
  if (batch?.isSettled && batch.batch.fence < fence) {
    await bookLapsed(worker, { sessionId, step, belowFence: fence });
  }
  const outcome =
    ended.kind === "exit" ? ended.outcome : await giveBack(worker, handling, { claimed, ended, ran });
  if (outcome.kind === "again" || outcome.kind === "over") return outcome;
  const exit = { step, release, fence, outcome, paidMicros, usages };
  return { kind: "ended", exit, known: { schedule, record }, leavesBatch: batch?.isSettled === false };
}

/** Writes the begin event of a step that takes longer, while the step works. */
function showBegin<Tools>(
  worker: Worker<Tools>,
  handling: Handling,
  { schedule }: Claimed,
): { end(): Promise<void> } {
  const over = new AbortController();
  const shown = worker.clock.sleep(BEGIN_SHOWN_AFTER_MS, over.signal).then(() => {
    if (!over.signal.aborted) return flushTimeline(worker, schedule, handling);
  });
  shown.catch(() => {});
  return {
    end() {
      // With a reason, because Node creates an error with its stack where there is none.
      over.abort("the work is over");
      return shown;
    },
  };
}

/** Gives the claim back. Returns an outcome if it was the last allowed claim, or was lost. */
async function giveBack<Tools>(
  worker: Worker<Tools>,
  handling: Handling,
  { claimed, ended, ran }: { claimed: Claimed; ended: Exclude<Ran["ended"], { kind: "exit" }>; ran: Ran },
): Promise<Outcome | Next> {
  const { sessionId, step } = handling.message;
  const { fence, attempt, at } = claimed.claim;
  handling.turn.end();
  const back = {
    ...{ release: claimed.flight.release, fence, kept: ran.kept, paidMicros: ran.paidMicros },
    ...{ jitter: worker.random(), timings: worker.settings.timings },
  };
  if (ended.kind === "parked") {
    const error = { code: "parked", message: "its picture is made in a batch" };
    return park(worker, handling, {
      ...{ ...back, kind: "parked", batchId: ended.id, error, retryAfterMs: undefined },
    });
  }
  const { kind, error, retryAfterMs } = ended;
  const given = { ...back, kind, error, retryAfterMs };
  const result =
    kind === "busy" && retryAfterMs !== undefined
      ? await rest(worker, handling, given)
      : await worker.schedules.updateStep(sessionId, step, (record, now) => planGiveBack(record, given, now));
  if (result.kind === "last") return spent(step, error);
  if (result.kind === "lost") return { kind: "dropped" };
  handling.events.push(givenBackEvent({ step, fence, attempt, at }, given, result));
  if (kind !== "continued") return { kind: "again" };
  await flushTimeline(worker, claimed.schedule, handling);
  return publishAgain(worker, handling);
}

/** Gives a claim back, with its slot, until the step's batch is over. */
async function park<Tools>(worker: Worker<Tools>, handling: Handling, back: GiveBack): Promise<Next> {
  const { sessionId, step } = handling.message;
  const parked = await worker.schedules.update(sessionId, step, (current) =>
    planPark(current, { ...back, step }, worker.settings),
  );
  publishInBackground(worker, handling, parked);
  await flushTimeline(worker, parked.after, handling);
  const isParked = parked.after.inFlight[step]?.parkedSince !== undefined;
  return { kind: isParked || parked.back.kind === "lost" ? "over" : "again" };
}

/** Gives a claim back, with its slot, and releases the steps that can use the slot. */
async function rest<Tools>(worker: Worker<Tools>, handling: Handling, back: GiveBack): Promise<GivenBack> {
  const { sessionId, step } = handling.message;
  const rested = await worker.schedules.update(sessionId, step, (current) =>
    planRest(current, { ...back, step }, worker.settings),
  );
  publishInBackground(worker, handling, rested);
  return rested.back;
}
