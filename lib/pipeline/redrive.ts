// Sets a session to work again from its schedule, never from a dead message: failed steps are tried again, idle ones are published again, a
// session that the sweep has parked is swept again, and with a phase named, that phase and all later ones are made again.
import { advance, messageOf } from "./advance.ts";
import { openGates } from "./graph.ts";
import { withLeftBatch } from "./left-batches.ts";
import type { StepMessage } from "./message.ts";
import { reopened, withVersion } from "./plan-revision.ts";
import { publishAndProject } from "./publish-and-project.ts";
import { MovedOnError } from "./refusals.ts";
import { type Flight, isLive, type Schedule, type SessionStatus } from "./schedule.ts";
import { type Change, SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import type { Settings } from "./settings.ts";
import { storeSnapshot } from "./snapshots.ts";
import { PHASES, type PhaseName, parseStepId } from "./step-id.ts";
import type { StepRecord } from "./step-record.ts";
import { isParked, withoutSweepFailures } from "./sweep-failures.ts";
import { scheduleEvents } from "./timeline.ts";

export interface RedriveRequest {
  sessionId: string;
  /** Makes this phase and all later ones again. */
  from?: PhaseName | undefined;
  /** Makes this step again with its own input, in a session that has ended; without `from`. */
  step?: string | undefined;
  /** The operator, who is named in the version that `from` begins. */
  by: string;
}

export interface Redriven {
  status: SessionStatus;
  /** Steps whose messages were published, for the first time or again. */
  published: string[];
  /** Steps that a worker has: their leases stay. */
  busy: string[];
  /** Steps whose results were removed, to be made again. */
  again: string[];
}

/** There is nothing to do, and why. */
export class RedriveRefusedError extends Error {
  override readonly name = "RedriveRefusedError";
  /** Stable, kebab-case. */
  readonly code: "completed" | "cancelled" | "waits-for-people" | "not-ended" | "no-result";
  constructor(code: RedriveRefusedError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** The session may change while a redrive is prepared; then it is prepared again, this many times at most. */
const TRIES = 5;

/**
 * Throws `SessionMissingError`, `RedriveRefusedError`, `BusyError` when a store is down, and `MovedOnError` when the session keeps
 * changing.
 */
export async function redriveSession(services: Services, request: RedriveRequest): Promise<Redriven> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryRedrive(services, request);
    } catch (error) {
      if (!(error instanceof MovedOnError) || attempt === TRIES) throw error;
    }
  }
}

async function tryRedrive(services: Services, request: RedriveRequest): Promise<Redriven> {
  const { schedules, settings } = services;
  const { sessionId, from, step } = request;
  const seen = await schedules.read(sessionId);
  if (seen === undefined) throw new SessionMissingError(sessionId);
  refuse(seen, request);
  const records = await schedules.readSteps(sessionId, Object.keys(seen.inFlight));
  const snapshot = (from ?? step) === undefined ? undefined : await storeSnapshot(services, seen);
  const { before, after, messages, busy, again } = await schedules.update(sessionId, undefined, (current) =>
    planRedrive(current, { request, seen, records, snapshot }, settings),
  );
  const events = scheduleEvents(after);
  await publishAndProject(services, { before, after, released: messages, steps: again, events });
  return { status: after.state.status, published: messages.map(({ step }) => step), busy, again };
}

function refuse(schedule: Schedule, { from, step }: RedriveRequest): void {
  const { sessionId, state, inFlight, results } = schedule;
  const isAgain = (from ?? step) !== undefined;
  if (state.status === "cancelled" && (isAgain || !isParked(schedule))) {
    throw new RedriveRefusedError("cancelled", `session ${sessionId} was cancelled, and stays so`);
  }
  if (step !== undefined && isLive(state)) {
    throw new RedriveRefusedError("not-ended", `session ${sessionId} is ${state.status}; park it first`);
  }
  if (step !== undefined && results[step] === undefined) {
    throw new RedriveRefusedError("no-result", `session ${sessionId} has no result of ${step}`);
  }
  if (isAgain || isParked(schedule)) return;
  if (state.status === "completed") {
    const hint = "name a phase to make it and all after it again";
    throw new RedriveRefusedError("completed", `session ${sessionId} is complete; ${hint}`);
  }
  if (state.status === "waiting" && Object.keys(inFlight).length === 0) {
    const gates = openGates(schedule).join(" and ");
    throw new RedriveRefusedError(
      "waits-for-people",
      `session ${sessionId} waits for the review of ${gates}`,
    );
  }
}

