// Google's Pub/Sub client, created at first use. Functions import this file dynamically.
import { PubSub } from "@google-cloud/pubsub";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

export const pubsub = once(() => new PubSub({ projectId: projectId() }));
