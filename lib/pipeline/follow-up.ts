// What follows a change of the schedule: publish what it released, then show it. In this order, and both awaited,
// because nothing runs after a request's answer.
import { messageOf } from "./advance.ts";
import { bookRest } from "./booking.ts";
import type { ClientEvent } from "./client-documents.ts";
import type { StepMessage } from "./message.ts";
import { isUrgent, type PlannedShowing, type Showing, type Turn, turnedPhases } from "./plan-showing.ts";
import { show } from "./projecting.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepRecord } from "./step-record.ts";
import { exitEvents, scheduleEvents } from "./timeline.ts";
import { deliveryMessages } from "./webhook-deliveries.ts";

export interface Change extends Turn {
  released: readonly StepMessage[];
  /** Steps whose own state changed. */
  steps: readonly string[];
  events: readonly ClientEvent[];
  /** The document that a step has with this change. */
  record?: StepRecord | undefined;
  /** How it is shown, where some of that was written with it. */
  showing?: PlannedShowing | undefined;
}

/** Publishes and projects, in the session's trace. Throws `BusyError` when a store is down; doing it again changes nothing twice. */
export async function followUp(services: Services, change: Change): Promise<void> {
  const { tracer } = services;
  const { traceparent } = change.after;
  const follow = () => publishAndShow(services, change);
  if (tracer === undefined || traceparent === undefined) return follow();
  return tracer.within(traceparent, "follow up", follow);
}

async function publishAndShow(services: Services, change: Change): Promise<void> {
  const { before, after, showing } = change;
  const isMoved = before.epoch !== after.epoch || (isLive(before.state) && !isLive(after.state));
  if (isMoved) services.watches?.wake(after.sessionId);
  if (change.released.length > 0) await services.publisher.publish(change.released);
  const rest = showing === undefined ? showingOf(change) : showing.rest;
  await Promise.all([
    rest && show(services, after, rest),
    // What is not handed over here is found by the sweep.
    isUrgent(change) ? services.webhooks?.enqueue(deliveryMessages(after, after.updatedAt)) : undefined,
  ]);
  await bookRest(services, after);
}

/** What a change shows in. */
export function showingOf({ before, after, released, steps, events, record }: Change): Showing {
  const urgent = isUrgent({ before, after });
  const changed = new Set([...steps, ...released.map(({ step }) => step)]);
  return {
    urgent,
    steps: [...changed].filter(isOnPageOrBook),
    phases: turnedPhases({ before, after }),
    events: urgent ? [...events, ...scheduleEvents(after)] : events,
    record,
  };
}

function isOnPageOrBook(step: string): boolean {
  return !step.startsWith("review/");
}

/**
 * For a step that has left flight already: a message came again, so somebody may have died after the record.
 * Publishes again what the step released and nobody has claimed yet, and shows what was not shown.
 */
export async function catchUp(services: Services, schedule: Schedule, step: string): Promise<void> {
  const { schedules, publisher } = services;
  const followers = Object.entries(schedule.inFlight).filter(([, { by }]) => by === step);
  const records = await schedules.readSteps(schedule.sessionId, [step, ...followers.map(([id]) => id)]);
  const unclaimed = followers.filter(([id, { release }]) => (records.get(id)?.release ?? 0) < release);
  if (unclaimed.length > 0) {
    await publisher.publish(unclaimed.map(([id, { input }]) => messageOf(schedule.sessionId, id, input)));
  }
  const record = records.get(step);
  if (record === undefined) return;
  const done =
    record.endedAt !== null && record.error === null ? exitEvents(record, "done", record.endedAt) : [];
  const events = isLive(schedule.state) ? done : [...done, ...scheduleEvents(schedule)];
  await show(services, schedule, { urgent: false, steps: [step], events, record });
}
