// Vendors' batches, for the functions whose steps wait for one, and for the API, which cancels those of a deleted session. Loaded at first
// use.
import type { Batches } from "../lib/pipeline/batch.ts";
import { onceLoaded } from "./once.ts";

const open = onceLoaded(async () => (await import("../lib/models/hosted/batches.ts")).hostedBatches());

export const batches: Batches = {
  isRunning: async (batch) => (await open()).isRunning(batch),
  end: async (batch) => (await open()).end(batch),
};
