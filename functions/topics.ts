// Pub/Sub topics, created at first use.
import { officialTopics } from "../lib/cloud/official-topics.ts";
import { pubsubTopics } from "../lib/cloud/pubsub-requests.ts";
import { isOfficial, projectId } from "./clients.ts";
import { once } from "./once.ts";

const client = async () => (await import("./pubsub.ts")).pubsub();

export const topics = once(() =>
  isOfficial("messages") ? officialTopics(client) : pubsubTopics(projectId()),
);
