// The animals that are drawn, by their words in both languages, and the one that a noun phrase is drawn as.

import { pluralOf } from "../../noun-kinds.ts";
import { languageOf } from "../../words/lexicon.ts";
import { ANIMAL_NAMES, type Animal } from "../closed/animals.ts";
import { drawnNoun, kinTable, rowsIn, says } from "./listed-kin.ts";
import { headPhrase, headsOf, type Match, nameIn, remembered, wordTable } from "./phrase.ts";

export interface AnimalMatch extends Match<Animal> {
  /** The words are its name, and not only end with it: 木馬 is no 馬. */
  whole: boolean;
  /** What the drawing lacks of it, in words of a notice: `, without its hump`. */
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
/** Animals that are not drawn, by the nearest one that is, and what of them its drawing lacks. */
const KIN = kinTable<Animal>("animal-kin");
const LACKS = kinTable("lacks");

/** Undefined where it names no animal. */
export const animalCalled = remembered(readAnimal);

function readAnimal(text: string): AnimalMatch | undefined {
  const name = nameIn(text, NAMES);
  if (name) return { value: name, by: "name", whole: true, lacks: "" };
  // Made to look like one, or made of one.
  if (says("made", text)) return undefined;
  const heads = headsOf(text);
  const language = languageOf(text);
  const { length } = headPhrase(text);
  // One of many is a letter or two shorter.
  const isWhole = (word: string) => word.length >= (language === "ja" ? length : length - 2);
  for (const word of heads) {
    // `snow leopard` before `leopard`, and a word of our own before one that is near.
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

/** Whether a word for an animal is one for a young one. */
export const isYoungWord = (text: string): boolean => says("young-animal", text);
