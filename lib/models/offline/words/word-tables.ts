// What the tables of words of a language hold: words for what people do and feel, for places and hours, for things and for looks.
// The code that searches them is the same for every language; `*-words-ja.ts` and `*-words-en.ts` hold the words.

import type { Voice } from "../../../manga/plot.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Person } from "../closed/person.ts";
import type { Expression, Hour, PlaceKind, Pose, Prop, Season, Weather } from "../closed/staging.ts";
import type { Cues } from "./cues.ts";

export interface SettingWords {
  places: Cues<PlaceKind>;
  /** Builds the pattern for a place that people are at, rather than talk of; `PLACE` stands for the place's own pattern. */
  atPlace: (place: string) => RegExp;
  hours: Cues<Hour>;
  weathers: Cues<Weather>;
  seasons: Cues<Season>;
}

export interface ActingWords {
  poses: Cues<Pose>;
  expressions: Cues<Expression>;
  /** Feelings that a spoken line itself shows. */
  spoken: Cues<Expression>;
  /** What a body does while its owner says such a line. */
  gestures: Cues<Pose>;
  voices: Cues<Voice>;
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
    /** Whoever wears a sword at the hip. */
    sword: RegExp;
    top: Cues<CharacterDesign["clothes"]["top"]>;
    bottom: Cues<CharacterDesign["clothes"]["bottom"]>;
    hat: Cues<CharacterDesign["clothes"]["hat"]>;
    fill: Cues<CharacterDesign["clothes"]["topFill"]>;
    build: Cues<CharacterDesign["build"]>;
  };
  ages: Cues<Person["age"]>;
  kinds: Cues<Person["kind"]>;
  female: RegExp;
  male: RegExp;
}
