// Ground, light and what the air is full of, in the artist's words.
import { type Effect, EffectSchema } from "../closed/staging.ts";
import {
  EFFECT_WORDS,
  LIGHT_WORDS,
  type LightFact,
  SURFACE_WORDS,
  SURFACES,
  type SurfaceWord,
  USUAL_LIGHT,
} from "./kin/moment-kin.ts";
import { calledAmong } from "./phrase.ts";

export const EFFECTS: ReadonlySet<Effect> = new Set(EffectSchema.options);
const GROUNDS: ReadonlySet<SurfaceWord> = new Set(SURFACES);

export const effectCalled = (text: string) => calledAmong(text, EFFECTS, EFFECT_WORDS);
export const groundCalled = (text: string) => calledAmong(text, GROUNDS, SURFACE_WORDS);

/** What a light tells of a picture; `usual` where it is what hour and place have anyway. */
export function lightCalled(text: string): LightFact | "usual" | undefined {
  const fact = LIGHT_WORDS.find(([, when]) => when(text))?.[0];
  return fact ?? (USUAL_LIGHT(text) ? "usual" : undefined);
}
