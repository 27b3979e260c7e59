// Topics of Pub/Sub, made at their first use.
import { pubsubTopics } from "../lib/cloud/pubsub-requests.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

export const topics = once(() => pubsubTopics(projectId()));
