// The client of Firestore, made at its first use. Functions that may do without it load this file when they need it.
import { FieldPath, FieldValue, Firestore, Timestamp } from "@google-cloud/firestore";
import { CHANNELS } from "../lib/cloud/grpc-channels.ts";
import type { OfficialFirestore } from "../lib/cloud/official-documents.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

function open(settings: FirebaseFirestore.Settings): Firestore {
  // Its own spans would go nowhere: ours are made by a tracer of our own, which no client knows.
  process.env.FIRESTORE_ENABLE_TRACING ??= "off";
  return new Firestore({ projectId: projectId(), ignoreUndefinedProperties: true, ...settings });
}

export const firestore = once(() => open({ ...CHANNELS }));

/** Over REST, which loads in half the time. For an emulator, it must not look for an account. */
export const officialFirestore = once<OfficialFirestore>(() => ({
  firestore: open({
    preferRest: true,
    ...(process.env.FIRESTORE_EMULATOR_HOST !== undefined && { apiKey: "emulator" }),
  }),
  library: { FieldPath, FieldValue, Timestamp },
}));
