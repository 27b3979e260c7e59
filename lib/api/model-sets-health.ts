// Which models the service is configured with, and whether they can be asked: their names, never their keys.
import { readinessOf } from "../models/hosted/settings.ts";
import { MODEL_SETS } from "../models/model-sets.ts";
import type { ModelSetHealth } from "./health-app.ts";

/** `today`: `2026-11-24`. */
export function modelSetsHealth(today: string): ModelSetHealth[] {
  return Object.entries(MODEL_SETS).map(([name, { writer, artist }]) => {
    const { missing } = readinessOf([writer, artist], today);
    return { name, writer, artist, isReady: missing.length === 0, missing };
  });
}
