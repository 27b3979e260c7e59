// Words for ground, light, air and where things are, in both languages, by what the artist draws of them.

import { listed } from "../../closed/listed.ts";
import type { Effect } from "../../closed/staging.ts";
import type { Perch } from "../../closed/told.ts";
import { said, testsOf, wordsOf } from "../listed-kin.ts";
import { type Tests, wordTable } from "../phrase.ts";

/** Words of `surfaces.ts`. */
export const SURFACES = [
  ...(["table", "boards", "mats", "tiles", "slabs", "deck", "step", "shelf", "cloth", "wicker"] as const),
  ...listed("asphalt earth grass leaves sand pebbles rock snow water wall air"),
] as const;
export type SurfaceWord = (typeof SURFACES)[number];

export const SURFACE_WORDS: Tests<SurfaceWord> = testsOf("surface-words");

export type LightFact = "pitchDark" | "lightWentOut" | "lightsUp" | "lighthouseUnlit";

/** The more telling first. */
export const LIGHT_WORDS: Tests<LightFact> = testsOf("light-words");

/** Light that the hour and the place have anyway. */
export const USUAL_LIGHT = said("usual-light");

export const EFFECT_WORDS: Tests<Effect> = testsOf("effect-words");

/** Stuff of `scatter.ts`. */
export const STUFFS = wordTable<"grains" | "powder" | "sheets" | "feathers">(wordsOf("stuffs"));

export const PERCH_WORDS: Tests<Perch> = testsOf("perch-words");

/** Where or how something is that is seen anyway, or decided by the director: nothing to draw. */
export const USUAL_WHERE = said("usual-where");
