// Publishes released steps to the topics of their phases, each with the trace that it belongs to.
import type { PubSub, Topic } from "@google-cloud/pubsub";
import { BusyError } from "../pipeline/errors.ts";
import type { StepMessage, StepPublisher } from "../pipeline/message.ts";
import { type PhaseName, parseStepId } from "../pipeline/step-id.ts";
import { phaseTopic } from "../topology.ts";
import { idsOnly, type Tracing } from "./tracing.ts";

/** The client's own retries would last 600 s, longer than any request of ours. */
const PUBLISH_TIMEOUT_MS = 20_000;

export function pubsubPublisher(client: PubSub, tracing: Tracing = idsOnly): StepPublisher {
  const topics = new Map<PhaseName, Topic>();
  const topicOf = (phase: PhaseName): Topic => {
    let topic = topics.get(phase);
    if (topic === undefined) {
      topic = client.topic(phaseTopic(phase), {
        // Waiting for a batch to fill costs 10 ms a hop and gains nothing here.
        batching: { maxMessages: 1 },
        gaxOpts: { timeout: PUBLISH_TIMEOUT_MS, retry: { backoffSettings: { ...BACKOFF } } },
      });
      topics.set(phase, topic);
    }
    return topic;
  };
  async function publishOne(message: StepMessage): Promise<void> {
    const { phase } = parseStepId(message.step);
    const attributes = { "mekuri.session": message.sessionId, "mekuri.step": message.step };
    await tracing.span({ name: `publish ${phaseTopic(phase)}`, kind: "producer", attributes }, async () => {
      const traceparent = tracing.current();
      await topicOf(phase).publishMessage({
        json: message,
        ...(traceparent !== undefined && { attributes: { traceparent } }),
      });
    });
  }

  return {
    async publish(messages: readonly StepMessage[]) {
      try {
        await Promise.all(messages.map(publishOne));
      } catch (error) {
        throw new BusyError("Pub/Sub did not take a message", undefined, { cause: error });
      }
    },
  };
}

const BACKOFF = {
  initialRetryDelayMillis: 50,
  retryDelayMultiplier: 2,
  maxRetryDelayMillis: 2_000,
  initialRpcTimeoutMillis: 5_000,
  rpcTimeoutMultiplier: 1,
  maxRpcTimeoutMillis: 5_000,
  totalTimeoutMillis: PUBLISH_TIMEOUT_MS,
} as const;
