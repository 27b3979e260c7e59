// Topics, and the rights of Pub/Sub's service agent, which forwards dead letters. Subscriptions are created with the functions.
import * as gcp from "@pulumi/gcp";
import type { Output } from "@pulumi/pulumi";
import { DEAD_LETTER_TOPIC, TOPICS } from "../lib/topology.ts";
import type { Place } from "./project.ts";

export interface Topics {
  byName: ReadonlyMap<string, gcp.pubsub.Topic>;
  /** The service agent with which Pub/Sub forwards dead letters and signs pushes. */
  agent: Output<string>;
  /** The agent's right to forward dead letters. */
  mayForward: gcp.pubsub.TopicIAMMember;
}

export function createTopics({ project, region, after }: Place): Topics {
  const byName = new Map(
    TOPICS.map((name) => [
      name,
      new gcp.pubsub.Topic(
        name,
        { project, name, messageStoragePolicy: { allowedPersistenceRegions: [region] } },
        after,
      ),
    ]),
  );
  const identity = new gcp.projects.ServiceIdentity(
    "pubsub",
    { project, service: "pubsub.googleapis.com" },
    after,
  );
  const agent = identity.member;
  const mayForward = new gcp.pubsub.TopicIAMMember(
    "agent-forwards-dead-letters",
    {
      ...{ project, topic: DEAD_LETTER_TOPIC, role: "roles/pubsub.publisher", member: agent },
    },
    { dependsOn: [...byName.values()] },
  );
  return { byName, agent, mayForward };
}
