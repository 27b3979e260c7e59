// What each sign of a speaker is worth: weights of a conditional random field over the lines of a talk, fitted by
// `scripts/scores/fit-speakers.ts` on the labelled stories. A weight is the logarithm of how much likelier the sign makes somebody.
import type { Language } from "../../../../manga/language.ts";
import type { SignKind } from "./signs.ts";
import type { TurnWeights } from "./turns.ts";

/** What can be said of a line and a person who may have said it. */
export type Feature =
  | SignKind
  /** The pronoun of the tag agrees with them in sex and number, or cannot mean them. */
  | "tagAgrees"
  | "tagClashes"
  /** Last mentioned in the narration right before, a little, or long before; not yet, but soon after. */
  | "seenJust"
  | "seenLately"
  | "seenLong"
  | "seenSoon"
  /** How many lines of the talk the text gives to them (logarithm). */
  | "speaksHere"
  /** How often the story means them (logarithm, the most frequent is 0). */
  | "seldom"
  | "toldOf"
  | "group"
  | "beast"
  | "narrator"
  /** Nobody of the cast, and the same where a tag has a subject that means nobody of it. */
  | "nobody"
  | "nobodyTagged"
  /** The line before calls them, or is said to them. */
  | "calledBefore"
  | "toldBefore"
  /** Words of the line agree with their sex and age, or do not. */
  | "mannerAgrees"
  | "mannerClashes"
  /** Words of the line are like those of their other lines (-1 to 1). */
  | "mannerLike";

export interface SpeakerWeights {
  worth: Readonly<Record<Feature, number>>;
  turns: TurnWeights;
}

const JAPANESE: SpeakerWeights = {
  worth: {
    saysAfter: 5.41,
    saysOpen: 6,
    saysBefore: 3.39,
    saysBetween: -0.31,
    saysBetweenAfter: 4.6,
    saysNear: 5.48,
    actsAfter: 0.6,
    actsOpen: 3.46,
    actsBefore: 2.5,
    actsNear: 0.78,
    actsEarlier: -0.41,
    actsAfterNear: 0.23,
    entersNear: 0.59,
    entersAfterNear: 2.98,
    answersNear: -0.34,
    silent: -0.03,
    told: -2.55,
    calls: -2.41,
    names: -1.17,
    label: 9,
    tagAgrees: 0.78,
    tagClashes: -3.44,
    seenJust: 3.09,
    seenLately: 2.12,
    seenLong: 0.98,
    seenSoon: 1.27,
    speaksHere: 0.48,
    seldom: -0.02,
    toldOf: -0.97,
    group: -0.35,
    beast: -1.84,
    narrator: 0.32,
    nobody: -2.64,
    nobodyTagged: -0.35,
    calledBefore: 2.14,
    toldBefore: 1.86,
    mannerAgrees: 1.35,
    mannerClashes: -0.71,
    mannerLike: -0.04,
    pronounTag: 2.07,
  },
  turns: {
    same: {
      joined: 3,
      beside: 1.13,
      next: -3.02,
      told: -1.72,
      far: 0.55,
    },
    back: {
      joined: 0,
      beside: 4.15,
      next: 0.49,
      told: -0.33,
      far: 0.37,
    },
    sameAfterQuestion: -0.43,
    sameAnswers: -0.81,
    sameLike: 1.41,
    backLike: 1.16,
  },
};

const ENGLISH: SpeakerWeights = {
  worth: {
    saysAfter: 4.65,
    saysOpen: 2.12,
    saysBefore: 1.18,
    saysNear: 1.5,
    saysBetween: 0.01,
    saysBetweenAfter: 1,
    pronounTag: 1.98,
    actsAfter: 2.22,
    actsOpen: 0.69,
    actsBefore: 2.14,
    actsNear: 0.88,
    actsEarlier: -0.22,
    actsAfterNear: -0.42,
    entersNear: 1,
    entersAfterNear: 0.6,
    answersNear: 0.01,
    silent: -1.7,
    told: -1.87,
    calls: -2.46,
    names: -2.3,
    label: 9,
    tagAgrees: -0.08,
    tagClashes: -2.18,
    seenJust: 2.38,
    seenLately: 1.97,
    seenLong: 0.99,
    seenSoon: 1.44,
    speaksHere: 0.01,
    seldom: 0.08,
    toldOf: 0.1,
    group: -0.59,
    beast: -0.22,
    narrator: 0.13,
    nobody: 0.55,
    nobodyTagged: 1.81,
    calledBefore: 1.99,
    toldBefore: -0.21,
    mannerAgrees: 0.7,
    mannerClashes: -1.2,
    mannerLike: 1,
  },
  turns: {
    same: {
      joined: 1.09,
      beside: 3.73,
      next: -0.86,
      told: 1.56,
      far: 0.17,
    },
    back: {
      joined: 4.82,
      beside: 0.16,
      next: 1.42,
      told: 1.51,
      far: 1.12,
    },
    sameAfterQuestion: -0.39,
    sameAnswers: -0.61,
    sameLike: 0.5,
    backLike: 0.5,
  },
};

export const SPEAKER_WEIGHTS: Readonly<Record<Language, SpeakerWeights>> = { en: ENGLISH, ja: JAPANESE };
