// The broker's topics, subscriptions and messages, with the service's limits.
import { z } from "zod";
import { invalidArgument } from "./pubsub-error.ts";

const LabelsSchema = z.record(z.string(), z.string());

export const TopicSchema = z.object({
  name: z.string(),
  labels: LabelsSchema,
  retentionMs: z.number().optional(),
});
export type Topic = z.infer<typeof TopicSchema>;

const PushTargetSchema = z.object({
  endpoint: z.string(),
  attributes: LabelsSchema,
  /** An empty audience means the endpoint's URL. */
  oidc: z.object({ serviceAccountEmail: z.string(), audience: z.string() }).optional(),
});
export type PushTarget = z.infer<typeof PushTargetSchema>;

export const SubscriptionSchema = z.object({
  name: z.string(),
  /** `_deleted-topic_` after the topic was deleted. */
  topic: z.string(),
  ackDeadlineSeconds: z.number().int(),
  push: PushTargetSchema.optional(),
  retry: z.object({ minimumMs: z.number(), maximumMs: z.number() }).optional(),
  deadLetter: z.object({ topic: z.string(), maxDeliveryAttempts: z.number().int() }).optional(),
  ordered: z.boolean(),
  labels: LabelsSchema,
  retainAckedMessages: z.boolean(),
  retentionMs: z.number(),
  /** Stored and returned only: nothing expires here. Without `ttlMs`: never. */
  expiration: z.object({ ttlMs: z.number().optional() }),
});
export type Subscription = z.infer<typeof SubscriptionSchema>;

/** A message as published. */
export interface NewMessage {
  readonly data: Buffer;
  readonly attributes: Readonly<Record<string, string>>;
  readonly orderingKey: string;
}

/** An accepted message. `id` increases with every message of the emulator. */
export interface StoredMessage extends NewMessage {
  readonly id: number;
  readonly topic: string;
  /** Milliseconds since 1970. */
  readonly publishedAt: number;
}

export const DELETED_TOPIC = "_deleted-topic_";
export const MAX_MESSAGE_BYTES = 10_000_000;
const MAX_MESSAGES_A_REQUEST = 1000;
const DAY_MS = 86_400_000;

/** The service's defaults for fields that a new subscription omits. */
export const SUBSCRIPTION_DEFAULTS = {
  ackDeadlineSeconds: 10,
  retentionMs: 7 * DAY_MS,
  expirationTtlMs: 31 * DAY_MS,
  maxDeliveryAttempts: 5,
  retryMinimumMs: 10_000,
  retryMaximumMs: 600_000,
} as const;

/** Size as the service counts it against its limits: data, attributes and ordering key. */
export function messageBytes(message: NewMessage): number {
  let bytes = message.data.length + Buffer.byteLength(message.orderingKey);
  for (const [key, value] of Object.entries(message.attributes)) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  return bytes;
}

/** Throws INVALID_ARGUMENT unless `name` is `projects/P/{collection}/ID` with an id that the service accepts. */
export function requireName(name: string, collection: "topics" | "subscriptions"): void {
  const [, id] = new RegExp(`^projects/[^/]+/${collection}/(.+)$`).exec(name) ?? [];
  if (id === undefined || !/^[A-Za-z][A-Za-z0-9\-_.~+%]{2,254}$/.test(id) || /^goog/i.test(id)) {
    throw invalidArgument(`Invalid [${collection}] name: (name=${name})`);
  }
}

/** Throws INVALID_ARGUMENT for a publish request that the service refuses. */
export function requirePublishable(messages: readonly NewMessage[]): void {
  if (messages.length === 0 || messages.length > MAX_MESSAGES_A_REQUEST) {
    throw invalidArgument(
      `A publish request holds 1 to ${MAX_MESSAGES_A_REQUEST} messages, not ${messages.length}.`,
    );
  }
  const orderingKey = messages[0]?.orderingKey ?? "";
  for (const message of messages) {
    if (message.data.length === 0 && Object.keys(message.attributes).length === 0) {
      throw invalidArgument("Some messages are empty: a message needs non-empty data or an attribute.");
    }
    if (message.orderingKey !== orderingKey) {
      throw invalidArgument("All messages of one publish request must have the same ordering key, or none.");
    }
    if (messageBytes(message) > MAX_MESSAGE_BYTES) {
      throw invalidArgument(`A message holds at most ${MAX_MESSAGE_BYTES} bytes.`);
    }
    requireAttributes(message.attributes);
  }
  if (Buffer.byteLength(orderingKey) > 1024) {
    throw invalidArgument("An ordering key holds at most 1024 bytes.");
  }
}

function requireAttributes(attributes: Readonly<Record<string, string>>): void {
  const entries = Object.entries(attributes);
  if (entries.length > 100) throw invalidArgument("A message holds at most 100 attributes.");
  for (const [key, value] of entries) {
    if (key === "" || Buffer.byteLength(key) > 256 || Buffer.byteLength(value) > 1024) {
      throw invalidArgument("An attribute's key holds 1 to 256 bytes, its value at most 1024.");
    }
    // https://cloud.google.com/pubsub/docs/publisher#using-attributes
    if (key.startsWith("goog"))
      throw invalidArgument(`An attribute's key must not start with "goog": ${key}`);
  }
}

/** Throws INVALID_ARGUMENT for settings outside the service's limits. */
export function requireSubscription(subscription: Subscription): void {
  const { name, ackDeadlineSeconds, push, retry, deadLetter } = subscription;
  requireName(name, "subscriptions");
  if (ackDeadlineSeconds < 10 || ackDeadlineSeconds > 600) {
    throw invalidArgument(`ack_deadline_seconds must be between 10 and 600, not ${ackDeadlineSeconds}.`);
  }
  if (push !== undefined && !isHttpAddress(push.endpoint)) {
    throw invalidArgument(`Invalid push endpoint given (endpoint=${push.endpoint}).`);
  }
  if (retry !== undefined) {
    const { minimumMs, maximumMs } = retry;
    if (minimumMs < 0 || maximumMs > 600_000 || minimumMs > maximumMs) {
      throw invalidArgument("A retry policy needs 0 s <= minimum_backoff <= maximum_backoff <= 600 s.");
    }
  }
  if (deadLetter !== undefined) {
    requireName(deadLetter.topic, "topics");
    const attempts = deadLetter.maxDeliveryAttempts;
    if (attempts < 5 || attempts > 100) {
      throw invalidArgument(`max_delivery_attempts must be between 5 and 100, not ${attempts}.`);
    }
  }
}

function isHttpAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
