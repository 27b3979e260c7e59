// Ground, light and what the air is full of, in the artist's words.
import { type Effect, EffectSchema } from "../closed/staging.ts";
import { GROUNDS, type Ground } from "../closed/told.ts";
import { called, calledAmong, says } from "./listed-kin.ts";

export const EFFECTS: ReadonlySet<Effect> = new Set(EffectSchema.options);
const NAMES: ReadonlySet<Ground> = new Set(GROUNDS);

export const effectCalled = (text: string) => calledAmong(text, EFFECTS, "effect-words");
export const groundCalled = (text: string) => calledAmong(text, NAMES, "surface-words");

type LightFact = "pitchDark" | "lightWentOut" | "lightsUp" | "lighthouseUnlit";

/** What a light tells of a picture; `usual` where it is what hour and place have anyway. */
export const lightCalled = (text: string): LightFact | "usual" | undefined =>
  called<LightFact>("light-words", text) ?? (says("usual-light", text) ? "usual" : undefined);
