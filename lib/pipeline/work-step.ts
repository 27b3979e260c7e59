// Works on a step that a delivery has claimed: runs it, and records how it ended or gives the claim back.
import { bookLapsed } from "./booking.ts";
import { type Claim, type GiveBack, type GivenBack, planGiveBack } from "./claim.ts";
import { comeAgain, type Delivery, type Next } from "./delivery.ts";
import { followBeside, record, spent, tell } from "./delivery-ends.ts";
import { planPark } from "./parked-steps.ts";
import type { Outcome } from "./record.ts";
import { type Moved, planRest } from "./rest.ts";
import { type RunOptions, runStep } from "./run-step.ts";
import type { Flight, Schedule } from "./schedule.ts";
import { type Homeward, openHomeward, type SessionTurns } from "./session-turns.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";
import { callEvents, claimEvents, givenBackEvent, noteEvents } from "./timeline.ts";

export interface WorkOptions<Tools> extends RunOptions<Tools> {
  /**
   * Steps whose paid answers come together bring them home one after another: keep, store and record. What the first releases begins
   * when that is recorded, and not when the last is; with calls of equal length, answers do not come together any more.
   */
  inTurn: SessionTurns;
}

/** A step that ends sooner tells of its begin and its end together. */
const TELL_AFTER_MS = 400;

export interface Claimed {
  schedule: Schedule;
  flight: Flight;
  claim: Claim & { kind: "claimed" };
  claimedSince: number;
}

export async function workStep<Tools>(
  options: WorkOptions<Tools>,
  delivery: Delivery,
  claimed: Claimed,
): Promise<Next> {
  const homeward = openHomeward(options.inTurn, claimed.schedule.sessionId);
  try {
    return await workHomeward(options, delivery, claimed, homeward);
  } finally {
    homeward.end();
  }
}

async function workHomeward<Tools>(
  options: WorkOptions<Tools>,
  delivery: Delivery,
  { schedule, flight, claim, claimedSince }: Claimed,
  homeward: Homeward,
): Promise<Next> {
  const { schedules, clock, settings, random } = options;
  const { sessionId, step } = delivery.message;
  const { release } = flight;
  const { fence, attempt, at } = claim;
  delivery.events.push(...claimEvents(step, claim));
  // Beside the work: people see soon that it began, and the step does not wait for it.
  const over = new AbortController();
  const telling = clock.sleep(TELL_AFTER_MS, over.signal).then(() => {
    if (!over.signal.aborted) return tell(options, schedule, delivery);
  });
  telling.catch(() => {});
  const ref = parseStepId(step);
  if (ref.of === "gate") throw new RangeError(`${step} is for a person to complete`);
  const deadlineMs = settings.timings.stepDeadlineMs - (clock.now() - delivery.arrivedAt);
  // The worker of the claim before may have died over a paid call.
  if (claim.lapsedFence !== undefined) {
    await bookLapsed(options, { sessionId, step, belowFence: fence, keep: claim.record.batch });
  }
  let newest = schedule;
  const assignment = {
    ...{ schedule, node: nodeOf(ref), release, fence, deadlineMs, claimedSince, homeward },
    ...{ input: flight.input, record: claim.record, at, isFirst: claim.isFirst },
    onMoved(moved: Moved) {
      newest = moved.after;
      followBeside(options, delivery, moved);
    },
    onUnsure() {
      delivery.isUnsure = true;
    },
  };
  const claimedMs = clock.now();
  const { ended, paidMicros, usages, calls, kept, notes, batch } = await runStep(options, assignment);
  // By the store's clock: it was that late when the claim was written, and as much later has it become since.
  const seen = { schedule: newest, record: claim.record, now: at + clock.now() - claimedMs };
  // With a reason: without one, Node makes an error, and its stack.
  over.abort("the work is over");
  await telling;
  const claimed = { step, fence, attempt, at };
  delivery.events.push(...callEvents(claimed, claimedMs, calls));
  delivery.events.push(...noteEvents({ step, release, at }, claimedMs, notes));
  // What it cost belongs to the claim that ordered it.
  if (batch?.isSettled && batch.batch.fence < fence)
    await bookLapsed(options, { sessionId, step, belowFence: fence });
  const leaveFlight = async (outcome: Outcome, recording?: Parameters<typeof record>[3]): Promise<Next> => {
    const exit = { step, release, fence, outcome, paidMicros, usages };
    const { kind } = await record(options, delivery, exit, recording);
    // Of a batch that was not taken nobody knows what it costs.
    const isLeft = kind !== "refused" && kind !== "repeated" && batch?.isSettled === false;
    if (isLeft) await bookLapsed(options, { sessionId, step, belowFence: fence + 1 });
    return "answer";
  };
  if (ended.kind === "exit") return leaveFlight(ended.outcome, { seen, onRecorded: homeward.end });
  const { timings } = settings;
  const jitter = random();
  if (ended.kind === "parked") {
    const error = { code: "parked", message: "its picture is made in a batch" };
    const giveBack = { release, fence, error, kept, paidMicros, jitter, timings, retryAfterMs: undefined };
    return park(options, delivery, { ...giveBack, kind: "parked", batchId: ended.id });
  }

  const { kind, error, retryAfterMs } = ended;
  const giveBack = { release, fence, kind, error, kept, retryAfterMs, paidMicros, jitter, timings };
  const back =
    kind === "busy" && retryAfterMs !== undefined
      ? await rest(options, delivery, giveBack)
      : await schedules.updateStep(sessionId, step, (record, now) => planGiveBack(record, giveBack, now));
  if (back.kind === "again") {
    delivery.events.push(givenBackEvent(claimed, giveBack, back));
    if (kind !== "continued") return "again";
    await tell(options, schedule, delivery);
    return comeAgain(options, delivery);
  }
  return leaveFlight(back.kind === "last" ? spent(step, error) : { kind: "dropped" });
}

/** Gives a claim back with its slot until the step's batch is over. */
async function park<Tools>(
  options: RunOptions<Tools>,
  delivery: Delivery,
  giveBack: GiveBack,
): Promise<Next> {
  const { sessionId, step } = delivery.message;
  const parked = await options.schedules.update(sessionId, step, (current) =>
    planPark(current, { ...giveBack, step }, options.settings),
  );
  followBeside(options, delivery, parked);
  await tell(options, parked.after, delivery);
  const isParked = parked.after.inFlight[step]?.parkedSince !== undefined;
  return isParked || parked.back.kind === "lost" ? "answer" : "again";
}

/** Gives a claim back with its slot, and lets those have it who can use it. */
async function rest<Tools>(
  options: RunOptions<Tools>,
  delivery: Delivery,
  giveBack: GiveBack,
): Promise<GivenBack> {
  const { sessionId, step } = delivery.message;
  const rested = await options.schedules.update(sessionId, step, (current) =>
    planRest(current, { ...giveBack, step }, options.settings),
  );
  followBeside(options, delivery, rested);
  return rested.back;
}
