// Topics of Pub/Sub by its JSON API: one message, one request. Its client library and the codecs of gRPC that come with it would
// take longer to load than most first steps take in all.
// https://cloud.google.com/pubsub/docs/reference/rest/v1/projects.topics/publish
import { askGoogle } from "./google-requests.ts";

/** Asking ends with the request that it is done for: Google's own clients would try for ten minutes. */
const PATIENCE = { firstWaitMs: 50, longestWaitMs: 2_000, tryMs: 5_000, lastTryMs: 15_000 };

export interface Topics {
  /** Resolves when Pub/Sub has the message. Rejects when it takes none, or not within 20 s. */
  publish(topic: string, message: { json: unknown; traceparent?: string | undefined }): Promise<void>;
  /** Rejects when Pub/Sub does not know the topic, or is not reachable. */
  look(topic: string): Promise<void>;
}

/** `emulator`: host and port of one that stands in for the real service. */
export function pubsubTopics(projectId: string, emulator = process.env.PUBSUB_EMULATOR_HOST): Topics {
  const origin = emulator === undefined ? "https://pubsub.googleapis.com" : `http://${emulator}`;
  const place = (path: string) => ({
    url: new URL(`${origin}/v1/projects/${projectId}/topics/${path}`),
    isEmulated: emulator !== undefined,
  });
  return {
    async publish(topic, { json, traceparent }) {
      const data = Buffer.from(JSON.stringify(json)).toString("base64");
      const message = { data, ...(traceparent !== undefined && { attributes: { traceparent } }) };
      await askGoogle({
        ...place(`${topic}:publish`),
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ messages: [message] }),
        patience: PATIENCE,
      });
    },
    async look(topic) {
      await askGoogle({ ...place(topic), patience: { ...PATIENCE, lastTryMs: 0 } });
    },
  };
}
