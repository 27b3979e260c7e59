// Creates missing topics and a function's push subscription, and points the subscription at the function. In the cloud `infra/` declares
// them; a local service starts with an empty suite, and with new ports every time.
import type { PubSub } from "@google-cloud/pubsub";
import { type PushSubscription, TOPICS } from "../topology.ts";

const ALREADY_EXISTS = 6;

export async function ensureTopics(client: PubSub): Promise<void> {
  await Promise.all(TOPICS.map((topic) => unlessExists(client.createTopic(topic))));
}

export interface PushTarget {
  endpoint: string;
  /** Without it pushes carry no token. */
  oidcToken?: { serviceAccountEmail: string; audience: string } | undefined;
}

/** Updates an existing subscription to the wanted settings. Rethrows Pub/Sub's errors, except "already exists". */
export async function ensurePushSubscription(
  client: PubSub,
  wanted: PushSubscription,
  { endpoint, oidcToken }: PushTarget,
): Promise<void> {
  const pushConfig = { pushEndpoint: endpoint, ...(oidcToken && { oidcToken }) };
  const { deadLetter } = wanted;
  const settings = {
    ackDeadlineSeconds: wanted.ackDeadlineSeconds,
    // An idle subscription would otherwise disappear after a month.
    expirationPolicy: {},
    retryPolicy: {
      minimumBackoff: duration(wanted.minBackoffSeconds),
      maximumBackoff: duration(wanted.maxBackoffSeconds),
    },
    ...(deadLetter === undefined
      ? {}
      : {
          deadLetterPolicy: {
            deadLetterTopic: client.topic(deadLetter.topic).name,
            maxDeliveryAttempts: deadLetter.maxDeliveryAttempts,
          },
        }),
  };
  const created = await unlessExists(
    client.createSubscription(wanted.topic, wanted.name, { pushConfig, ...settings }),
  );
  if (created) return;
  const subscription = client.subscription(wanted.name);
  // The address is changed first: with any other change first, stored messages would be sent to the old address.
  await subscription.modifyPushConfig(pushConfig);
  await subscription.setMetadata(settings);
}

/** True when it was created, false when it was there. */
async function unlessExists(creation: Promise<unknown>): Promise<boolean> {
  try {
    await creation;
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === ALREADY_EXISTS) return false;
    throw error;
  }
}

function duration(seconds: number): { seconds: number; nanos: number } {
  const whole = Math.floor(seconds);
  return { seconds: whole, nanos: Math.round((seconds - whole) * 1e9) };
}
