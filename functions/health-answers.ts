// The health routes. The function holds no keys: its routes are public, and it cannot decrypt anything.

import { getRequestListener } from "@hono/node-server";
import { createHealthApi } from "../lib/api/health-app.ts";
import { modelSetsHealth } from "../lib/api/model-sets-health.ts";
import { firestoreHealth, pubsubHealth, redisHealth, storageHealth } from "../lib/cloud/dependency-health.ts";
import { readCacheFigures } from "../lib/cloud/redis-cache-figures.ts";
import { tracedFetch } from "../lib/cloud/traced-fetch.ts";
import { today } from "../lib/models/today.ts";
import { redis } from "./clients.ts";
import { database } from "./database.ts";
import { keylessGate } from "./gate.ts";
import { topics } from "./topics.ts";
import { tracing } from "./tracing.ts";

const shared = redis();
const app = createHealthApi({
  gate: keylessGate("health"),
  dependencies: [
    firestoreHealth(database()),
    storageHealth(async () => (await import("./bucket.ts")).bucket()),
    pubsubHealth(topics()),
    redisHealth(shared),
  ],
  models: () => modelSetsHealth(today()),
  cacheFigures: async () => (shared === undefined ? null : readCacheFigures(shared, Date.now())),
  clock: Date.now,
});

export const answer = getRequestListener(tracedFetch(app.fetch, tracing));
