// Words for what pictures show: acting, settings, clothes, and kinds of people. The artist and the reviser share these tables.
import type { CharacterDesign } from "../artist/closed/cast.ts";
import type { Person } from "../artist/closed/person.ts";
import type { Expression, Hour, PlaceKind, Pose, Weather } from "../artist/closed/staging.ts";
import { lexicon } from "./lexicon.ts";

type Clothes = CharacterDesign["clothes"];

export const SHOWN = lexicon<{
  pose: Pose;
  expression: Expression;
  place: PlaceKind;
  hour: Hour;
  weather: Weather;
  top: Clothes["top"];
  bottom: Clothes["bottom"];
  hat: Clothes["hat"];
  age: Person["age"];
  kind: Person["kind"];
  /** The usual things of a kind of place, separated by spaces. */
  usual: string;
  /** Plurals of English nouns. */
  plural: string;
  /** Japanese translations of English words in designs. */
  japanese: string;
}>("shown");
