// The Firestore client, created at first use. Functions that may not need it import this file dynamically.
import { FieldPath, FieldValue, Firestore, Timestamp } from "@google-cloud/firestore";
import { CHANNELS } from "../lib/cloud/grpc-channels.ts";
import type { OfficialFirestore } from "../lib/cloud/official-documents.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

function open(settings: FirebaseFirestore.Settings): Firestore {
  // The client's spans would not be exported, because our tracer is not registered globally.
  process.env.FIRESTORE_ENABLE_TRACING ??= "off";
  return new Firestore({ projectId: projectId(), ignoreUndefinedProperties: true, ...settings });
}

export const firestore = once(() => open({ ...CHANNELS }));

/** Over REST, which loads in half the time. With an emulator it must not look for credentials. */
export const officialFirestore = once<OfficialFirestore>(() => ({
  firestore: open({
    preferRest: true,
    ...(process.env.FIRESTORE_EMULATOR_HOST !== undefined && { apiKey: "emulator" }),
  }),
  library: { FieldPath, FieldValue, Timestamp },
}));
