// The client of Firestore, made at its first use. Functions that may do without it load this file when they need it.
import { Firestore } from "@google-cloud/firestore";
import { CHANNELS } from "../lib/cloud/grpc-channels.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

export const firestore = once(
  () => new Firestore({ projectId: projectId(), ignoreUndefinedProperties: true, ...CHANNELS }),
);
