// The events that a session still has to send to its receiver, as the schedule lists them, and the messages about them. Pure.
import * as z from "zod";
import { openGates } from "./graph.ts";
import { type Schedule, type WebhookDelivery, WebhookDeliverySchema } from "./schedule.ts";

/** A message that an attempt at a delivery is due. */
export const WebhookMessageSchema = z.object({ sessionId: z.string().min(1), delivery: z.string().min(1) });
export type WebhookMessage = z.infer<typeof WebhookMessageSchema>;

/** The body sent to a receiver. It never holds text that a person wrote. */
export const WebhookEventSchema = z.object({
  /** The delivery's. */
  id: z.string(),
  event: WebhookDeliverySchema.shape.event,
  /** When the session ended with this status, or the review opened. */
  at: z.string(),
  session: z.object({
    sessionId: z.string(),
    status: z.enum(["completed", "failed", "waiting"]),
    title: z.string(),
    /** The review that opened. */
    review: WebhookDeliverySchema.shape.review,
    error: z.object({ code: z.string(), message: z.string() }).optional(),
  }),
});
export type WebhookEvent = z.infer<typeof WebhookEventSchema>;

/** One claimed attempt, with all that is needed to make it, so that its sender reads no store. */
export const WebhookCallSchema = z.object({
  url: z.string(),
  ownerId: z.string(),
  event: WebhookEventSchema,
  /** Number of attempts at this delivery, this one included. */
  attempts: z.int().positive(),
  /** Milliseconds since 1970 after which this attempt is not made any more, because the next one is due. */
  notAfter: z.number(),
});
export type WebhookCall = z.infer<typeof WebhookCallSchema>;

export const SendOutcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("delivered"), status: z.int() }),
  /** The delivery failed: an address that is not allowed, no connection, a late answer, or a status other than 2xx. */
  z.object({ kind: z.literal("failed"), status: z.int().optional(), error: z.string() }),
]);
export type SendOutcome = z.infer<typeof SendOutcomeSchema>;

/** The result of an attempt. */
export const WebhookOutcomeSchema = WebhookMessageSchema.extend({
  attempts: z.int().positive(),
  outcome: SendOutcomeSchema,
});
export type WebhookOutcome = z.infer<typeof WebhookOutcomeSchema>;

export function outcomeOf({ event, attempts }: WebhookCall, outcome: SendOutcome): WebhookOutcome {
  return { sessionId: event.session.sessionId, delivery: event.id, attempts, outcome };
}

/** Gives due deliveries to their sender. Throws `BusyError` when it cannot; the sweep gives them again. */
export interface WebhookQueue {
  enqueue(messages: readonly WebhookMessage[]): Promise<void>;
}

const KEPT = 10;
const MINUTE = 60_000;

/** Milliseconds from an attempt to the next one; together about a day. An attempt itself takes ten seconds at most. */
const WAITS = [1, 2, 10, 30, 120, 360, 720, 1].map((minutes) => minutes * MINUTE);

/** The wait after the attempt that follows `attempts` earlier ones; undefined when no further one is allowed. */
export function webhookWaitMs(attempts: number): number | undefined {
  return WAITS[attempts];
}

/** The schedule with a delivery of the status that it has ended with, or of each open review: one for each end and each opening. */
export function withEventsToTell(schedule: Schedule, now: number): Schedule {
  const { webhook } = schedule;
  if (webhook === undefined) return schedule;
  const known = new Set(webhook.deliveries.map(({ id }) => id));
  const events = [...endOf(schedule), ...reviewsOf(schedule)].filter(({ id }) => !known.has(id));
  if (events.length === 0) return schedule;
  const deliveries = events.map((event): WebhookDelivery => ({ ...event, attempts: 0, nextAt: now }));
  return {
    ...schedule,
    webhook: { ...webhook, deliveries: [...webhook.deliveries, ...deliveries].slice(-KEPT) },
  };
}

type Event = Pick<WebhookDelivery, "id" | "event" | "at" | "review">;

function endOf({ sessionId, epoch, state }: Schedule): Event[] {
  if (state.status !== "completed" && state.status !== "failed") return [];
  const event = state.status === "completed" ? "session.completed" : "session.failed";
  return [{ id: `${sessionId}.${epoch}.${state.status}`, event, at: state.endedAt }];
}

function reviewsOf(schedule: Schedule): Event[] {
  return openGates(schedule).flatMap((phase): Event[] => {
    const gate = schedule.gates[phase];
    if (gate === undefined) return [];
    const { revision, openedAt } = gate;
    const id = `${schedule.sessionId}.${phase}.${revision}.review`;
    return [{ id, event: "session.review", at: openedAt, review: { phase, revision } }];
  });
}

export function dueDeliveries({ webhook }: Schedule, now: number): WebhookDelivery[] {
  return (webhook?.deliveries ?? []).filter(({ nextAt }) => nextAt !== null && nextAt <= now);
}

/** When each pending delivery is due. */
export function deliveryTimes({ webhook }: Schedule): number[] {
  return (webhook?.deliveries ?? []).flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
}

export function deliveryMessages(schedule: Schedule, now: number): WebhookMessage[] {
  const { sessionId } = schedule;
  return dueDeliveries(schedule, now).map(({ id }) => ({ sessionId, delivery: id }));
}
