// What a session still has to tell the receiver that its person named, as the schedule holds it, and the messages about it. Pure.
import * as z from "zod";
import { type Schedule, type WebhookDelivery, WebhookDeliverySchema } from "./schedule.ts";

/** A message that an attempt at a delivery is due. */
export const WebhookMessageSchema = z.object({ sessionId: z.string().min(1), delivery: z.string().min(1) });
export type WebhookMessage = z.infer<typeof WebhookMessageSchema>;

/** What a receiver is told: never the person's text. */
export const WebhookEventSchema = z.object({
  /** The delivery's. */
  id: z.string(),
  event: WebhookDeliverySchema.shape.event,
  /** When the session ended so. */
  at: z.string(),
  session: z.object({
    sessionId: z.string(),
    status: z.enum(["completed", "failed"]),
    title: z.string(),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
  }),
});
export type WebhookEvent = z.infer<typeof WebhookEventSchema>;

/** One attempt that was claimed, with all that it takes: who makes it reads no store. */
export const WebhookCallSchema = z.object({
  url: z.string(),
  ownerId: z.string(),
  event: WebhookEventSchema,
  /** Of this delivery, with this one. */
  attempts: z.int().positive(),
  /** Milliseconds since 1970. From then on the next attempt is due, and this one is not made any more. */
  notAfter: z.number(),
});
export type WebhookCall = z.infer<typeof WebhookCallSchema>;

export const SendOutcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("delivered"), status: z.int() }),
  /** It was not taken: an address that is not allowed, no connection, a late answer, a status that is none of 2xx. */
  z.object({ kind: z.literal("failed"), status: z.int().optional(), error: z.string() }),
]);
export type SendOutcome = z.infer<typeof SendOutcomeSchema>;

/** What came of an attempt. */
export const WebhookOutcomeSchema = WebhookMessageSchema.extend({
  attempts: z.int().positive(),
  outcome: SendOutcomeSchema,
});
export type WebhookOutcome = z.infer<typeof WebhookOutcomeSchema>;

export function outcomeOf({ event, attempts }: WebhookCall, outcome: SendOutcome): WebhookOutcome {
  return { sessionId: event.session.sessionId, delivery: event.id, attempts, outcome };
}

/** Hands due deliveries to whoever makes them. Throws `BusyError` when it cannot; the sweep hands them over again. */
export interface WebhookQueue {
  enqueue(messages: readonly WebhookMessage[]): Promise<void>;
}

const KEPT = 10;
const MINUTE = 60_000;

/** Milliseconds from an attempt to the next one; together about a day. An attempt itself takes ten seconds at most. */
const WAITS = [1, 2, 10, 30, 120, 360, 720, 1].map((minutes) => minutes * MINUTE);

/** How long to wait after the attempt that follows `attempts` earlier ones; undefined when that would be one too many. */
export function webhookWaitMs(attempts: number): number | undefined {
  return WAITS[attempts];
}

/** The schedule with the end that it has reached put down for telling, once for each end. */
export function withEndToTell(schedule: Schedule, now: number): Schedule {
  const { webhook, state, sessionId, epoch } = schedule;
  if (webhook === undefined || (state.status !== "completed" && state.status !== "failed")) return schedule;
  const id = `${sessionId}.${epoch}.${state.status}`;
  if (webhook.deliveries.some((delivery) => delivery.id === id)) return schedule;
  const event = state.status === "completed" ? "session.completed" : "session.failed";
  const delivery: WebhookDelivery = { id, event, at: state.endedAt, attempts: 0, nextAt: now };
  return { ...schedule, webhook: { ...webhook, deliveries: [...webhook.deliveries, delivery].slice(-KEPT) } };
}

export function dueDeliveries({ webhook }: Schedule, now: number): WebhookDelivery[] {
  return (webhook?.deliveries ?? []).filter(({ nextAt }) => nextAt !== null && nextAt <= now);
}

/** When each delivery that is still to be made is due. */
export function deliveryTimes({ webhook }: Schedule): number[] {
  return (webhook?.deliveries ?? []).flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
}

export function deliveryMessages(schedule: Schedule, now: number): WebhookMessage[] {
  const { sessionId } = schedule;
  return dueDeliveries(schedule, now).map(({ id }) => ({ sessionId, delivery: id }));
}
