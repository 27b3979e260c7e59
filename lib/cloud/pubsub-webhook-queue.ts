// Sends due webhook deliveries to the function that makes them, over a separate topic.
import type { WebhookQueue } from "../pipeline/webhook-deliveries.ts";
import { WEBHOOK_TOPIC } from "../topology.ts";
import { refusalOf } from "./store-refusals.ts";
import type { Topics } from "./topics.ts";
import { idsOnly, type Tracing } from "./tracing.ts";

export function pubsubWebhookQueue(
  topics: Pick<Topics, "publish">,
  tracing: Tracing = idsOnly,
): WebhookQueue {
  return {
    async enqueue(messages) {
      try {
        const traceparent = tracing.current();
        await Promise.all(messages.map((json) => topics.publish(WEBHOOK_TOPIC, { json, traceparent })));
      } catch (error) {
        throw refusalOf("Pub/Sub did not accept a message", error);
      }
    },
  };
}
