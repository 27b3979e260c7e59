// The port to topics of Pub/Sub. Two implementations: Google's client (`official-topics.ts`) and its JSON API (`pubsub-requests.ts`).

/** Both throw errors with the HTTP status as their `code`. */
export interface Topics {
  /** Resolves when Pub/Sub has the message. Rejects when it takes none, or not within 20 s. */
  publish(topic: string, message: { json: unknown; traceparent?: string | undefined }): Promise<void>;
  /** Rejects when Pub/Sub does not know the topic, or is not reachable. */
  look(topic: string): Promise<void>;
}
