// What the tables of words of a language hold: words for what people do and feel, for places and hours, for things and for looks.
// The code that searches them is the same for every language; `*-words-ja.ts` and `*-words-en.ts` hold the words.

import type { CharacterDesign } from "../artist/closed/cast.ts";
import type { Person } from "../artist/closed/person.ts";
import type { Expression, Hour, PlaceKind, Pose, Prop, Weather } from "../artist/closed/staging.ts";
import type { Cues } from "./cues.ts";

export interface SettingWords {
  places: Cues<PlaceKind>;
  hours: Cues<Hour>;
  weathers: Cues<Weather>;
}

export interface ActingWords {
  poses: Cues<Pose>;
  expressions: Cues<Expression>;
}

export interface ThingWords {
  props: Cues<Prop>;
  /** Turns of speech and names in which the word for a thing stands for something else. */
  sayings: RegExp;
  /** What follows the word for a thing where the two name something else: a shop, a lesson, a colour. */
  compounds: RegExp;
}

export interface LooksWords {
  looks: {
    hair: Cues<CharacterDesign["hair"]["style"]>;
    hairFill: Cues<CharacterDesign["hair"]["fill"]>;
    beard: Cues<CharacterDesign["beard"]>;
    glasses: RegExp;
    top: Cues<CharacterDesign["clothes"]["top"]>;
    bottom: Cues<CharacterDesign["clothes"]["bottom"]>;
    hat: Cues<CharacterDesign["clothes"]["hat"]>;
    fill: Cues<CharacterDesign["clothes"]["topFill"]>;
    build: Cues<CharacterDesign["build"]>;
  };
  ages: Cues<Person["age"]>;
  kinds: Cues<Person["kind"]>;
}