/** Throws `RedriveRefusedError` if the step cannot be made again. */
export function checkRerun(schedule: Schedule, step: string): void {
  refuse(schedule, { sessionId: schedule.sessionId, step, by: "operator" });
}

function stepsAgain(results: Schedule["results"], { from, step }: RedriveRequest): string[] {
  if (step !== undefined) return [step];
  if (from === undefined) return [];
  const later = PHASES.slice(PHASES.indexOf(from));
  return Object.keys(results).filter((step) => later.includes(parseStepId(step).phase));
}

interface Prepared {
  request: RedriveRequest;
  seen: Schedule;
  records: ReadonlyMap<string, StepRecord>;
  /** Snapshot of the schedule as read, where results are removed from it. */
  snapshot: string | undefined;
}

interface Planned extends Pick<Redriven, "busy" | "again"> {
  before: Schedule;
  after: Schedule;
  messages: StepMessage[];
}

/** `records` were read before the transaction: a later claim only makes a message superfluous. */
function planRedrive(
  { schedule, now }: { schedule: Schedule; now: number },
  { request, seen, records, snapshot }: Prepared,
  settings: Settings,
): Change<Planned> {
  const { by } = request;
  refuse(schedule, request);
  if (schedule.epoch !== seen.epoch) throw new MovedOnError("somebody was faster");
  const again = stepsAgain(schedule.results, request);
  let changed = withoutSweepFailures(schedule);
  if (again.length > 0) {
    const results = Object.fromEntries(
      Object.entries(schedule.results).filter(([step]) => !again.includes(step)),
    );
    changed = { ...changed, results };
  }
  // A session that had ended when it was parked stays ended; the sweep checks it again.
  const isOver = schedule.state.status === "completed" || schedule.state.status === "cancelled";
  if (again.length > 0 || (!isLive(schedule.state) && !isOver)) {
    changed = reopened(changed, now, settings.timings.sessionDeadlineMs);
    if (schedule.state.status === "failed")
      changed = { ...changed, retried: { epoch: changed.epoch, at: now } };
  }
  if (again.length > 0 && snapshot !== undefined) {
    changed = withVersion(changed, { before: seen, snapshot }, { what: "redrive", by, at: now });
  }
  const inFlight: Record<string, Flight> = {};
  const busy: string[] = [];
  const idle: StepMessage[] = [];
  const { timings } = settings;
  for (const [step, flight] of Object.entries(changed.inFlight)) {
    const record = records.get(step);
    const claimed = record?.release === flight.release ? record : undefined;
    if ((claimed?.leaseUntil ?? now) > now) {
      busy.push(step);
      inFlight[step] = flight;
    } else if (claimed === undefined || claimed.attempt < settings.timings.maxAttempts) {
      idle.push(messageOf(schedule.sessionId, step, flight.input));
      inFlight[step] = { ...flight, checkAt: now + settings.timings.unclaimedMs };
    }
    // This release cannot be claimed any more: it leaves flight, and the step is released again if it is still wanted.
    else if (!isLive(changed.state)) changed = withLeftBatch(changed, claimed, { now, timings });
  }
  const moved = advance({ ...changed, inFlight }, { now, by: "redrive", settings });
  const messages = [...idle, ...moved.released];
  return {
    schedule: moved.schedule,
    value: { before: schedule, after: moved.schedule, messages, busy, again },
  };
}
