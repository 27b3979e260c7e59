// What each feature of a line or a turn is worth, by language: `assets/words/{en,ja}-turns.tsv`, which `scripts/scores/fit-speakers.ts` fits on
// the labelled stories. A weight is the logarithm of how much likelier the feature makes a speaker; without a row it is 0.
import type { Language } from "../../../../manga/language.ts";
import { wordTable } from "../text/word-table.ts";

export type Weights = ReadonlyMap<string, number>;

export function speakerWeights(language: Language): Weights {
  const table = wordTable(language, "turns");
  return new Map([...table.all("feature")].map((name) => [name, Number(table.value("feature", name))]));
}

/** What can be said of a line and a candidate, or of a turn: by its name, and how much of it. */
export type Features = Record<string, number>;

export const worthOf = (features: Features, weights: Weights): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, 0);
