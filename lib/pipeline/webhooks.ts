// Tells whoever a person named that a session has ended. The schedule remembers what is still to be told, so that a crash
// loses nothing; a receiver may be told twice and knows a repeat by its id. An attempt is claimed and recorded by who may write
// documents, and made by somebody who can read none. Deciders are pure.
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
  /** Never throws what the receiver or the network do. */
  send(request: { url: string; ownerId: string; event: WebhookEvent }): Promise<SendOutcome>;
}

/** Claims an attempt at a delivery. Undefined where it was made, is being made, is not due, or the session is gone. Throws `BusyError`. */
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

/** Records what came of an attempt, and shows it. Throws `BusyError`. */
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

/** A session that was deleted tells nobody anything. */
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
  { id, event, at }: WebhookDelivery,
): WebhookEvent {
  const status = event === "session.completed" ? "completed" : "failed";
  const reason = state.status === "failed" && status === "failed" ? state.reason : undefined;
  const error = reason && { code: reason.code, message: reason.message };
  return {
    ...{ id, event, at: new Date(at).toISOString() },
    session: { sessionId, status, title: about?.title ?? title, error },
  };
}

interface Look {
  now: number;
  lookMs: number;
}

/** Counts an attempt and says when the next one is due, should this one come to nothing. Undefined: nothing to do now. */
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

/** What came of an attempt; one that another attempt has overtaken changes nothing but a success. */
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
