// Stores a step's result, or a person's edit of it, and gives the fields that the schedule needs.
import type { BlobStore } from "./blob-store.ts";
import { canonicalJson, shortHash } from "./canonical-json.ts";
import type { StepResult } from "./phase.ts";
import type { Result } from "./schedule.ts";

export async function storeResult(
  blobs: BlobStore,
  sessionId: string,
  { output, parts, shape }: StepResult,
): Promise<Omit<Result, "input">> {
  const bytes = Buffer.from(canonicalJson(output), "utf8");
  const result: Omit<Result, "input"> = { output: await blobs.put(sessionId, bytes, "application/json") };
  if (Object.keys(parts).length > 0) result.parts = hashedParts(parts);
  if (shape.characters !== undefined) result.characters = shape.characters;
  if (shape.pages !== undefined) result.pages = shape.pages;
  if (shape.spreads !== undefined) result.spreads = shape.spreads;
  if (shape.order !== undefined) result.order = shape.order;
  if (shape.places !== undefined) result.places = shape.places;
  if (shape.panels !== undefined) result.panels = shape.panels;
  if (shape.renditionsApart !== undefined) result.renditionsApart = shape.renditionsApart;
  return result;
}

/** The hashes of a result's parts, by their names. */
export function hashedParts(parts: StepResult["parts"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, shortHash(canonicalJson(part))]),
  );
}

/** A stored JSON value. Throws `BlobMissingError` and `BusyError` as the store does. */
export async function loadJson(blobs: BlobStore, sessionId: string, hash: string): Promise<unknown> {
  return JSON.parse(Buffer.from(await blobs.get(sessionId, hash)).toString("utf8"));
}
