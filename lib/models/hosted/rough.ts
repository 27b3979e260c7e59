// Decides whether a rough is sent with a panel's request, as a reference for the composition only: the offline artist draws the panel from
// the same data. No row of the catalog enables it, because no model was measured with it; `MEKURI_ROUGH=half` is for such a measurement.
import { knownModel } from "../catalog.ts";
import type { Environment } from "../own-servers.ts";

export const ROUGHS = ["off", "on", "half"] as const;
export type Rough = (typeof ROUGHS)[number];

/**
 * The value of the setting; without it, that of the model's row. `half`: for every second panel, so that inspections of both halves can be
 * compared. Throws `RangeError` for another word.
 */
export function roughFor(model: string, { MEKURI_ROUGH: wanted }: Environment = process.env): Rough {
  const word = wanted?.trim() ?? "";
  if (word === "") return knownModel(model)?.images?.rough === true ? "on" : "off";
  const known = ROUGHS.find((one) => one === word);
  if (known === undefined) throw new RangeError(`MEKURI_ROUGH is ${ROUGHS.join(", ")}, not ${word}`);
  return known;
}

/** Decided by the picture's seed, so that another attempt decides the same. */
export const takesRough = (rough: Rough, seed: number): boolean =>
  rough === "on" || (rough === "half" && seed % 2 === 0);
