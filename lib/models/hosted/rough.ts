// Whether our own rough goes along with a panel's request, for the composition only: the offline artist draws the panel from the same data.
// No row of the catalog wants it by itself, because no model was measured with it; `MEKURI_ROUGH=half` is how to measure one.
import { knownModel } from "../catalog.ts";
import type { Environment } from "../own-servers.ts";

export const ROUGHS = ["off", "on", "half"] as const;
export type Rough = (typeof ROUGHS)[number];

/**
 * As the setting says; without it, as the model's row does. `half`: with every second panel, so that what the look finds in both halves
 * can be compared. Throws a RangeError for another word.
 */
export function roughFor(model: string, { MEKURI_ROUGH: wanted }: Environment = process.env): Rough {
  const word = wanted?.trim() ?? "";
  if (word === "") return knownModel(model)?.images?.rough === true ? "on" : "off";
  const known = ROUGHS.find((one) => one === word);
  if (known === undefined) throw new RangeError(`MEKURI_ROUGH is ${ROUGHS.join(", ")}, not ${word}`);
  return known;
}

/** By the seed of the picture, so that another attempt decides alike. */
export const takesRough = (rough: Rough, seed: number): boolean =>
  rough === "on" || (rough === "half" && seed % 2 === 0);
