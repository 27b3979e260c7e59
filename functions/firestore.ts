// The client of Firestore, made at its first use. Functions that may do without it load this file when they need it.
import { Firestore } from "@google-cloud/firestore";
import { CHANNELS } from "../lib/cloud/grpc-channels.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

export const firestore = once(() => {
  // Its own spans would go nowhere: ours are made by a tracer of our own, which no client knows.
  process.env.FIRESTORE_ENABLE_TRACING ??= "off";
  return new Firestore({ projectId: projectId(), ignoreUndefinedProperties: true, ...CHANNELS });
});
