// The animals that are drawn, by their words in both languages.
import { ANIMAL_NAMES, type Animal } from "../closed/animals.ts";
import { wordsOf } from "./listed-kin.ts";
import { languageOf } from "./phrase.ts";

export interface AnimalWords {
  animal: Animal;
  /** Nouns. */
  ja: readonly string[];
  en: readonly string[];
}

const WORDS = wordsOf<Animal>("animals");

export const ANIMALS: readonly AnimalWords[] = ANIMAL_NAMES.map((animal) => {
  const { ja = [], en = [] } = Object.groupBy(WORDS[animal].split("|"), languageOf);
  return { animal, ja, en };
});
