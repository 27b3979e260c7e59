// Google's client of Pub/Sub, made at its first use. Functions load this file when they need it.
import { PubSub } from "@google-cloud/pubsub";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

export const pubsub = once(() => new PubSub({ projectId: projectId() }));
