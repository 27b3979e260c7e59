// What a session still has to tell the receiver that its person named, as the schedule holds it. Pure.
import * as z from "zod";
import type { Schedule, WebhookDelivery } from "./schedule.ts";

/** A message that an attempt at a delivery is due. */
export const WebhookMessageSchema = z.object({ sessionId: z.string().min(1), delivery: z.string().min(1) });
export type WebhookMessage = z.infer<typeof WebhookMessageSchema>;

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
