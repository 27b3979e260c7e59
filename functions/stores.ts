// The clients of Cloud Storage and Pub/Sub, each made at its first use.
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import { readBucket } from "../lib/cloud/config.ts";
import { CHANNELS } from "../lib/cloud/grpc-channels.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

/** Of images and books, by the function's own account. */
export const bucket = once(() => new Storage({ projectId: projectId() }).bucket(readBucket()));

export const pubsub = once(() => new PubSub({ projectId: projectId(), ...CHANNELS }));
