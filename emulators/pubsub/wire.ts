// Converts between protocol messages and the broker's resources. Uncovered fields are refused by name.
import type { protos } from "@google-cloud/pubsub";
import type { Lease } from "./delivery-queue.ts";
import { invalidArgument, unimplemented } from "./pubsub-error.ts";
import {
  type NewMessage,
  type PushTarget,
  type StoredMessage,
  SUBSCRIPTION_DEFAULTS,
  type Subscription,
  type Topic,
} from "./resources.ts";

type WireTopic = protos.google.pubsub.v1.ITopic;
type WireSubscription = protos.google.pubsub.v1.ISubscription;
type WirePushConfig = protos.google.pubsub.v1.IPushConfig;
type WireMessage = protos.google.pubsub.v1.IPubsubMessage;
type WireReceived = protos.google.pubsub.v1.IReceivedMessage;
type WireDuration = protos.google.protobuf.IDuration;

const milliseconds = ({ seconds, nanos }: WireDuration) => Number(seconds ?? 0) * 1000 + (nanos ?? 0) / 1e6;

const seconds = (ms: number) => ({ seconds: Math.floor(ms / 1000), nanos: Math.round((ms % 1000) * 1e6) });

/** Throws UNIMPLEMENTED for the first of `fields` that is not empty. */
function refuse(fields: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(fields)) {
    if (Array.isArray(value) ? value.length > 0 : Boolean(value)) throw unimplemented(name);
  }
}

export function topicFromWire(wire: WireTopic): Topic {
  refuse({
    "Topic.message_storage_policy": wire.messageStoragePolicy,
    "Topic.kms_key_name": wire.kmsKeyName,
    "Topic.schema_settings": wire.schemaSettings,
    "Topic.ingestion_data_source_settings": wire.ingestionDataSourceSettings,
    "Topic.message_transforms": wire.messageTransforms,
    "Topic.tags": wire.tags && Object.keys(wire.tags).length > 0,
  });
  const retention = wire.messageRetentionDuration;
  return {
    name: wire.name ?? "",
    labels: wire.labels ?? {},
    ...(retention && { retentionMs: milliseconds(retention) }),
  };
}

export function topicToWire({ name, labels, retentionMs }: Topic): WireTopic {
  return {
    name,
    labels,
    state: "ACTIVE",
    ...(retentionMs !== undefined && { messageRetentionDuration: seconds(retentionMs) }),
  };
}

export function subscriptionFromWire(wire: WireSubscription): Subscription {
  refuse({
    "Subscription.bigquery_config": wire.bigqueryConfig,
    "Subscription.cloud_storage_config": wire.cloudStorageConfig,
    "Subscription.bigtable_config": wire.bigtableConfig,
    "Subscription.filter": wire.filter,
    "Subscription.enable_exactly_once_delivery": wire.enableExactlyOnceDelivery,
    "Subscription.message_transforms": wire.messageTransforms,
    "Subscription.tags": wire.tags && Object.keys(wire.tags).length > 0,
  });
  const { retryPolicy, deadLetterPolicy, expirationPolicy, messageRetentionDuration } = wire;
  const defaults = SUBSCRIPTION_DEFAULTS;
  const push = pushTargetFromWire(wire.pushConfig);
  const ttl = expirationPolicy ? expirationPolicy.ttl : seconds(defaults.expirationTtlMs);
  return {
    name: wire.name ?? "",
    topic: wire.topic ?? "",
    ackDeadlineSeconds: wire.ackDeadlineSeconds || defaults.ackDeadlineSeconds,
    ...(push && { push }),
    ...(retryPolicy && { retry: retryFromWire(retryPolicy) }),
    ...(deadLetterPolicy && {
      deadLetter: {
        topic: deadLetterPolicy.deadLetterTopic ?? "",
        maxDeliveryAttempts: deadLetterPolicy.maxDeliveryAttempts || defaults.maxDeliveryAttempts,
      },
    }),
    ordered: wire.enableMessageOrdering ?? false,
    labels: wire.labels ?? {},
    retainAckedMessages: wire.retainAckedMessages ?? false,
    retentionMs: messageRetentionDuration ? milliseconds(messageRetentionDuration) : defaults.retentionMs,
    expiration: ttl && milliseconds(ttl) > 0 ? { ttlMs: milliseconds(ttl) } : {},
  };
}

/** A bound that the policy omits gets the service's default. */
function retryFromWire({ minimumBackoff, maximumBackoff }: protos.google.pubsub.v1.IRetryPolicy) {
  return {
    minimumMs: minimumBackoff ? milliseconds(minimumBackoff) : SUBSCRIPTION_DEFAULTS.retryMinimumMs,
    maximumMs: maximumBackoff ? milliseconds(maximumBackoff) : SUBSCRIPTION_DEFAULTS.retryMaximumMs,
  };
}

