// The sweep: handles every due session once. It publishes unclaimed and expired steps again, closes gates whose time is up, fails sessions
// and steps past their deadline, and takes steps of ended sessions out of flight.

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
  /** Number of sessions handled. */
  woken: number;
  /** Number of messages published, for the first time or again. */
  published: number;
  /** Age of the oldest running session without its time at gates; 0 if none is running. */
  oldestMs: number;
  /** Number of sessions whose sweep failed. */
  failed: number;
  /** Number of shards whose due sessions could not be listed. */
  failedShards: number;
}

/** A failure of the sweep on a session or a shard. `putOff`: the session's new state; undefined if it is simply tried again. */
export type SweepFailure =
  | { kind: "session"; sessionId: string; error: unknown; putOff?: PutOff | undefined }
  | { kind: "shard"; shard: number; error: unknown };

export interface SweepServices extends Services {
  /** Called for each failure at once, because a sweep may be ended by its timeout. */
  onSweepFailure?: ((failure: SweepFailure) => void) | undefined;
}

/** Maximum number of sessions of a shard in one sweep; the next sweep takes the next ones. */
const BATCH = 200;
/** Sessions handled concurrently: each may wait for the minimum time between two projections. */
const AT_ONCE = 20;
/** Maximum wait before a further copy of a message, as a multiple of the wait before the first. */
const MOST_PATIENCE = 8;
/** Each minute another shard comes first, so that a slow one can starve the others only once. */
const TURN_MS = 60_000;

/**
 * `before`: the sweeper's own time, used only to select sessions and the first shard. Failures of a session or a shard are reported and
 * counted, and the others are handled: it never throws.
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

/** Throws `BusyError` if the store cannot list the due sessions. */
async function sweepShard(
  services: SweepServices,
  { shard, before, report }: { shard: number; before: number; report: SweepReport },
): Promise<void> {
  const due = await services.schedules.due(shard, before, BATCH);
  for (let first = 0; first < due.length; first += AT_ONCE) {
    const woken = due
      .slice(first, first + AT_ONCE)
      .map((sessionId) => sweepSession(services, sessionId, before));
    for (const one of await Promise.all(woken)) {
      report.woken += 1;
      report.published += one.published;
      report.oldestMs = Math.max(report.oldestMs, one.ageMs);
      if (one.hasFailed) report.failed += 1;
    }
  }
}

interface SweptSession {
  published: number;
  ageMs: number;
  hasFailed: boolean;
}

/** Handles one session; returns the number of published messages and the session's age. Never throws. */
async function sweepSession(
  services: SweepServices,
  sessionId: string,
  before: number,
): Promise<SweptSession> {
  const { schedules, settings } = services;
  const swept: SweptSession = { published: 0, ageMs: 0, hasFailed: false };
  try {
    const schedule = await schedules.read(sessionId);
    if (schedule === undefined) return swept;
    swept.ageMs = ageOf(schedule, before, settings);
    swept.published = await handleDueSession(services, schedule, before);
    if (schedule.sweepFailures !== undefined) await clearSweepFailures(services, sessionId);
  } catch (error) {
    // It was deleted in the meantime.
    if (error instanceof SessionMissingError) return swept;
    swept.hasFailed = true;
    await putOffSession(services, sessionId, error);
  }
  return swept;
}

/** Puts off a session after a failure of its own. An unavailable store is not one: the next sweep tries again. */
async function putOffSession(services: SweepServices, sessionId: string, failure: unknown): Promise<void> {
  const errors = [failure];
  let putOff: PutOff | undefined;
  try {
    if (!(failure instanceof BusyError)) putOff = await services.schedules.putOff(sessionId, failure);
    if (putOff?.state !== undefined) await showParked(services, sessionId);
  } catch (error) {
    // The session's document already says that it failed; its timeline, its phases and the webhook may be missing.
    errors.push(error);
  }
  const error = errors.length === 1 ? failure : new AggregateError(errors, String(failure));
  services.onSweepFailure?.({ kind: "session", sessionId, error, putOff });
}

/** Projects that a session was parked and enqueues its webhook, as far as its schedule can be read. */
async function showParked(services: Services, sessionId: string): Promise<void> {
  const { schedules, settings, webhooks } = services;
  const after = await schedules.update(sessionId, undefined, ({ schedule, now }) => {
    const { schedule: parked } = advance(schedule, { now, by: "sweep", settings });
    return { schedule: parked, value: parked };
  });
  await project(services, after, { urgent: true, phases: PHASES, events: scheduleEvents(after) });
  await webhooks?.enqueue(deliveryMessages(after, after.updatedAt));
}

/** Invisible to clients, so `seq` stays. */
async function clearSweepFailures({ schedules }: Services, sessionId: string): Promise<void> {
  await schedules.update(sessionId, undefined, ({ schedule }) =>
    schedule.sweepFailures === undefined || isParked(schedule)
      ? { value: undefined }
      : { schedule: withoutSweepFailures(schedule), value: undefined },
  );
}

/** How long a session has been running: its deadline is extended by the time of its gates and batches. */
function ageOf(schedule: Schedule, now: number, { timings }: Settings): number {
  const { state, deadlineAt } = schedule;
  if (!isLive(state) || state.status === "waiting" || hasParked(schedule)) return 0;
  return Math.max(0, now + timings.sessionDeadlineMs - deadlineAt);
}

