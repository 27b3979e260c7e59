// Words for ground, light, air and where things are, in both languages, by what the artist draws of them.

import { listed } from "../../closed/listed.ts";
import type { Effect } from "../../closed/staging.ts";
import type { Perch } from "../../closed/told.ts";
import { testsOf, wordsOf } from "../listed-kin.ts";
import { says, type Tests, wordTable } from "../phrase.ts";

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
export const USUAL_LIGHT = says(
  "day ?light|sun(?:light|shine|ny|rise|set)?|bright|natural|normal|usual|moon(?:light|lit)?|star(?:light|lit|s)?|dawn|dusk|twilight|evening|morning|noon|overcast|ambient|lamps?|lamplight|lanterns?|electric|fluorescent|neon|street ?lights?|日光|日差し|陽光|太陽|月明かり|月光|星明かり|夕日|朝日|昼|夕方|蛍光灯|電灯|ランプ|提灯|街灯|明るい|普通",
);

export const EFFECT_WORDS: Tests<Effect> = testsOf("effect-words");

/** Stuff of `scatter.ts`. */
export const STUFFS = wordTable<"grains" | "powder" | "sheets" | "feathers">(wordsOf("stuffs"));

export const PERCH_WORDS: Tests<Perch> = testsOf("perch-words");

/** Where or how something is that is seen anyway, or decided by the director: nothing to draw. */
export const USUAL_WHERE = says(
  "(?:on|upon|in|at|near|by|beside|next to|behind|in front of|before|around|across|along|between|against|under|over|above|below|inside|outside|through)|left|right|cent(?:re|er)|background|foreground|distance|middle|corner|stands?|standing|lies? there|there|here|held|hung|hanging|open|closed|whole|上|下|中|前|後ろ|横|隣|そば|奥|手前|左|右|隅|間|外|内|背景|遠く|立|置",
);
