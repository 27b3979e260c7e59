// One pushed delivery of Pub/Sub as an HTTP request: the envelope in, a status out.
// https://cloud.google.com/pubsub/docs/push#receive_push
import type { HttpFunction } from "@google-cloud/functions-framework";
import * as z from "zod";

/** The wrapped envelope, as far as we read it. */
const EnvelopeSchema = z.object({
  message: z.object({
    data: z.base64().optional(),
    attributes: z.record(z.string(), z.string()).optional(),
    messageId: z.string(),
  }),
  subscription: z.string(),
  deliveryAttempt: z.int().optional(),
});

export interface Delivery {
  messageId: string;
  attributes: Record<string, string>;
  /** Counted by Pub/Sub when the subscription has a dead-letter policy; else 1. */
  deliveryAttempt: number;
  /** The message's JSON, or its text when it is none. */
  body: unknown;
}

/** `ack`: done with it. `unavailable`: a store of ours is down, deliver it again later. */
export type DeliveryOutcome = "ack" | "unavailable";

/**
 * Serves deliveries. Negative answers slow the whole subscription down, so only `unavailable` gives one (503);
 * what is no envelope at all gets 400, since nothing of ours sent it.
 */
export function servePush(handle: (delivery: Delivery) => Promise<DeliveryOutcome>): HttpFunction {
  return async (request, response) => {
    const envelope = EnvelopeSchema.safeParse(request.body);
    if (!envelope.success) {
      response.status(400).json({ error: "not a Pub/Sub push envelope" });
      return;
    }
    const { message, deliveryAttempt } = envelope.data;
    let outcome: DeliveryOutcome;
    try {
      outcome = await handle({
        messageId: message.messageId,
        attributes: message.attributes ?? {},
        deliveryAttempt: deliveryAttempt ?? 1,
        body: decode(message.data ?? ""),
      });
    } catch (error) {
      logError("a delivery failed", error, { messageId: message.messageId });
      outcome = "unavailable";
    }
    response.status(outcome === "ack" ? 204 : 503).end();
  };
}

function decode(data: string): unknown {
  const text = Buffer.from(data, "base64").toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** One line of JSON as Cloud Logging reads it. https://cloud.google.com/logging/docs/structured-logging */
export function logError(message: string, error: unknown, fields: Record<string, unknown> = {}): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${JSON.stringify({ severity: "ERROR", message: `${message}: ${detail}`, ...fields })}\n`,
  );
}
