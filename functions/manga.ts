// The public API.
import { http } from "@google-cloud/functions-framework";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "../lib/api/app.ts";
import { memoryLimiter } from "../lib/api/memory-limiter.ts";
import { firestoreSessionReader } from "../lib/cloud/firestore-session-reader.ts";
import { logError } from "../lib/cloud/log.ts";
import { tracedFetch } from "../lib/cloud/traced-fetch.ts";
import { commands, firestore, revisions, tracing } from "./wiring.ts";

const app = createApi({
  commands: commands(),
  revisions: revisions(),
  sessions: firestoreSessionReader(firestore()),
  gate: {
    authenticate: async () => ({ ownerId: "local", familyId: "local" }),
    limiter: memoryLimiter(Date.now),
    limits: { trustedProxies: 0, loopbackFactor: 1_000 },
    allowedOrigins: [],
    onError: (error) => logError("a request failed", error),
  },
});

http("manga", getRequestListener(tracedFetch(app.fetch, tracing)));
