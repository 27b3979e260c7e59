// Moves a schedule on after any change: releases what is ready, opens gates, ends the session. Pure.
import { openGates, type Plan, plan, survey } from "./graph.ts";
import { leftBatchTimes } from "./left-batches.ts";
import { STEP_MESSAGE_VERSION, type StepMessage } from "./message.ts";
import {
  type Failure,
  type Flight,
  type Gate,
  isLive,
  PAST_DECISIONS,
  type Schedule,
  type SessionState,
} from "./schedule.ts";
import type { Settings } from "./settings.ts";
import { hasParked, withStandstill, withUnwantedSoon } from "./standstill.ts";
import { PHASES, type PhaseName } from "./step-id.ts";
import { heldBack } from "./sweep-failures.ts";
import { deliveryTimes, withEventsToTell } from "./webhook-deliveries.ts";

export interface Advanced {
  schedule: Schedule;
  /** Messages of the steps that this released. */
  released: StepMessage[];
}

export interface Cause {
  now: number;
  /** The step or the command whose change this follows. */
  by: string;
  settings: Settings;
}

export function messageOf(sessionId: string, step: string, input: string): StepMessage {
  return { v: STEP_MESSAGE_VERSION, sessionId, step, inputHash: input };
}

/** Plans on from a changed schedule. A session that has ended releases nothing. */
export function advance(schedule: Schedule, cause: Cause): Advanced {
  if (!isLive(schedule.state)) {
    return { schedule: stamp(withUnwantedSoon(schedule, cause.now), cause), released: [] };
  }
  const next = plan(schedule, cause.settings.limits);
  let moved: Schedule = {
    ...schedule,
    ...withReleases(schedule, next, cause),
    gates: withOpened(schedule, next, cause.now),
  };
  moved = { ...moved, times: withTimes(moved, next, cause.now) };
  moved = withUnwantedSoon(withStandstill(withState(moved, next, cause), schedule, cause.now), cause.now);
  const released = next.release.map(({ step, input }) => messageOf(schedule.sessionId, step, input));
  return { schedule: stamp(moved, cause), released };
}

/** Ends a session with a reason. Steps in flight keep their slots until they leave flight. */
export function fail(schedule: Schedule, reason: Failure, now: number): Schedule {
  return { ...schedule, state: { status: "failed", endedAt: now, reason } };
}

function withReleases(schedule: Schedule, next: Plan, { now, by, settings }: Cause) {
  const inFlight: Record<string, Flight> = { ...schedule.inFlight };
  let { releases } = schedule;
  for (const { step, input, pictures } of next.release) {
    releases += 1;
    const checkAt = now + settings.timings.unclaimedMs;
    inFlight[step] = {
      ...{ release: releases, input, epoch: schedule.epoch, at: now, by, checkAt },
      ...(pictures !== undefined && { pictures }),
    };
  }
  return { inFlight, releases };
}

function withOpened(schedule: Schedule, next: Plan, now: number): Schedule["gates"] {
  if (next.open.length === 0) return schedule.gates;
  const gates = { ...schedule.gates };
  const endsAt = now + schedule.params.reviewTimeoutMinutes * 60_000;
  for (const { phase, input } of next.open) {
    const last = gates[phase];
    const gate: Gate = { revision: (last?.revision ?? 0) + 1, input, openedAt: now, endsAt };
    const past = pastDecisions(last);
    if (past.length > 0) gate.past = past;
    // The hash of the gate's input counts them so.
    if (last?.redrawn !== undefined) gate.redrawn = last.redrawn;
    gates[phase] = gate;
  }
  return gates;
}

function pastDecisions(gate: Gate | undefined): NonNullable<Gate["past"]> {
  const past = gate?.past ?? [];
  if (gate?.decision === undefined) return past;
  return [...past, { ...gate.decision, revision: gate.revision }].slice(-PAST_DECISIONS);
}

function withTimes(schedule: Schedule, next: Plan, now: number): Schedule["times"] {
  const times = { ...schedule.times };
  for (const { phase } of next.release) {
    const begun = times[phase];
    // A phase that was done and works again, after a change of the book, starts a new time.
    times[phase] = begun !== undefined && begun.endedAt === undefined ? begun : { startedAt: now };
  }
  const seen = survey(schedule);
  for (const phase of PHASES) {
    const time = times[phase];
    if (time === undefined || time.endedAt !== undefined) continue;
    if (seen.phaseInput(phase) !== undefined) times[phase] = { ...time, endedAt: now };
  }
  return times;
}

function withState(schedule: Schedule, next: Plan, { now }: Cause): Schedule {
  const open = openGates(schedule);
  const wasWaiting = schedule.state.status === "waiting" ? schedule.state.since : undefined;
  if (next.finished) return { ...schedule, state: { status: "completed", endedAt: now } };
  if (open.length > 0) return { ...schedule, state: { status: "waiting", since: wasWaiting ?? now } };
  if (Object.keys(schedule.inFlight).length === 0) {
    const message = "the steps so far leave nothing to do and the book is not finished";
    return fail(schedule, { code: "nothing-to-do", message, retryable: false }, now);
  }
  const isUntouched = schedule.state.status === "queued" && Object.keys(schedule.results).length === 0;
  const state: SessionState = { status: isUntouched ? "queued" : "running" };
  return { ...schedule, state };
}

function stamp(changed: Schedule, { now, settings }: Cause): Schedule {
  const schedule = withEventsToTell(changed, now);
  return {
    ...schedule,
    seq: schedule.seq + 1,
    updatedAt: now,
    dueAt: dueAt(schedule, now + settings.timings.unclaimedMs),
  };
}

/** When the sweep should check the session: its flights, left batches, gates, deadline, webhooks, and once more after the end. */
export function dueAt(schedule: Schedule, lastLook: number): number | null {
  return heldBack(schedule, nextLook(schedule, lastLook));
}

function nextLook(schedule: Schedule, lastLook: number): number {
  const times = Object.values(schedule.inFlight).map(({ checkAt }) => checkAt);
  times.push(...deliveryTimes(schedule), ...leftBatchTimes(schedule));
  if (!isLive(schedule.state)) return Math.min(lastLook, ...times);
  for (const phase of openGates(schedule)) {
    const gate = schedule.gates[phase];
    if (gate !== undefined) times.push(gate.endsAt);
  }
  if (schedule.state.status !== "waiting" && !hasParked(schedule)) times.push(schedule.deadlineAt);
  times.push(...Object.values(schedule.unbooked ?? {}).map(({ at }) => at));
  return Math.min(...times);
}

/** Records a decision about a gate; the caller has checked that the gate is open. */
export function decided(schedule: Schedule, phase: PhaseName, decision: Gate["decision"]): Schedule {
  const gate = schedule.gates[phase];
  if (gate === undefined) return schedule;
  return { ...schedule, gates: { ...schedule.gates, [phase]: { ...gate, decision } } };
}
