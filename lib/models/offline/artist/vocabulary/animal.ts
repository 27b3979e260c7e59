// The animals that have a drawing, with their words in both languages, and the animal that a noun phrase is drawn as.

import { pluralOf } from "../../noun-kinds.ts";
import { languageOf } from "../../words/lexicon.ts";
import { ANIMAL_NAMES, type Animal } from "../closed/animals.ts";
import { drawnNoun, kinTable, rowsIn, says } from "./listed-kin.ts";
import { headPhrase, headsOf, type Match, nameIn, remembered, wordTable } from "./phrase.ts";

export interface AnimalMatch extends Match<Animal> {
  /** Whether the whole phrase names the animal, and not only its end: 木馬 is not a 馬. */
  whole: boolean;
  /** What the drawing lacks, as the end of a notice: `, without its hump`. */
  lacks: string;
}

/** Nouns for each animal. */
export const ANIMAL_WORDS = rowsIn<Animal>("animals").map(([animal, words]) => {
  const { ja = [], en = [] } = Object.groupBy(words.split("|"), languageOf);
  return { animal, ja, en };
});

const NAMES: ReadonlySet<Animal> = new Set(ANIMAL_NAMES);
const LISTED = wordTable(
  ANIMAL_WORDS.map(({ animal, en, ja }) => [animal, [...en, ...en.map(pluralOf), ...ja].join("|")] as const),
);
/** Animals without a drawing, by the most similar drawn animal, and what its drawing lacks. */
const KIN = kinTable<Animal>("animal-kin");
const LACKS = kinTable("lacks");

/** Undefined if the text names no animal. */
export const animalCalled = remembered(readAnimal);

function readAnimal(text: string): AnimalMatch | undefined {
  const name = nameIn(text, NAMES);
  if (name) return { value: name, by: "name", whole: true, lacks: "" };
  // A model of an animal, or a product made of one.
  if (says("made", text)) return undefined;
  const heads = headsOf(text);
  const language = languageOf(text);
  const { length } = headPhrase(text);
  // A plural is one or two letters longer than its singular.
  const isWhole = (word: string) => word.length >= (language === "ja" ? length : length - 2);
  for (const word of heads) {
    // Longer heads come first (`snow leopard` before `leopard`); for each, exact words come before similar animals.
    const listed = LISTED([word]);
    if (listed) return { value: listed, by: "word", whole: isWhole(word), lacks: "" };
    const kin = KIN([word]);
    const lack = LACKS(heads);
    const lacks = lack === undefined ? "" : `, without ${lack}`;
    if (kin) return { value: kin, by: "kin", whole: isWhole(word), lacks };
  }
  for (const word of heads) {
    const kind = drawnNoun(word, language);
    if (!kind) continue;
    return kind.is === "animal"
      ? { value: kind.animal, by: "kin", whole: isWhole(word), lacks: "" }
      : undefined;
  }
  return undefined;
}

/** Whether a word for an animal means a young one. */
export const isYoungWord = (text: string): boolean => says("young-animal", text);
