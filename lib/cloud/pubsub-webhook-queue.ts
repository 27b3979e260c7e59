// Hands due deliveries of webhooks to the function that makes them, by a topic of their own.
import type { PubSub } from "@google-cloud/pubsub";
import { BusyError } from "../pipeline/errors.ts";
import type { WebhookQueue } from "../pipeline/webhook-deliveries.ts";
import { WEBHOOK_TOPIC } from "../topology.ts";

export function pubsubWebhookQueue(client: PubSub): WebhookQueue {
  const topic = client.topic(WEBHOOK_TOPIC, { batching: { maxMessages: 1 } });
  return {
    async enqueue(messages) {
      try {
        await Promise.all(messages.map((json) => topic.publishMessage({ json })));
      } catch (error) {
        throw new BusyError("Pub/Sub did not take a message", undefined, { cause: error });
      }
    },
  };
}
