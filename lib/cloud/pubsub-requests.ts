// Topics of Pub/Sub by its JSON API: one message, one request. Saves a cold start the load of Google's client with the codecs of gRPC (rows
// "cold start" of `docs/proof/bench.md`; the reason is `docs/decisions/0098-small-requests-go-to-googles-json-apis.md`).
// https://cloud.google.com/pubsub/docs/reference/rest/v1/projects.topics/publish
import { askGoogle } from "./google-requests.ts";
import type { Topics } from "./topics.ts";

/** Google's own client would try for ten minutes: asking ends with the request that it is done for. */
const TIMES = { firstWaitMs: 100, longestWaitMs: 60_000, tryMs: 5_000, lastTryMs: 15_000 };
// https://github.com/googleapis/google-cloud-node/blob/main/packages/google-pubsub/src/v1/publisher_client_config.json
export const PUBSUB_RETRIES = {
  // CANCELLED, UNKNOWN and INTERNAL, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, UNAVAILABLE; and the statuses of its front end
  publish: { ...TIMES, factor: 4, statuses: [499, 500, 504, 429, 409, 503, 502, 408] },
  // UNKNOWN, ABORTED, UNAVAILABLE; tried once, because it checks whether the service answers now
  getTopic: { ...TIMES, factor: 1.3, statuses: [500, 409, 503], lastTryMs: 0 },
};

/** `emulator`: host and port of an emulator. */
export function pubsubTopics(projectId: string, emulator = process.env.PUBSUB_EMULATOR_HOST): Topics {
  const origin = emulator === undefined ? "https://pubsub.googleapis.com" : `http://${emulator}`;
  const nameOf = (topic: string) => `projects/${projectId}/topics/${topic}`;
  const isEmulated = emulator !== undefined;
  return {
    async publish(topic, { json, traceparent }) {
      const data = Buffer.from(JSON.stringify(json)).toString("base64");
      const message = { data, ...(traceparent !== undefined && { attributes: { traceparent } }) };
      await askGoogle({
        url: new URL(`${origin}/v1/${nameOf(topic)}:publish`),
        ...{ method: "POST", routed: { topic: nameOf(topic) }, retry: PUBSUB_RETRIES.publish, isEmulated },
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ messages: [message] }),
      });
    },
    async look(topic) {
      const url = new URL(`${origin}/v1/${nameOf(topic)}`);
      await askGoogle({ url, routed: { topic: nameOf(topic) }, retry: PUBSUB_RETRIES.getTopic, isEmulated });
    },
  };
}
