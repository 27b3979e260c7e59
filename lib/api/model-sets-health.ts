// The configured models and whether their settings are complete. Contains names, never keys.
import { readinessOf } from "../models/hosted/settings.ts";
import { LISTED_SETS, modelIds, parseModels } from "../models/model-sets.ts";
import type { ModelSetHealth } from "./health-app.ts";

/** `today`: `2026-11-24`. */
export function modelSetsHealth(today: string): ModelSetHealth[] {
  return LISTED_SETS.map((name) => {
    const ids = modelIds(parseModels(name));
    const { missing } = readinessOf(Object.values(ids), today);
    return { name, ...ids, writer: ids.reader, isReady: missing.length === 0, missing };
  });
}
