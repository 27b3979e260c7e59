// Handles one delivered message: claims its step, runs it, records the result, publishes what it released, shows it.
// Pub/Sub may deliver a message any number of times, in any order; this file is why that does not matter.
import { bookLapsed } from "./booking.ts";
import { type Claim, type GiveBack, type GivenBack, planClaim, planGiveBack } from "./claim.ts";
import { awaitLease, awaitTurn, type Delivery, type Next } from "./delivery.ts";
import { BusyError } from "./errors.ts";
import { catchUp, followUp } from "./follow-up.ts";
import { currentInput } from "./graph.ts";
import { type Leaving, leave } from "./leave.ts";
import type { StepMessage } from "./message.ts";
import { planShowing, type Showing } from "./plan-showing.ts";
import { show } from "./projecting.ts";
import { recentOutputs } from "./recent-outputs.ts";
import type { Exit, Outcome, Recorded } from "./record.ts";
import { planRest, planResume } from "./rest.ts";
import { type RunOptions, runStep } from "./run-step.ts";
import { type Flight, isLive, type Schedule } from "./schedule.ts";
import { type Change, type Seen, SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import { openTurn, type SessionTurns, sessionTurns, type Turn } from "./session-turns.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";
import { callEvents, claimEvents, givenBackEvent, writeTimeline } from "./timeline.ts";

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
        throw error;
      }
    },
  };
}

interface RunnerOptions<Tools> extends RunOptions<Tools> {
  /**
   * Steps whose paid answers come together bring them home one after another: keep, store and record. What the first releases begins
   * when that is recorded, and not when the last is; with calls of equal length, answers do not come together any more.
   */
  inTurn: SessionTurns;
}

/** Nobody with an answer in hand waits longer for those before. */
const LONGEST_TURN_MS = 250;

async function handleMessage<Tools>(
  options: RunnerOptions<Tools>,
  message: StepMessage,
  isFirst: boolean,
): Promise<void> {
  const arrivedAt = options.clock.now();
  const delivery: Delivery = { message, isFirst, arrivedAt, lease: undefined, events: [], following: [] };
  while ((await turn(options, delivery)) === "again");
  await Promise.all(delivery.following);
}

/** A step that ends sooner tells of its begin and its end together. */
const TELL_AFTER_MS = 200;

/** Publishes and shows a change beside the step's own course: its place is kept for a few seconds, and showing may take one. */
function followBeside<Tools>(
  options: RunOptions<Tools>,
  { following }: Delivery,
  moved: Pick<Recorded, "before" | "after" | "released">,
): void {
  if (moved.after === moved.before) return;
  const follows = followUp(options, { ...moved, steps: [], events: [] });
  // It is awaited with the answer; where something else ends the delivery first, that says what is wrong.
  follows.catch(() => {});
  following.push(follows);
}

/** Tells the timeline what the delivery has to tell so far. What a store that is down does not take is told later. */
async function tell<Tools>(
  options: RunOptions<Tools>,
  schedule: Schedule,
  { events }: Delivery,
): Promise<void> {
  const told = events.splice(0);
  try {
    await writeTimeline(options, schedule, told);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    events.unshift(...told);
  }
}

/** Looks at the session as it is now and does what it asks for. */
async function turn<Tools>(options: RunnerOptions<Tools>, delivery: Delivery): Promise<Next> {
  const { sessionId, step, inputHash } = delivery.message;
  const claimedSince = options.clock.now();
  const seen = await options.schedules.readWith(sessionId, step, inputHash);
  if (seen === undefined) return "answer";
  const { schedule } = seen;
  const flight = schedule.inFlight[step];
  if (flight === undefined || flight.input !== inputHash) {
    // A copy of it is no reason to publish copies of what follows: under load each would bring further ones.
    if (!delivery.isFirst) await catchUp(options, schedule, step);
    return "answer";
  }
  const { release } = flight;
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
      return work(options, delivery, {
        // What was written meanwhile, unless others have moved on as well.
        schedule: running.inFlight[step] === flight ? running : schedule,
        ...{ flight, claim, claimedSince },
      });
  }
}

/** Has a step that rests take a slot again, when its time has come and there is one. */
async function takeSlot<Tools>(
  options: RunOptions<Tools>,
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

interface Claimed {
  schedule: Schedule;
  flight: Flight;
  claim: Claim & { kind: "claimed" };
  claimedSince: number;
}

async function work<Tools>(
  options: RunnerOptions<Tools>,
  delivery: Delivery,
  claimed: Claimed,
): Promise<Next> {
  const homeward = openTurn(options.inTurn, claimed.schedule.sessionId);
  try {
    return await workHomeward(options, delivery, claimed, homeward);
  } finally {
    homeward.end();
  }
}

async function workHomeward<Tools>(
  options: RunnerOptions<Tools>,
  delivery: Delivery,
  { schedule, flight, claim, claimedSince }: Claimed,
  homeward: Turn,
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
  if (claim.lapsedFence !== undefined) await bookLapsed(options, { sessionId, step, belowFence: fence });
  const assignment = { schedule, node: nodeOf(ref), release, fence, deadlineMs, claimedSince, homeward };
  const claimedMs = clock.now();
  const { ended, paidMicros, usages, calls } = await runStep(options, assignment);
  // By the store's clock: it was that late when the claim was written, and as much later has it become since.
  const seen = { schedule, record: claim.record, now: at + clock.now() - claimedMs };
  // With a reason: without one, Node makes an error, and its stack.
  over.abort("the work is over");
  await telling;
  const claimed = { step, fence, attempt, at };
  delivery.events.push(...callEvents(claimed, claimedMs, calls));
  if (ended.kind === "exit") {
    const exit = { step, release, fence, outcome: ended.outcome, paidMicros, usages };
    await record(options, delivery, exit, { seen, onRecorded: homeward.end });
    return "answer";
  }

  const { kind, error, retryAfterMs } = ended;
  const { timings } = settings;
  const jitter = random();
  const giveBack = { release, fence, kind, error, retryAfterMs, paidMicros, jitter, timings };
  const back =
    kind === "busy" && retryAfterMs !== undefined
      ? await rest(options, delivery, giveBack)
      : await schedules.updateStep(sessionId, step, (record, now) => planGiveBack(record, giveBack, now));
  if (back.kind === "again") {
    delivery.events.push(givenBackEvent(claimed, kind, { error, back }));
    return "again";
  }
  const outcome: Outcome = back.kind === "last" ? spent(step, error) : { kind: "dropped" };
  await record(options, delivery, { step, release, fence, outcome, paidMicros, usages });
  return "answer";
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

/** Records an exit, with what the timeline has not been told yet. */
function record(
  services: Services,
  delivery: Delivery,
  exit: Exit,
  recording: Pick<Leaving, "seen" | "onRecorded"> = {},
): Promise<Recorded> {
  const { sessionId } = delivery.message;
  return leave(services, { sessionId, exit, events: delivery.events.splice(0), ...recording });
}

function spent(step: string, error: { code: string; message: string } | null): Outcome & { kind: "failed" } {
  const message = error?.message ?? "every worker that tried it disappeared";
  return { kind: "failed", reason: { code: error?.code ?? "lapsed", message, step, retryable: true } };
}
