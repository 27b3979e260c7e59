// Words for what somebody is, how old they are, how they look and what they wear, in both languages.

import type { CharacterDesign, Fill } from "../../closed/cast.ts";
import type { Person } from "../../closed/person.ts";
import { said, testsOf, wordsOf } from "../listed-kin.ts";
import { type Tests, wordTable } from "../phrase.ts";

type Clothes = CharacterDesign["clothes"];
export type Top = Clothes["top"];
export type Bottom = Clothes["bottom"];
export type Hat = Clothes["hat"];

/** What means the same as a kind. */
export const KIND_WORDS = wordTable<Person["kind"]>(wordsOf("kind-words"));

/** Whose own kind is not drawn, by the nearest. */
export const KIND_KIN = wordTable<Person["kind"]>(wordsOf("kind-kin"));

/** Bands of age; years are read as numbers. */
export const AGE_WORDS: Tests<Person["age"]> = testsOf("age-words");

/** A colour by the tone that it is printed as. */
export const FILL_WORDS: Tests<Fill> = testsOf("fill-words");

/** Tones of hair, where they are others than those of cloth. */
export const HAIR_FILLS: Tests<Fill> = testsOf("hair-fills");

type HairStyle = CharacterDesign["hair"]["style"];

export const HAIR_WORDS: Tests<HairStyle> = testsOf("hair-words");

export const BEARD_WORDS: Tests<CharacterDesign["beard"]> = testsOf("beard-words");

export const BUILD_WORDS: Tests<CharacterDesign["build"]> = testsOf("build-words");

/** What is worn, by the piece that is drawn: `kin`, where it is near only. */
export const WORN_WORDS = wordTable<Top | Bottom | Hat>(wordsOf("worn-words"));

/** Clothes of which only something near is drawn. */
export const WORN_KIN = wordTable<Top | Bottom | Hat>(wordsOf("worn-kin"));

export const SWORD = said("sword");
export const GLASSES = said("glasses");
