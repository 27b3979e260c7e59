// What each feature of a line or a turn is worth, by language: `assets/words/{en,ja}-turns.tsv`, which `scripts/scores/fit-speakers.ts` fits on
// the labelled stories. A weight is the logarithm of how much likelier the feature makes a speaker; without a row it is 0.
import { readFileSync } from "node:fs";
import type { Language } from "../../../../manga/language.ts";
import { wordTableFile } from "../../../word-table-file.ts";

export type Weights = ReadonlyMap<string, number>;

const loaded = new Map<Language, Weights>();

export function speakerWeights(language: Language): Weights {
  const known = loaded.get(language);
  if (known) return known;
  const rows = readFileSync(wordTableFile(language, "turns"), "utf8").split("\n");
  const cells = rows.filter((row) => row !== "" && !row.startsWith("//")).map((row) => row.split("\t"));
  const weights = new Map(cells.map(([feature = "", weight]) => [feature, Number(weight)]));
  loaded.set(language, weights);
  return weights;
}

/** What can be said of a line and a candidate, or of a turn: by its name, and how much of it. */
export type Features = Record<string, number>;

export const worthOf = (features: Features, weights: Weights): number =>
  Object.entries(features).reduce((sum, [name, value]) => sum + (weights.get(name) ?? 0) * value, 0);
