// Hands due deliveries of webhooks to the function that makes them, by a topic of their own.
import type { PubSub } from "@google-cloud/pubsub";
import { BusyError } from "../pipeline/errors.ts";
import type { WebhookQueue } from "../pipeline/webhook-deliveries.ts";
import { WEBHOOK_TOPIC } from "../topology.ts";
import { idsOnly, type Tracing } from "./tracing.ts";

export function pubsubWebhookQueue(client: PubSub, tracing: Tracing = idsOnly): WebhookQueue {
  const topic = client.topic(WEBHOOK_TOPIC, { batching: { maxMessages: 1 } });
  return {
    async enqueue(messages) {
      try {
        const traceparent = tracing.current();
        await Promise.all(
          messages.map((json) =>
            topic.publishMessage({ json, ...(traceparent && { attributes: { traceparent } }) }),
          ),
        );
      } catch (error) {
        throw new BusyError("Pub/Sub did not take a message", undefined, { cause: error });
      }
    },
  };
}
