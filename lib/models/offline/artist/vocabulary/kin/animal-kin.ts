// Animals that the artist does not draw, by the nearest one that it does, and what of them the drawing lacks.

import type { Animal } from "../../closed/animals.ts";
import { wordsOf } from "../listed-kin.ts";
import { wordTable } from "../phrase.ts";

export const ANIMAL_KIN = wordTable<Animal>(wordsOf("animal-kin"));

/** What a drawing lacks of them, by the word: of a notice. */
export const LACKS: ReadonlyMap<string, string> = new Map(
  Object.entries(wordsOf("lacks")).flatMap(([lack, words]) =>
    words.split("|").map((word) => [word, lack] as const),
  ),
);
