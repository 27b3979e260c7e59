// Sends the end of a session, and the opening of a review, to the receiver that a person named. The schedule lists the events still to be sent, so a crash loses none; a
// receiver may get an event twice and recognises it by its id. An attempt is claimed and recorded by a service that may write documents,
// and made by one that can read none. Deciders are pure.
import { dueAt } from "./advance.ts";
import { project } from "./project.ts";
import type { Schedule, WebhookDelivery } from "./schedule.ts";
import { SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import {
  dueDeliveries,
  type SendOutcome,
  type WebhookCall,
  type WebhookEvent,
  type WebhookMessage,
  type WebhookOutcome,
  webhookWaitMs,
} from "./webhook-deliveries.ts";

export interface WebhookSender {
  /** Never throws for a failure of the receiver or of the network. */
  send(request: { url: string; ownerId: string; event: WebhookEvent }): Promise<SendOutcome>;
}

/**
 * Claims an attempt at a delivery. Undefined if it was made, is being made or is not due, or the session is missing. Throws `BusyError`.
 */
export async function claimAttempt(
  { schedules, settings }: Services,
  { sessionId, delivery }: WebhookMessage,
): Promise<WebhookCall | undefined> {
  const lookMs = settings.timings.unclaimedMs;
  const schedule = await unlessDeleted(() =>
    schedules.update(sessionId, undefined, ({ schedule, now }) => {
      const next = planAttempt(schedule, delivery, { now, lookMs });
      return next === undefined ? { value: undefined } : { schedule: next, value: next };
    }),
  );
  const claimed = schedule?.webhook?.deliveries.find(({ id }) => id === delivery);
  if (schedule?.webhook === undefined || claimed === undefined || claimed.nextAt === null) return undefined;
  return {
    ...{ url: schedule.webhook.url, ownerId: schedule.ownerId, event: eventOf(schedule, claimed) },
    ...{ attempts: claimed.attempts, notAfter: claimed.nextAt },
  };
}

/** Records the result of an attempt, and shows it. Throws `BusyError`. */
export async function recordOutcome(services: Services, told: WebhookOutcome): Promise<void> {
  const lookMs = services.settings.timings.unclaimedMs;
  const after = await unlessDeleted(() =>
    services.schedules.update(told.sessionId, undefined, ({ schedule, now }) => {
      const next = planOutcome(schedule, told, { now, lookMs });
      return { schedule: next, value: next };
    }),
  );
  if (after !== undefined) await project(services, after, { urgent: true });
}

/** A deleted session sends nothing. */
async function unlessDeleted<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SessionMissingError) return undefined;
    throw error;
  }
}

function eventOf(
  { sessionId, title, about, state }: Schedule,
  { id, event, at, review }: WebhookDelivery,
): WebhookEvent {
  const status = STATUSES[event];
  const reason = state.status === "failed" && status === "failed" ? state.reason : undefined;
  const error = reason && { code: reason.code, message: reason.message };
  return {
    ...{ id, event, at: new Date(at).toISOString() },
    session: { sessionId, status, title: about?.title ?? title, error, ...(review && { review }) },
  };
}

const STATUSES = {
  "session.completed": "completed",
  "session.failed": "failed",
  "session.review": "waiting",
} as const;

interface Look {
  now: number;
  lookMs: number;
}

/** Counts an attempt and sets the time of the next one, for the case that this one fails. Undefined: no attempt is due. */
function planAttempt(schedule: Schedule, delivery: string, look: Look): Schedule | undefined {
  const due = dueDeliveries(schedule, look.now).find(({ id }) => id === delivery);
  if (due === undefined) return undefined;
  const waitMs = webhookWaitMs(due.attempts);
  const claimed: WebhookDelivery =
    waitMs === undefined
      ? { ...due, nextAt: null }
      : { ...due, attempts: due.attempts + 1, nextAt: look.now + waitMs };
  return withDelivery(schedule, claimed, look);
}

/** The result of an attempt; where a later attempt has been claimed, only a success still counts. */
function planOutcome(
  schedule: Schedule,
  { delivery, attempts, outcome }: WebhookOutcome,
  look: Look,
): Schedule {
  const known = schedule.webhook?.deliveries.find(({ id }) => id === delivery);
  if (known === undefined || known.deliveredAt !== undefined) return schedule;
  if (outcome.kind === "delivered") {
    const { error: _error, ...rest } = known;
    const delivered = { ...rest, nextAt: null, status: outcome.status, deliveredAt: look.now };
    return withDelivery(schedule, delivered, look);
  }
  if (known.attempts !== attempts) return schedule;
  const isLast = webhookWaitMs(attempts) === undefined;
  const { status: _status, ...rest } = known;
  const status = outcome.status === undefined ? {} : { status: outcome.status };
  const failed = { ...rest, ...status, error: outcome.error, nextAt: isLast ? null : known.nextAt };
  return withDelivery(schedule, failed, look);
}

function withDelivery(schedule: Schedule, changed: WebhookDelivery, { now, lookMs }: Look): Schedule {
  if (schedule.webhook === undefined) return schedule;
  const deliveries = schedule.webhook.deliveries.map((one) => (one.id === changed.id ? changed : one));
  const next = { ...schedule, webhook: { ...schedule.webhook, deliveries }, seq: schedule.seq + 1 };
  return { ...next, updatedAt: now, dueAt: dueAt(next, now + lookMs) };
}
