import { randomUUID } from "node:crypto";
import { memoryModeration } from "./memory-moderation.ts";
import { describeModeration } from "./moderation-contract.ts";

let at = Date.parse("2026-12-01T00:00:00Z");
const suspended = new Set<string>();
const moderation = memoryModeration(() => at++, suspended);

describeModeration("moderation in memory", () => ({
  ...{ moderation, newId: randomUUID },
  refused: async () => [...suspended],
}));
