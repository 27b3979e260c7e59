// Publishes released steps to the topics of their phases, each with the trace that it belongs to.
import type { StepMessage, StepPublisher } from "../pipeline/message.ts";
import { parseStepId } from "../pipeline/step-id.ts";
import { phaseTopic } from "../topology.ts";
import { refusalOf } from "./store-refusals.ts";
import type { Topics } from "./topics.ts";
import { idsOnly, type Tracing } from "./tracing.ts";

export function pubsubPublisher(topics: Pick<Topics, "publish">, tracing: Tracing = idsOnly): StepPublisher {
  async function publishOne(json: StepMessage): Promise<void> {
    const topic = phaseTopic(parseStepId(json.step).phase);
    const attributes = { "mekuri.session": json.sessionId, "mekuri.step": json.step };
    await tracing.span({ name: `publish ${topic}`, kind: "producer", attributes }, () =>
      topics.publish(topic, { json, traceparent: tracing.current() }),
    );
  }

  return {
    async publish(messages: readonly StepMessage[]) {
      try {
        await Promise.all(messages.map(publishOne));
      } catch (error) {
        throw refusalOf("Pub/Sub did not accept a message", error);
      }
    },
  };
}
