// How a step leaves flight: its exit is recorded in one transaction of schedule and step document, together with the clients' documents.
// Then the released steps are published, and the remaining clients' documents written (`publish-and-project.ts`).
import { messageOf } from "./advance.ts";
import type { Claim } from "./claim.ts";
import type { Ended } from "./claim-step.ts";
import type { ClientEvent } from "./client-documents.ts";
import { outputsOf, readViews } from "./current-views.ts";
import { BusyError } from "./errors.ts";
import type { Handling } from "./handling.ts";
import { documentsOf, type PlannedProjection, planProjection, viewsFor } from "./plan-projection.ts";
import { type Change, projectionOf } from "./publish-and-project.ts";
import { planRecord, type Recorded } from "./record.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepRecord } from "./step-record.ts";
import { exitEvents, scheduleEvents, writeTimeline } from "./timeline.ts";

/** A step that has left flight, or was found not to: what is to be published and shown of it. */
export interface Completion extends Change {
  /** As `Recorded` says; undefined if an earlier handling of the message recorded it. */
  kind: Recorded["kind"] | undefined;
  record: StepRecord | undefined;
  /** The lease of another worker, while which no exit counts. */
  heldUntil?: Omit<Claim & { kind: "leased" }, "kind"> | undefined;
}

/** Records an exit, with the timeline's pending events. Throws `BusyError` when a store is down. */
export async function completeStep(
  services: Services,
  handling: Handling,
  { exit, known }: Ended,
): Promise<Completion> {
  const { schedules, settings, clock } = services;
  const { sessionId, step } = handling.message;
  const foreseen = known && planRecord({ ...known, now: clock.now() }, exit, settings).value;
  const views = foreseen && hasLeft(foreseen) ? await viewsBeside(services, foreseen) : new Map();
  const events = handling.events.splice(0);
  const recorded = await schedules.update(sessionId, step, (current) => {
    const change = planRecord(current, exit, settings);
    if (change.schedule === undefined || !hasLeft(change.value)) return change;
    const { after, record } = change.value;
    const shows = projectionOf(changeBy(change.value, events));
    const others = viewsFor(after, documentsOf(after, shows));
    const atHand = schedules.knownViews(sessionId, outputsOf(after, others));
    const projection = planProjection(after, shows, new Map([...views, ...atHand, [step, record]]));
    return { ...change, shown: projection.shown, value: { ...change.value, projection } };
  });
  handling.turn.end();
  return completionOf(services, {
    recorded,
    events,
    heartbeatMs: settings.timings.heartbeatMs,
    fence: exit.fence,
  });
}

type RecordedAndShown = Recorded & { projection?: PlannedProjection };

async function completionOf(
  services: Services,
  {
    recorded,
    events,
    heartbeatMs,
    fence,
  }: {
    recorded: RecordedAndShown;
    events: readonly ClientEvent[];
    heartbeatMs: number;
    fence: number | null;
  },
): Promise<Completion> {
  const { kind, before, after, record } = recorded;
  if (kind === "repeated") {
    await writeTimeline(services, after, events);
    return { ...(await completedBefore(services, after, record.step)), kind };
  }
  if (hasLeft(recorded)) return { ...changeBy(recorded, events), kind, record };
  // The costs of its earlier claims may have changed.
  const rest = after === before ? undefined : { urgent: false, events };
  if (rest === undefined) await writeTimeline(services, after, events);
  const { leaseUntil: until, fence: holder } = record;
  const isHeld = fence === null && until !== null;
  return {
    ...{ kind, before, after, record, released: [], steps: [], events: [] },
    projection: { shown: {}, rest },
    // That worker may have died meanwhile: the message is kept until its state is known.
    heldUntil: isHeld ? { fence: holder, until, leftMs: heartbeatMs } : undefined,
  };
}

function hasLeft({ kind }: Recorded): boolean {
  return kind !== "repeated" && kind !== "refused";
}

function changeBy({ kind, ...recorded }: RecordedAndShown, events: readonly ClientEvent[]): Change {
  const { before, after, record, released, projection } = recorded;
  const isTaken = kind === "taken";
  const exits =
    kind === "repeated" || kind === "refused"
      ? []
      : exitEvents(record, isTaken ? "done" : kind, after.updatedAt);
  return { before, after, released, steps: [record.step], events: [...events, ...exits], record, projection };
}

/** The views of those other steps that are shown in the same documents, so that the documents can be written with the step's record. */
async function viewsBeside(services: Services, foreseen: Recorded): Promise<ReadonlyMap<string, StepRecord>> {
  const { after, record } = foreseen;
  const steps = viewsFor(after, documentsOf(after, projectionOf(changeBy(foreseen, []))));
  try {
    return await readViews(services, after, steps, record);
  } catch (error) {
    // The result exists and may be paid for: a failure to show it at once does not discard it.
    if (!(error instanceof BusyError)) throw error;
    return new Map();
  }
}

/**
 * For a step that left flight before this delivery: the worker may have died after the record. The released steps that are unclaimed are
 * published again, and the step is shown again.
 */
export async function completedBefore(
  services: Services,
  schedule: Schedule,
  step: string,
): Promise<Completion> {
  const { sessionId } = schedule;
  const followers = Object.entries(schedule.inFlight).filter(([, { by }]) => by === step);
  const records = await services.schedules.readSteps(sessionId, [step, ...followers.map(([id]) => id)]);
  const unclaimed = followers.filter(([id, { release }]) => (records.get(id)?.release ?? 0) < release);
  const record = records.get(step);
  const isDone = record !== undefined && record.endedAt !== null && record.error === null;
  const done = isDone ? exitEvents(record, "done", record.endedAt ?? 0) : [];
  const events = isLive(schedule.state) ? done : [...done, ...scheduleEvents(schedule)];
  return {
    ...{ kind: undefined, before: schedule, after: schedule, steps: [], events: [], record },
    released: unclaimed.map(([id, { input }]) => messageOf(sessionId, id, input)),
    projection: { shown: {}, rest: record && { urgent: false, steps: [step], events, record } },
  };
}
