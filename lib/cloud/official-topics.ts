// Topics of Pub/Sub by Google's own client, which loads with the first use.
// https://cloud.google.com/nodejs/docs/reference/pubsub/latest
import type { PubSub, Topic } from "@google-cloud/pubsub";
import type { Topics } from "./topics.ts";

/** It would try for ten minutes: publishing ends with the request that it is done for. */
const PUBLISHING = { batching: { maxMessages: 1 }, gaxOpts: { timeout: 15_000 } };

export function officialTopics(open: () => Promise<PubSub>): Topics {
  /** One for each topic, because it holds the messages in flight. */
  const known = new Map<string, Promise<Topic>>();
  const topicOf = (name: string) => {
    const topic = known.get(name) ?? open().then((client) => client.topic(name, PUBLISHING));
    known.set(name, topic);
    return topic;
  };
  return {
    async publish(name, { json, traceparent }) {
      const attributes = traceparent === undefined ? {} : { attributes: { traceparent } };
      const topic = await topicOf(name);
      await withStatus(() =>
        topic.publishMessage({ data: Buffer.from(JSON.stringify(json)), ...attributes }),
      );
    },
    async look(name) {
      const topic = await topicOf(name);
      await withStatus(() => topic.getMetadata());
    },
  };
}

/** By gRPC's codes. https://cloud.google.com/apis/design/errors#handling_errors */
const STATUSES = [200, 499, 500, 400, 504, 404, 409, 403, 429, 400, 409, 400, 501, 500, 503, 500, 401];
const ALREADY_EXISTS = 6;

async function withStatus(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
    const status = typeof code === "number" && code !== ALREADY_EXISTS ? STATUSES[code] : undefined;
    if (status === undefined) throw error;
    throw Object.assign(new Error(String(error), { cause: error }), { code: status });
  }
}
