// Wakes every session that is due, once: publishes again what nobody claimed and what lapsed, closes gates whose time is up,
// fails what outlived its deadline, and takes what is left of ended sessions out of flight.

import { advance, decided, fail, messageOf } from "./advance.ts";
import { bookLapsed, bookLeft, bookRest, isOver } from "./booking.ts";
import { BusyError } from "./errors.ts";
import { openGates } from "./graph.ts";
import { leftBatchTimes, planLeftBatches } from "./left-batches.ts";
import type { StepMessage } from "./message.ts";
import { lastShape } from "./progress.ts";
import { project } from "./project.ts";
import { publishAndProject } from "./publish-and-project.ts";
import { type Outcome, planRecord } from "./record.ts";
import { type Flight, isLive, type Schedule } from "./schedule.ts";
import { type Change, SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import type { Settings, Timings } from "./settings.ts";
import { hasParked } from "./standstill.ts";
import { PHASES } from "./step-id.ts";
import { stepsOfPhase } from "./step-kinds.ts";
import type { StepRecord } from "./step-record.ts";
import { heldBack, isParked, type PutOff, withoutSweepFailures } from "./sweep-failures.ts";
import { scheduleEvents } from "./timeline.ts";
import { deliveryMessages, deliveryTimes } from "./webhook-deliveries.ts";

export interface SweepReport {
  /** Sessions looked at. */
  woken: number;
  /** Messages published, again or for the first time. */
  published: number;
  /** Age of the oldest of them that is at work, the time of its gates not counted; 0 when none is. */
  oldestMs: number;
  /** Sessions of which the look failed. */
  failed: number;
  /** Shards that could not be asked for their due sessions. */
  failedShards: number;
}

/** A session or a shard that the sweep failed on. `putOff`: what became of the session; undefined where that is tried again as it was. */
export type SweepFailure =
  | { kind: "session"; sessionId: string; error: unknown; putOff?: PutOff | undefined }
  | { kind: "shard"; shard: number; error: unknown };

export interface SweepServices extends Services {
  /** Told of each failure at once: a sweep may be ended by its time. */
  onSweepFailure?: ((failure: SweepFailure) => void) | undefined;
}

/** Sessions that one sweep takes of a shard; the next sweep takes the next. */
const BATCH = 200;
/** Sessions woken at the same time: each may wait a moment for its second to be shown in. */
const AT_ONCE = 20;
/** The longest wait before a further copy of a message, in waits before the first. */
const MOST_PATIENCE = 8;
/** Each minute another shard is the first: a slow one that takes all of a sweep's time does so to each other but once. */
const TURN_MS = 60_000;

/**
 * `before` is the sweeper's own time: it only chooses whom to look at, and at which shard first.
 * What fails for one session or one shard is told and counted, and the others are looked at: it never throws.
 */
export async function sweep(
  shards: readonly number[],
  before: number,
  services: SweepServices,
): Promise<SweepReport> {
  const report: SweepReport = { woken: 0, published: 0, oldestMs: 0, failed: 0, failedShards: 0 };
  const first = Math.floor(before / TURN_MS) % Math.max(1, shards.length);
  for (const shard of [...shards.slice(first), ...shards.slice(0, first)]) {
    try {
      await sweepShard(services, { shard, before, report });
    } catch (error) {
      report.failedShards += 1;
      services.onSweepFailure?.({ kind: "shard", shard, error });
    }
  }
  return report;
}

/** Throws `BusyError` when the store cannot be asked for the sessions. */
async function sweepShard(
  services: SweepServices,
  { shard, before, report }: { shard: number; before: number; report: SweepReport },
): Promise<void> {
  const due = await services.schedules.due(shard, before, BATCH);
  for (let first = 0; first < due.length; first += AT_ONCE) {
    const woken = due.slice(first, first + AT_ONCE).map((sessionId) => wake(services, sessionId, before));
    for (const one of await Promise.all(woken)) {
      report.woken += 1;
      report.published += one.published;
      report.oldestMs = Math.max(report.oldestMs, one.ageMs);
      if (one.hasFailed) report.failed += 1;
    }
  }
}

interface Look {
  published: number;
  ageMs: number;
  hasFailed: boolean;
}

/** Looks after one session, and says how many messages it published and how old the session is. Never throws. */
async function wake(services: SweepServices, sessionId: string, before: number): Promise<Look> {
  const { schedules, settings } = services;
  const look: Look = { published: 0, ageMs: 0, hasFailed: false };
  try {
    const schedule = await schedules.read(sessionId);
    if (schedule === undefined) return look;
    look.ageMs = ageOf(schedule, before, settings);
    look.published = await lookAfter(services, schedule, before);
    if (schedule.sweepFailures !== undefined) await forgiveFailures(services, sessionId);
  } catch (error) {
    // It was deleted meanwhile.
    if (error instanceof SessionMissingError) return look;
    look.hasFailed = true;
    await giveUpLook(services, sessionId, error);
  }
  return look;
}

/** Puts off a session after a failure that is its own. When a store is down it is none: the next sweep looks again. */
async function giveUpLook(services: SweepServices, sessionId: string, failure: unknown): Promise<void> {
  const errors = [failure];
  let putOff: PutOff | undefined;
  try {
    if (!(failure instanceof BusyError)) putOff = await services.schedules.putOff(sessionId, failure);
    if (putOff?.state !== undefined) await showParked(services, sessionId);
  } catch (error) {
    // Its owner's document says by then that it failed; what may be missing is its timeline, its phases and the webhook.
    errors.push(error);
  }
  const error = errors.length === 1 ? failure : new AggregateError(errors, String(failure));
  services.onSweepFailure?.({ kind: "session", sessionId, error, putOff });
}

/** Shows that a session was parked in all that clients see, and tells its receiver, as far as its schedule can be read. */
async function showParked(services: Services, sessionId: string): Promise<void> {
  const { schedules, settings, webhooks } = services;
  const after = await schedules.update(sessionId, undefined, ({ schedule, now }) => {
    const { schedule: parked } = advance(schedule, { now, by: "sweep", settings });
    return { schedule: parked, value: parked };
  });
  await project(services, after, { urgent: true, phases: PHASES, events: scheduleEvents(after) });
  await webhooks?.enqueue(deliveryMessages(after, after.updatedAt));
}

/** Nothing of that is to be seen, so `seq` stays. */
async function forgiveFailures({ schedules }: Services, sessionId: string): Promise<void> {
  await schedules.update(sessionId, undefined, ({ schedule }) =>
    schedule.sweepFailures === undefined || isParked(schedule)
      ? { value: undefined }
      : { schedule: withoutSweepFailures(schedule), value: undefined },
  );
}

/** For how long a session has been at work: its deadline moves on by the time of its gates and its batches. */
function ageOf(schedule: Schedule, now: number, { timings }: Settings): number {
  const { state, deadlineAt } = schedule;
  if (!isLive(state) || state.status === "waiting" || hasParked(schedule)) return 0;
  return Math.max(0, now + timings.sessionDeadlineMs - deadlineAt);
}

/** Does what a due session needs, and says how many messages it published. */
async function lookAfter(services: Services, schedule: Schedule, before: number): Promise<number> {
  const { schedules, settings } = services;
  const { sessionId } = schedule;
  const records = await schedules.readSteps(sessionId, Object.keys(schedule.inFlight));
  await services.webhooks?.enqueue(deliveryMessages(schedule, before));
  if (isOver(schedule)) {
    const published = await publishLeft(services, sessionId);
    await layToRest(services, schedule);
    return published;
  }
  // Whoever recorded these exits died before the ledger was asked. Until then what is reserved is missing from the budgets.
  for (const [step, { belowFence }] of Object.entries(schedule.unbooked ?? {})) {
    await bookLapsed(services, { sessionId, step, belowFence });
  }
  const woken = await schedules.update(sessionId, undefined, (current) =>
    planWake(current, records, settings),
  );
  if (woken === undefined) return 0;
  const released = [...woken.released, ...woken.again];
  await publishAndProject(services, { ...woken, released, steps: [], events: [] });
  let published = released.length;
  for (const exit of woken.exits) published += await release(services, sessionId, exit);
  return published;
}

interface Lapsed {
  step: string;
  release: number;
  outcome: Outcome;
}

interface Woken {
  before: Schedule;
  after: Schedule;
  released: StepMessage[];
  /** Messages of steps that nobody works on. */
  again: StepMessage[];
  /** Steps to take out of flight, each by its own record. */
  exits: Lapsed[];
}

/**
 * Decides what a due session needs. `records` were read before the transaction: a claim made since only makes a message
 * superfluous, and `exits` are judged again when they are recorded.
 */
function planWake(
  { schedule, now }: { schedule: Schedule; now: number },
  records: ReadonlyMap<string, StepRecord>,
  settings: Settings,
): Change<Woken | undefined> {
  if (schedule.dueAt === null || schedule.dueAt > now) return { value: undefined };
  const { timings } = settings;
  const inFlight: Record<string, Flight> = {};
  const again: StepMessage[] = [];
  const exits: Lapsed[] = [];
  for (const [step, flight] of Object.entries(schedule.inFlight)) {
    const care = careFor(schedule, { step, flight, record: records.get(step) }, { now, timings });
    if (care.kind === "publish") again.push(messageOf(schedule.sessionId, step, flight.input));
    if (care.kind === "exit") exits.push({ step, release: flight.release, outcome: care.outcome });
    inFlight[step] = { ...flight, checkAt: care.checkAt };
  }
  let changed: Schedule = { ...schedule, inFlight };
  const batches = planLeftBatches(changed, { now, timings });
  changed = batches.schedule;
  again.push(...batches.due.map(({ step, input }) => messageOf(schedule.sessionId, step, input)));
  for (const phase of openGates(schedule)) {
    if ((schedule.gates[phase]?.endsAt ?? now) > now) continue;
    changed = decided(changed, phase, { kind: "timeout", by: "clock", at: now });
  }
  const isTimed = changed.state.status !== "waiting" && !hasParked(changed);
  if (isLive(changed.state) && isTimed && changed.deadlineAt <= now) {
    const message = "the session took longer than it may";
    changed = fail(changed, { code: "session-deadline", message, retryable: true }, now);
  }
  const { schedule: moved, released } = advance(changed, { now, by: "sweep", settings });
  return { schedule: moved, value: { before: schedule, after: moved, released, again, exits } };
}

/**
 * The last look at a session: shows what somebody changed and did not live to show. Only then it is not due any more,
 * unless it changed meanwhile or somebody is still to be told; nothing of that is to be seen, so `seq` stays.
 */
async function layToRest(services: Services, schedule: Schedule): Promise<void> {
  const { sessionId, seq } = schedule;
  // A cost that was found is shown by the next look.
  if (await bookRest(services, schedule)) return;
  const pages = stepsOfPhase("lettering", lastShape(schedule)).nodes.map(({ id }) => id);
  await project(services, schedule, {
    urgent: true,
    steps: ["plot", ...pages],
    phases: PHASES,
    events: scheduleEvents(schedule),
  });
  const { unclaimedMs } = services.settings.timings;
  await services.schedules.update(sessionId, undefined, ({ schedule: current, now }) => {
    if (current.seq !== seq) return { value: undefined };
    // What is still to be told or to be ended is looked after again; what was handed over now gets time to be told.
    const times = deliveryTimes(current).map((at) => Math.max(at, now + unclaimedMs));
    times.push(...leftBatchTimes(current));
    const dueAt = heldBack(current, times.length === 0 ? null : Math.min(...times));
    return { schedule: { ...current, dueAt }, value: undefined };
  });
}

/** Has somebody come who can end the batches that an ended session left. Nothing of that is to be seen, so `seq` stays. */
async function publishLeft({ schedules, publisher, settings }: Services, sessionId: string): Promise<number> {
  const { timings } = settings;
  const due = await schedules.update(sessionId, undefined, ({ schedule, now }) => {
    const batches = planLeftBatches(schedule, { now, timings });
    return batches.schedule === schedule ? { value: [] } : { schedule: batches.schedule, value: batches.due };
  });
  if (due.length > 0)
    await publisher.publish(due.map(({ step, input }) => messageOf(sessionId, step, input)));
  return due.length;
}

type Care =
  | { kind: "wait"; checkAt: number }
  | { kind: "publish"; checkAt: number }
  | { kind: "exit"; checkAt: number; outcome: Outcome };

function careFor(
  schedule: Schedule,
  { step, flight, record }: { step: string; flight: Flight; record: StepRecord | undefined },
  { now, timings }: { now: number; timings: Timings },
): Care {
  const checkAt = now + timings.unclaimedMs;
  if (flight.checkAt > now) return { kind: "wait", checkAt: flight.checkAt };
  if (flight.parkedSince !== undefined) return careForParked(schedule, { now, timings });
  const claimed = record !== undefined && record.release === flight.release ? record : undefined;
  const leaseUntil = claimed?.leaseUntil ?? now;
  if (leaseUntil > now) return { kind: "wait", checkAt: leaseUntil + timings.heartbeatMs };
  if (!isLive(schedule.state)) return { kind: "exit", checkAt, outcome: { kind: "dropped" } };
  if (claimed !== undefined && claimed.attempt >= timings.maxAttempts) {
    const { code, message } = claimed.error ?? {
      code: "lapsed",
      message: "every worker that tried it disappeared",
    };
    return {
      kind: "exit",
      checkAt,
      outcome: { kind: "failed", reason: { code, message, step, retryable: true } },
    };
  }
  const notBefore = claimed?.notBefore ?? now;
  if (notBefore > now) return { kind: "wait", checkAt: notBefore + timings.unclaimedMs };
  // A copy may wait in the same queue as the message before it: who was not reached since somebody last worked on it gets longer
  // each time.
  const idleMs = now - Math.max(flight.at, claimed?.leaseUntil ?? claimed?.notBefore ?? flight.at);
  const waitMs = Math.min(Math.max(idleMs, timings.unclaimedMs), MOST_PATIENCE * timings.unclaimedMs);
  return { kind: "publish", checkAt: now + waitMs };
}

/** Whoever can ask the vendor looks at a batch, or ends it. Where nobody comes for that, the step leaves flight all the same. */
function careForParked({ state }: Schedule, { now, timings }: { now: number; timings: Timings }): Care {
  const checkAt = now + timings.batchLookMs;
  const isForgotten = "endedAt" in state && now - state.endedAt > PARKED_LOOKS * timings.batchLookMs;
  return isForgotten ? { kind: "exit", checkAt, outcome: { kind: "dropped" } } : { kind: "publish", checkAt };
}

/** After the end of a session. */
const PARKED_LOOKS = 12;

async function release(
  services: Services,
  sessionId: string,
  { step, release, outcome }: Lapsed,
): Promise<number> {
  const recorded = await services.schedules.update(sessionId, step, (current) =>
    planRecord(current, { step, release, fence: null, outcome, paidMicros: 0 }, services.settings),
  );
  const { kind, before, after, released } = recorded;
  if (kind === "refused" || kind === "repeated") {
    // Somebody works on the step after all. What its earlier claims cost may be news.
    if (after !== before) await project(services, after, { urgent: false });
    return 0;
  }
  await publishAndProject(services, { before, after, released, steps: [step], events: [] });
  await bookLeft(services, recorded);
  return released.length;
}
