// Commands on a session: start, cancel, decide a gate, retry, and record a dead letter.
import { advance, decided, fail } from "./advance.ts";
import { bookLeft } from "./booking.ts";
import { canonicalJson, contentHash } from "./canonical-json.ts";
import type { DeadLetter } from "./dead-letters.ts";
import { BusyError, isStoreRefused, type TerminalError } from "./errors.ts";
import { withoutExports } from "./export-asks.ts";
import { openGates, survey } from "./graph.ts";
import { type StepMessage, StepMessageSchema } from "./message.ts";
import type { SessionParams } from "./params.ts";
import { reopened } from "./plan-revision.ts";
import { clientSession } from "./projection.ts";
import { publishAndProject } from "./publish-and-project.ts";
import { planRecord } from "./record.ts";
import { GateConflictError, SessionStateError } from "./refusals.ts";
import { isLive, type Schedule, type SessionStatus, SHARDS } from "./schedule.ts";
import { SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import type { Limits } from "./settings.ts";
import { type PhaseName, parseStepId } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";
import { deadLetterEvent, scheduleEvents, traced } from "./timeline.ts";

interface StartRequest {
  ownerId: string;
  text: string;
  /** What the person said beside the text, as canonical JSON. */
  given?: string | undefined;
  params: Omit<SessionParams, "storyHash" | "given">;
  /** The files that the parameters name by their hashes. */
  files?: readonly { bytes: Uint8Array; contentType: string }[] | undefined;
  /** The receiver of the session's end event. */
  webhookUrl?: string | undefined;
  idempotencyKey?: string | undefined;
  /** The number of the owner's sessions that may run at once, this one included; no limit where absent. */
  mostRunning?: number | undefined;
  /** The expected cost; 0 where absent. */
  mayCostMicros?: number | undefined;
}

interface GateRequest {
  sessionId: string;
  phase: PhaseName;
  /** The revision that the person saw. */
  revision: number;
  decision: { kind: "approve" | "skip"; by: string };
}

interface RetryRequest {
  /** The new budget of the session. */
  budgetMicros?: number | undefined;
  /** The number of the owner's sessions that may run at once, this one included; no limit where absent. */
  mostRunning?: number | undefined;
}

/** All throw `BusyError` when the stores are down, and `SessionMissingError` for an unknown session. */
export interface SessionCommands {
  /**
   * With a key that the owner used before, gives the session that it made and creates nothing. Throws `IdempotencyConflictError` when that
   * session was for another request, `TooManyRunningError`, and `ServiceFullError`.
   */
  startSession(request: StartRequest): Promise<{ sessionId: string; created: boolean }>;
  /**
   * Gives the status after the command: a finished book of which only a file was being made stays complete. Throws `SessionStateError` when
   * the session has ended.
   */
  cancelSession(sessionId: string): Promise<SessionStatus>;
  /**
   * Ends a session with an operator's reason, which its owner sees; a retry or a redrive continues it. Throws `SessionStateError` when it
   * has ended.
   */
  parkSession(sessionId: string, reason: string): Promise<SessionStatus>;
  /** Throws `GateConflictError` when that gate is not open, or was seen at another revision. */
  decideGate(request: GateRequest): Promise<void>;
  /**
   * Continues a failed session at the point where it stopped, with another budget where one is given. Throws `SessionStateError` when it
   * has not failed, and `TooManyRunningError`.
   */
  retrySession(sessionId: string, retry?: RetryRequest): Promise<void>;
  /** Stores a dead letter and fails its session, unless its step is done or a worker has it. */
  deadLetter(letter: DeadLetter): Promise<void>;
}

export function createSessionCommands(services: Services): SessionCommands {
  return {
    startSession: (request) => startSession(services, request),
    async cancelSession(sessionId) {
      const { limits } = services.settings;
      const after = await change(services, sessionId, (schedule, now) => planCancel(schedule, now, limits));
      return after.state.status;
    },
    async parkSession(sessionId, reason) {
      const after = await change(services, sessionId, (schedule, now) => planPark(schedule, reason, now));
      return after.state.status;
    },
    async decideGate(request) {
      await change(services, request.sessionId, (schedule, now) => planDecision(schedule, request, now));
    },
    async retrySession(sessionId, { budgetMicros, mostRunning } = {}) {
      const { sessionDeadlineMs } = services.settings.timings;
      await takePlace(services, sessionId, mostRunning);
      await change(services, sessionId, (schedule, now) => {
        const retry = planRetry(schedule, now, sessionDeadlineMs);
        if (budgetMicros === undefined) return retry;
        const params = { ...retry.schedule.params, budgetMicros };
        return { ...retry, schedule: { ...retry.schedule, params } };
      });
    },
    deadLetter: (letter) => failForDeadLetter(services, letter),
  };
}

async function startSession(
  services: Services,
  { ownerId, text, given, params, files = [], webhookUrl, idempotencyKey, ...rest }: StartRequest,
): Promise<{ sessionId: string; created: boolean }> {
  const { schedules, publisher, settings, newId } = services;
  const sessionId = newId();
  const hashes = { storyHash: contentHash(text), ...(given !== undefined && { given: contentHash(given) }) };
  const full: SessionParams = { ...params, ...hashes };
  const idempotency =
    idempotencyKey === undefined
      ? undefined
      : { key: idempotencyKey, requestHash: contentHash(canonicalJson({ ...full, webhookUrl })) };
  const traceparent = services.tracer?.current();
  let begun: { schedule: Schedule; released: StepMessage[] } | undefined;
  const cost = { mayCostMicros: rest.mayCostMicros ?? 0, budgetMicros: params.budgetMicros };
  const { mostRunning } = rest;
  const creation = { sessionId, ownerId, story: text, given, idempotency, mostRunning, cost };
  const started = await schedules.create(creation, (now) => {
    const empty = newSchedule({ sessionId, ownerId, params: full }, now, settings.timings.sessionDeadlineMs);
    const fresh: Schedule = {
      ...empty,
      ...(traceparent !== undefined && { traceparent }),
      ...(webhookUrl !== undefined && { webhook: { url: webhookUrl, deliveries: [] } }),
    };
    begun = advance(fresh, { now, by: "start", settings });
    const { schedule } = begun;
    const events = traced(schedule, scheduleEvents(schedule));
    return { schedule, session: clientSession(schedule, undefined), events };
  });
  // Before any step is published; also when a request is repeated because its answer was lost.
  for (const { bytes, contentType } of files) {
    await services.blobs.put(started.sessionId, bytes, contentType);
  }
  if (!started.created || begun === undefined) return started;
  try {
    await publisher.publish(begun.released);
  } catch (error) {
    // The session exists: the sweep publishes what is not claimed, and the caller must not start another one.
    const [first] = begun.released;
    if (isStoreRefused(error) && first !== undefined) await failRefused(services, first, error);
    else if (!(error instanceof BusyError)) throw error;
  }
  return started;
}

/** The id is hashed, so that ids of any form spread evenly over the shards. */
function shardOf(sessionId: string): number {
  return Number.parseInt(contentHash(sessionId).slice(0, 8), 16) % SHARDS;
}

export function newSchedule(
  { sessionId, ownerId, params }: Pick<Schedule, "sessionId" | "ownerId" | "params">,
  now: number,
  deadlineMs: number,
): Schedule {
  return {
    ...{ schemaVersion: 1, sessionId, ownerId, params },
    shard: shardOf(sessionId),
    dueAt: null,
    state: { status: "queued" },
    ...{ epoch: 0, seq: 0, releases: 0, costMicros: 0 },
    ...{ createdAt: now, updatedAt: now, deadlineAt: now + deadlineMs },
    title: params.title ?? "",
    ...{ results: {}, inFlight: {}, gates: {}, times: {}, takes: {}, versions: [] },
  };
}

/**
 * Counts an ended session among its owner's running ones, before it is made to run again. A place taken in vain is given back when it is
 * needed. Throws `TooManyRunningError`.
 */
export async function takePlace(
  { schedules }: Services,
  sessionId: string,
  mostRunning: number | undefined,
): Promise<void> {
  if (mostRunning === undefined) return;
  const schedule = await schedules.read(sessionId);
  if (schedule === undefined || isLive(schedule.state)) return;
  await schedules.takePlace({ sessionId, ownerId: schedule.ownerId, mostRunning });
}

/** Changes a schedule, plans on, publishes and shows, and gives the schedule after that. An error that `plan` throws is thrown on. */
export async function change(
  services: Services,
  sessionId: string,
  plan: (schedule: Schedule, now: number) => { schedule: Schedule; by: string },
): Promise<Schedule> {
  const { schedules, settings } = services;
  const done = await schedules.update(sessionId, undefined, ({ schedule: before, now }) => {
    const planned = plan(before, now);
    const { schedule: after, released } = advance(planned.schedule, { now, by: planned.by, settings });
    return { schedule: after, value: { before, after, released } };
  });
  const events = scheduleEvents(done.after);
  await publishAndProject(services, { ...done, steps: changedSteps(done.before, done.after), events });
  return done.after;
}

/**
 * Ends a session whose progress a store refuses permanently, because a retry would be refused again. Steps in flight stay so until the
 * session is retried. Throws as `change`, but nothing for a missing session.
 */
export async function failRefused(
  services: Services,
  { sessionId, step }: StepMessage,
  { code, message, retryable }: TerminalError,
): Promise<void> {
  try {
    await change(services, sessionId, (schedule, now) => {
      const reason = { code, message, step, retryable };
      return { by: step, schedule: isLive(schedule.state) ? fail(schedule, reason, now) : schedule };
    });
  } catch (error) {
    if (!(error instanceof SessionMissingError)) throw error;
  }
}

/** Steps whose result changed: it was replaced, or its input is again that of an earlier result. */
function changedSteps(before: Schedule, after: Schedule): string[] {
  const [was, is] = [survey(before), survey(after)];
  if (was === is) return [];
  return Object.keys(after.results).filter((step) => {
    if (before.results[step]?.output !== after.results[step]?.output) return true;
    const ref = parseStepId(step);
    if (ref.of === "gate") return false;
    return is.resultOf(nodeOf(ref)) !== undefined && was.resultOf(nodeOf(ref)) === undefined;
  });
}

function planCancel(schedule: Schedule, now: number, limits: Limits): { schedule: Schedule; by: string } {
  if (!isLive(schedule.state)) throw new SessionStateError(schedule.sessionId, schedule.state.status);
  const finished = withoutExports(schedule, limits);
  if (finished !== undefined) return { by: "cancel", schedule: { ...finished, epoch: schedule.epoch + 1 } };
  const state = { status: "cancelled", endedAt: now } as const;
  return { by: "cancel", schedule: { ...schedule, state, epoch: schedule.epoch + 1 } };
}

function planPark(schedule: Schedule, reason: string, now: number): { schedule: Schedule; by: string } {
  if (!isLive(schedule.state)) throw new SessionStateError(schedule.sessionId, schedule.state.status);
  const failure = { code: "parked-by-operator", message: reason, retryable: true };
  return { by: "park", schedule: fail(schedule, failure, now) };
}

function planDecision(
  schedule: Schedule,
  { phase, revision, decision }: GateRequest,
  now: number,
): { schedule: Schedule; by: string } {
  checkGate(schedule, { phase, revision });
  return { by: `review/${phase}`, schedule: decided(schedule, phase, { ...decision, at: now }) };
}

/** Throws `GateConflictError` unless that gate is open at that revision. */
export function checkGate(
  schedule: Schedule,
  { phase, revision }: { phase: PhaseName; revision: number },
): void {
  const current = openGates(schedule).includes(phase) ? schedule.gates[phase]?.revision : undefined;
  if (current !== revision) throw new GateConflictError(phase, current);
}

function planRetry(schedule: Schedule, now: number, deadlineMs: number): { schedule: Schedule; by: string } {
  if (schedule.state.status !== "failed") {
    throw new SessionStateError(schedule.sessionId, schedule.state.status);
  }
  // The owner has it go on at their own cost.
  const { payer: _editors, ...own } = schedule;
  const again = reopened(own, now, deadlineMs);
  return { by: "retry", schedule: { ...again, retried: { epoch: again.epoch, at: now } } };
}

async function failForDeadLetter(services: Services, letter: DeadLetter): Promise<void> {
  const { schedules, deadLetters, settings } = services;
  const message = readMessage(letter.data);
  await deadLetters.keep({ ...letter, sessionId: message?.sessionId });
  if (message === undefined) return;
  const { sessionId, step, inputHash } = message;
  const flight = (await schedules.read(sessionId))?.inFlight[step];
  if (flight === undefined || flight.input !== inputHash) return;
  const reason = {
    code: "dead-letter",
    message: `the message of ${step} could not be delivered`,
    step,
    retryable: true,
  };
  const exit = { step, release: flight.release, fence: null, paidMicros: 0 };
  const recorded = await schedules.update(sessionId, step, (current) =>
    planRecord(current, { ...exit, outcome: { kind: "failed", reason } }, settings),
  );
  const { before, after, released, kind } = recorded;
  if (kind === "refused" || kind === "repeated") return;
  const events = [deadLetterEvent(step, flight.release, after.updatedAt)];
  await publishAndProject(services, { before, after, released, steps: [step], events });
  await bookLeft(services, recorded);
}

function readMessage(data: string): StepMessage | undefined {
  try {
    return StepMessageSchema.safeParse(JSON.parse(data)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