/** Does what a due session needs, and returns the number of published messages. */
async function handleDueSession(services: Services, schedule: Schedule, before: number): Promise<number> {
  const { schedules, settings } = services;
  const { sessionId } = schedule;
  const records = await schedules.readSteps(sessionId, Object.keys(schedule.inFlight));
  await services.webhooks?.enqueue(deliveryMessages(schedule, before));
  if (isOver(schedule)) {
    const published = await publishLeftBatches(services, sessionId);
    await finishEndedSession(services, schedule);
    return published;
  }
  // The worker that recorded these exits died before it settled the ledger. Until then the reserved money is missing from the budgets.
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
  /** Messages of steps without a worker. */
  again: StepMessage[];
  /** Steps to take out of flight, each by a record of its own. */
  exits: Lapsed[];
}

/**
 * Decides what a due session needs. `records` were read before the transaction: a claim made since only makes a message superfluous, and
 * `exits` are checked again when they are recorded.
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
    const check = checkFlight(schedule, { step, flight, record: records.get(step) }, { now, timings });
    if (check.kind === "publish") again.push(messageOf(schedule.sessionId, step, flight.input));
    if (check.kind === "exit") exits.push({ step, release: flight.release, outcome: check.outcome });
    inFlight[step] = { ...flight, checkAt: check.checkAt };
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
    const message = "the session exceeded its time limit";
    changed = fail(changed, { code: "session-deadline", message, retryable: true }, now);
  }
  const { schedule: moved, released } = advance(changed, { now, by: "sweep", settings });
  return { schedule: moved, value: { before: schedule, after: moved, released, again, exits } };
}

/**
 * The last handling of an ended session: projects changes whose worker died before it projected them. Afterwards the session is no longer
 * due, unless it has changed or webhooks are pending. Invisible to clients, so `seq` stays.
 */
async function finishEndedSession(services: Services, schedule: Schedule): Promise<void> {
  const { sessionId, seq } = schedule;
  // A cost found here is projected by the next sweep.
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
    // Pending webhooks and batches keep the session due; those just enqueued get time to be sent.
    const times = deliveryTimes(current).map((at) => Math.max(at, now + unclaimedMs));
    times.push(...leftBatchTimes(current));
    const dueAt = heldBack(current, times.length === 0 ? null : Math.min(...times));
    return { schedule: { ...current, dueAt }, value: undefined };
  });
}

/** Publishes messages for workers that can end the batches left by an ended session. Invisible to clients, so `seq` stays. */
async function publishLeftBatches(
  { schedules, publisher, settings }: Services,
  sessionId: string,
): Promise<number> {
  const { timings } = settings;
  const due = await schedules.update(sessionId, undefined, ({ schedule, now }) => {
    const batches = planLeftBatches(schedule, { now, timings });
    return batches.schedule === schedule ? { value: [] } : { schedule: batches.schedule, value: batches.due };
  });
  if (due.length > 0)
    await publisher.publish(due.map(({ step, input }) => messageOf(sessionId, step, input)));
  return due.length;
}

type FlightCheck =
  | { kind: "wait"; checkAt: number }
  | { kind: "publish"; checkAt: number }
  | { kind: "exit"; checkAt: number; outcome: Outcome };

function checkFlight(
  schedule: Schedule,
  { step, flight, record }: { step: string; flight: Flight; record: StepRecord | undefined },
  { now, timings }: { now: number; timings: Timings },
): FlightCheck {
  const checkAt = now + timings.unclaimedMs;
  if (flight.checkAt > now) return { kind: "wait", checkAt: flight.checkAt };
  if (flight.parkedSince !== undefined) return checkParkedFlight(schedule, { now, timings });
  const claimed = record !== undefined && record.release === flight.release ? record : undefined;
  const leaseUntil = claimed?.leaseUntil ?? now;
  if (leaseUntil > now) return { kind: "wait", checkAt: leaseUntil + timings.heartbeatMs };
  if (!isLive(schedule.state)) return { kind: "exit", checkAt, outcome: { kind: "dropped" } };
  if (claimed !== undefined && claimed.attempt >= timings.maxAttempts) {
    const { code, message } = claimed.error ?? {
      code: "lapsed",
      message: "every worker of this step stopped without an answer",
    };
    return {
      kind: "exit",
      checkAt,
      outcome: { kind: "failed", reason: { code, message, step, retryable: true } },
    };
  }
  const notBefore = claimed?.notBefore ?? now;
  if (notBefore > now) return { kind: "wait", checkAt: notBefore + timings.unclaimedMs };
  // A copy may wait in the same queue as the earlier message, so the wait grows with the time since a worker last had the step.
  const idleMs = now - Math.max(flight.at, claimed?.leaseUntil ?? claimed?.notBefore ?? flight.at);
  const waitMs = Math.min(Math.max(idleMs, timings.unclaimedMs), MOST_PATIENCE * timings.unclaimedMs);
  return { kind: "publish", checkAt: now + waitMs };
}

/** A worker with access to the vendor checks the batch, or ends it. If none comes for long, the step leaves flight anyway. */
function checkParkedFlight(
  { state }: Schedule,
  { now, timings }: { now: number; timings: Timings },
): FlightCheck {
  const checkAt = now + timings.batchLookMs;
  const isForgotten = "endedAt" in state && now - state.endedAt > PARKED_LOOKS * timings.batchLookMs;
  return isForgotten ? { kind: "exit", checkAt, outcome: { kind: "dropped" } } : { kind: "publish", checkAt };
}

/** Number of checks after the end of a session. */
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
    // A worker has the step after all. The cost of its earlier claims may be new.
    if (after !== before) await project(services, after, { urgent: false });
    return 0;
  }
  await publishAndProject(services, { before, after, released, steps: [step], events: [] });
  await bookLeft(services, recorded);
  return released.length;
}