/** Undefined for a pull subscription, which has no endpoint. */
export function pushTargetFromWire(wire: WirePushConfig | null | undefined): PushTarget | undefined {
  if (!wire?.pushEndpoint) return undefined;
  refuse({ "PushConfig.no_wrapper": wire.noWrapper });
  const { oidcToken } = wire;
  if (oidcToken && !oidcToken.serviceAccountEmail) {
    throw invalidArgument("An OIDC token needs a service account email.");
  }
  return {
    endpoint: wire.pushEndpoint,
    attributes: wire.attributes ?? {},
    ...(oidcToken && {
      oidc: {
        serviceAccountEmail: oidcToken.serviceAccountEmail ?? "",
        audience: oidcToken.audience ?? "",
      },
    }),
  };
}

export function subscriptionToWire(subscription: Subscription): WireSubscription {
  const { push, retry, deadLetter, expiration } = subscription;
  return {
    name: subscription.name,
    topic: subscription.topic,
    pushConfig: push === undefined ? {} : pushTargetToWire(push),
    ackDeadlineSeconds: subscription.ackDeadlineSeconds,
    retainAckedMessages: subscription.retainAckedMessages,
    messageRetentionDuration: seconds(subscription.retentionMs),
    labels: subscription.labels,
    enableMessageOrdering: subscription.ordered,
    expirationPolicy: expiration.ttlMs === undefined ? {} : { ttl: seconds(expiration.ttlMs) },
    ...(deadLetter && {
      deadLetterPolicy: {
        deadLetterTopic: deadLetter.topic,
        maxDeliveryAttempts: deadLetter.maxDeliveryAttempts,
      },
    }),
    ...(retry && {
      retryPolicy: { minimumBackoff: seconds(retry.minimumMs), maximumBackoff: seconds(retry.maximumMs) },
    }),
    state: "ACTIVE",
  };
}

function pushTargetToWire({ endpoint, attributes, oidc }: PushTarget): WirePushConfig {
  return { pushEndpoint: endpoint, attributes, ...(oidc && { oidcToken: oidc }) };
}

export function messageFromWire({ data, attributes, orderingKey }: WireMessage): NewMessage {
  return {
    data: Buffer.isBuffer(data) ? data : Buffer.from(data ?? ""),
    attributes: attributes ?? {},
    orderingKey: orderingKey ?? "",
  };
}

function messageToWire({ id, data, attributes, orderingKey, publishedAt }: StoredMessage): WireMessage {
  return { messageId: String(id), data, attributes, orderingKey, publishTime: seconds(publishedAt) };
}

/** `deliveryAttempt` is present only with a dead-letter policy. */
export function receivedToWire(
  { ackId, message, attempt }: Lease,
  { deadLetter }: Subscription,
): WireReceived {
  return {
    ackId,
    message: messageToWire(message),
    ...(deadLetter !== undefined && { deliveryAttempt: attempt }),
  };
}

/** The fields that an update may change: name in update masks, name in messages. */
const SUBSCRIPTION_FIELDS: Readonly<Record<string, keyof WireSubscription>> = {
  ack_deadline_seconds: "ackDeadlineSeconds",
  bigquery_config: "bigqueryConfig",
  bigtable_config: "bigtableConfig",
  cloud_storage_config: "cloudStorageConfig",
  dead_letter_policy: "deadLetterPolicy",
  enable_exactly_once_delivery: "enableExactlyOnceDelivery",
  expiration_policy: "expirationPolicy",
  labels: "labels",
  message_retention_duration: "messageRetentionDuration",
  push_config: "pushConfig",
  retain_acked_messages: "retainAckedMessages",
  retry_policy: "retryPolicy",
};
const TOPIC_FIELDS: Readonly<Record<string, keyof WireTopic>> = {
  ingestion_data_source_settings: "ingestionDataSourceSettings",
  kms_key_name: "kmsKeyName",
  labels: "labels",
  message_retention_duration: "messageRetentionDuration",
  message_storage_policy: "messageStoragePolicy",
  schema_settings: "schemaSettings",
};

type Mask = protos.google.protobuf.IFieldMask | null | undefined;

/** The resource with the masked fields of `change`. Throws if the mask names an immutable field. */
export function patchedSubscription(
  current: Subscription,
  change: WireSubscription,
  mask: Mask,
): Subscription {
  const patch = pick(change, SUBSCRIPTION_FIELDS, mask);
  return subscriptionFromWire({ ...subscriptionToWire(current), ...patch });
}

export function patchedTopic(current: Topic, change: WireTopic, mask: Mask): Topic {
  return topicFromWire({ ...topicToWire(current), ...pick(change, TOPIC_FIELDS, mask) });
}

function pick<T extends object>(
  change: T,
  fields: Readonly<Record<string, keyof T>>,
  mask: Mask,
): Partial<T> {
  const paths = mask?.paths ?? [];
  if (paths.length === 0) throw invalidArgument("An update needs a mask with at least one path.");
  const patch: Partial<T> = {};
  for (const path of paths) {
    const [top = "", ...rest] = path.split(".");
    const field = fields[top];
    if (field === undefined)
      throw invalidArgument(`Invalid update_mask provided: ${path} cannot be changed.`);
    if (rest.length > 0) throw unimplemented(`the update mask path ${path}`);
    patch[field] = change[field];
  }
  return patch;
}
