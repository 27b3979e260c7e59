// After a change of a schedule: publish what it released, then show it. In this order, and both awaited, because nothing runs after a
// request's answer. Repeating either changes nothing.
import { bookRest } from "./booking.ts";
import type { ClientEvent } from "./client-documents.ts";
import type { StepMessage } from "./message.ts";
import {
  isUrgent,
  type PlannedProjection,
  type Projection,
  type Turn,
  turnedPhases,
} from "./plan-projection.ts";
import { project } from "./project.ts";
import { isLive, type Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepRecord } from "./step-record.ts";
import { scheduleEvents } from "./timeline.ts";
import { deliveryMessages } from "./webhook-deliveries.ts";

export interface Change extends Turn {
  released: readonly StepMessage[];
  /** Steps whose own state changed. */
  steps: readonly string[];
  events: readonly ClientEvent[];
  /** The step's document with this change. */
  record?: StepRecord | undefined;
  /** How the step is shown, if that was written with the change or is known otherwise. */
  projection?: PlannedProjection | undefined;
}

/** Publishes and shows a change, and books what an ended session did not spend. Throws `BusyError` when a store is down. */
export async function publishAndProject(services: Services, change: Change): Promise<void> {
  await inSessionTrace(services, change.after, async () => {
    await publishReleased(services, change);
    await projectChange(services, change);
    await bookRest(services, change.after);
  });
}

/** Wakes the watches of steps that the change ends or outdates, and publishes the messages of the released ones. */
export async function publishReleased(
  { watches, publisher }: Services,
  { before, after, released }: Pick<Change, "before" | "after" | "released">,
): Promise<void> {
  const isMoved = before.epoch !== after.epoch || (isLive(before.state) && !isLive(after.state));
  if (isMoved) watches?.wake(after.sessionId);
  if (released.length > 0) await publisher.publish(released);
}

/** Shows what was not written with the change, and hands over the webhooks of an end or a review. */
export async function projectChange(services: Services, change: Change): Promise<void> {
  const { after, projection } = change;
  const rest = projection === undefined ? projectionOf(change) : projection.rest;
  await Promise.all([
    rest && project(services, after, rest),
    // The sweep finds messages that were not published here.
    isUrgent(change) ? services.webhooks?.enqueue(deliveryMessages(after, after.updatedAt)) : undefined,
  ]);
}

/** Runs work of a session in its trace. */
export function inSessionTrace(
  { tracer }: Services,
  { traceparent }: Schedule,
  work: () => Promise<void>,
): Promise<void> {
  if (tracer === undefined || traceparent === undefined) return work();
  return tracer.within(traceparent, "follow up", work);
}

/** The documents that a change affects. */
export function projectionOf({ before, after, released, steps, events, record }: Change): Projection {
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
