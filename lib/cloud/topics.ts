// The port to topics of Pub/Sub. Two implementations: Google's client (`official-topics.ts`) and its JSON API (`pubsub-requests.ts`).

/** Both throw errors with the HTTP status as their `code`. */
export interface Topics {
  /** Resolves when Pub/Sub has stored the message. Rejects if it refuses, or does not answer within 20 s. */
  publish(topic: string, message: { json: unknown; traceparent?: string | undefined }): Promise<void>;
  /** Rejects if Pub/Sub does not have the topic, or is unreachable. */
  look(topic: string): Promise<void>;
}
