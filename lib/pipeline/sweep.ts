// Wakes every session that is due, once: publishes again what nobody claimed and what lapsed, closes gates whose time is up,
// fails what outlived its deadline, and takes what is left of ended sessions out of flight.

import { advance, decided, fail, messageOf } from "./advance.ts";
import { bookLeft, bookRest, isOver } from "./booking.ts";
import { followUp } from "./follow-up.ts";
import { openGates } from "./graph.ts";
import type { StepMessage } from "./message.ts";
import { lastShape } from "./progress.ts";
import { show } from "./projecting.ts";
import { type Outcome, planRecord } from "./record.ts";
import { type Flight, isLive, type Schedule } from "./schedule.ts";
import { type Change, SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import type { Settings, Timings } from "./settings.ts";
import { PHASES } from "./step-id.ts";
import { stepsOfPhase } from "./step-kinds.ts";
import type { StepRecord } from "./step-record.ts";
import { scheduleEvents } from "./timeline.ts";
import { deliveryMessages, deliveryTimes } from "./webhook-deliveries.ts";

export interface SweepReport {
  /** Sessions looked at. */
  woken: number;
  /** Messages published, again or for the first time. */
  published: number;
  /** Age of the oldest of them that is at work, the time of its gates not counted; 0 when none is. */
  oldestMs: number;
}

/** Sessions that one sweep takes of a shard; the next sweep takes the next. */
const BATCH = 200;
/** Sessions woken at the same time: each may wait a moment for its second to be shown in. */
const AT_ONCE = 20;
/** The longest wait before a further copy of a message, in waits before the first. */
const MOST_PATIENCE = 8;

/**
 * `before` is the sweeper's own time: it only chooses whom to look at.
 * Throws `BusyError` when a store is down; the next sweep does what this one left.
 */
export async function sweep(
  shards: readonly number[],
  before: number,
  services: Services,
): Promise<SweepReport> {
  const report: SweepReport = { woken: 0, published: 0, oldestMs: 0 };
  for (const shard of shards) {
    const due = await services.schedules.due(shard, before, BATCH);
    for (let first = 0; first < due.length; first += AT_ONCE) {
      const woken = due.slice(first, first + AT_ONCE).map((sessionId) => wake(services, sessionId, before));
      for (const { published, ageMs } of await Promise.all(woken)) {
        report.published += published;
        report.oldestMs = Math.max(report.oldestMs, ageMs);
      }
    }
    report.woken += due.length;
  }
  return report;
}

/** Looks after one session, and says how many messages it published and how old the session is. */
async function wake(
  services: Services,
  sessionId: string,
  before: number,
): Promise<{ published: number; ageMs: number }> {
  const schedule = await services.schedules.read(sessionId);
  if (schedule === undefined) return { published: 0, ageMs: 0 };
  const ageMs = ageOf(schedule, before, services.settings);
  return { published: await lookAfter(services, schedule, before), ageMs };
}

/** For how long a session has been at work: its deadline moves on by the time of its gates. */
function ageOf({ state, deadlineAt }: Schedule, now: number, { timings }: Settings): number {
  if (!isLive(state) || state.status === "waiting") return 0;
  return Math.max(0, now + timings.sessionDeadlineMs - deadlineAt);
}

/** Does what a due session needs, and says how many messages it published. */
async function lookAfter(services: Services, schedule: Schedule, before: number): Promise<number> {
  const { schedules, settings } = services;
  const { sessionId } = schedule;
  const records = await schedules.readSteps(sessionId, Object.keys(schedule.inFlight));
  await services.webhooks?.enqueue(deliveryMessages(schedule, before));
  try {
    if (isOver(schedule)) return await layToRest(services, schedule);
    const woken = await schedules.update(sessionId, undefined, (current) =>
      planWake(current, records, settings),
    );
    if (woken === undefined) return 0;
    const released = [...woken.released, ...woken.again];
    await followUp(services, { ...woken, released, steps: [], events: [] });
    let published = released.length;
    for (const exit of woken.exits) published += await release(services, sessionId, exit);
    return published;
  } catch (error) {
    if (error instanceof SessionMissingError) return 0;
    throw error;
  }
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
  for (const phase of openGates(schedule)) {
    if ((schedule.gates[phase]?.endsAt ?? now) > now) continue;
    changed = decided(changed, phase, { kind: "timeout", by: "clock", at: now });
  }
  if (isLive(changed.state) && changed.state.status !== "waiting" && changed.deadlineAt <= now) {
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
async function layToRest(services: Services, schedule: Schedule): Promise<0> {
  const { sessionId, seq } = schedule;
  // A cost that was found is shown by the next look.
  if (await bookRest(services, schedule)) return 0;
  const pages = stepsOfPhase("lettering", lastShape(schedule)).nodes.map(({ id }) => id);
  await show(services, schedule, {
    urgent: true,
    steps: ["plot", ...pages],
    phases: PHASES,
    events: scheduleEvents(schedule),
  });
  const { unclaimedMs } = services.settings.timings;
  await services.schedules.update(sessionId, undefined, ({ schedule: current, now }) => {
    if (current.seq !== seq) return { value: undefined };
    // What is still to be told is looked after again; what was handed over now gets time to be told.
    const times = deliveryTimes(current).map((at) => Math.max(at, now + unclaimedMs));
    const dueAt = times.length === 0 ? null : Math.min(...times);
    return { schedule: { ...current, dueAt }, value: undefined };
  });
  return 0;
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
    if (after !== before) await show(services, after, { urgent: false });
    return 0;
  }
  await followUp(services, { before, after, released, steps: [step], events: [] });
  await bookLeft(services, recorded);
  return released.length;
}
