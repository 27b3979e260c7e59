// What each sign of a speaker is worth: weights of a conditional random field over the lines of a talk, fitted by
// `scripts/scores/fit-speakers.ts` on the labelled stories. A weight is the logarithm of how much likelier the sign makes somebody.
import type { Language } from "../../../../manga/language.ts";
import type { SignKind } from "./sign-kinds.ts";
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
  /** Whoever acts after the line is met there for the first time; acts there after a question; tells the story. */
  | "newAfter"
  | "actsAfterAsking"
  | "narratorAfter"
  | "narratorNear"
  /** How many lines of the talk the text gives to them (logarithm). */
  | "speaksHere"
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
  | "mannerClashes";

export interface SpeakerWeights {
  worth: Readonly<Record<Feature, number>>;
  turns: TurnWeights;
}

const JAPANESE: SpeakerWeights = {
  worth: {
    saysAfter: 5.49,
    saysOpen: 6,
    saysBefore: 3.79,
    saysBetween: 0.06,
    saysBetweenAfter: 5.87,
    saysNear: 5.85,
    actsAfter: 0.62,
    actsOpen: 3.9,
    actsBefore: 2.5,
    actsNear: 0.83,
    actsEarlier: -0.32,
    actsAfterNear: -0.13,
    entersNear: 0.6,
    entersAfterNear: 1.81,
    answersNear: 0.27,
    silent: 0.39,
    told: -2.56,
    calls: -2.73,
    names: -1.02,
    label: 9,
    newAfter: 2.21,
    actsAfterAsking: 1.27,
    narratorAfter: -1.52,
    narratorNear: -1.47,
    tagAgrees: 0.8,
    tagClashes: -3.45,
    seenJust: 2.97,
    seenLately: 2.06,
    seenLong: 1.22,
    seenSoon: 0.75,
    speaksHere: 0.45,
    toldOf: -0.79,
    group: -0.09,
    beast: -2.02,
    narrator: 0.27,
    nobody: -4.74,
    nobodyTagged: -0.35,
    calledBefore: 2.24,
    toldBefore: 2.27,
    mannerAgrees: 1.25,
    mannerClashes: -0.75,
    pronounTag: 2.47,
  },
  turns: {
    same: {
      joined: 3,
      beside: 1.01,
      next: -2.57,
      told: -1.63,
      far: -0.08,
    },
    back: {
      joined: 0,
      beside: 4.3,
      next: 0.98,
      told: -0.09,
      far: 0.31,
    },
    sameAfterQuestion: 0.21,
    sameAnswers: -0.14,
    sameLike: 1.72,
    backLike: 1.18,
  },
};

const ENGLISH: SpeakerWeights = {
  worth: {
    saysAfter: 4.89,
    saysOpen: 2.33,
    saysBefore: 0.88,
    saysNear: 1.5,
    saysBetween: -1.31,
    saysBetweenAfter: 1,
    pronounTag: 2,
    actsAfter: 1.81,
    actsOpen: -0.98,
    actsBefore: 2.34,
    actsNear: 0.65,
    actsEarlier: -0.52,
    actsAfterNear: -0.32,
    entersNear: 1,
    entersAfterNear: 0.6,
    answersNear: 0.19,
    silent: -1.88,
    told: -1.9,
    calls: -2.9,
    names: -2.16,
    label: 9,
    newAfter: 0,
    actsAfterAsking: -0.68,
    narratorAfter: -0.78,
    narratorNear: -1.32,
    tagAgrees: 0.85,
    tagClashes: -0.71,
    seenJust: 2.59,
    seenLately: 1.96,
    seenLong: 0.6,
    seenSoon: 1.34,
    speaksHere: 0.33,
    toldOf: -0.3,
    group: -0.28,
    beast: -0.22,
    narrator: 0.15,
    nobody: 0.31,
    nobodyTagged: 2.43,
    calledBefore: 2.03,
    toldBefore: -0.67,
    mannerAgrees: 0.7,
    mannerClashes: -1.2,
  },
  turns: {
    same: {
      joined: 0.05,
      beside: 3.96,
      next: -0.97,
      told: 1.17,
      far: -0.24,
    },
    back: {
      joined: 6.15,
      beside: 0.4,
      next: 1.15,
      told: 1.67,
      far: 0.44,
    },
    sameAfterQuestion: -0.41,
    sameAnswers: -0.64,
    sameLike: 0.5,
    backLike: 0.5,
  },
};

export const SPEAKER_WEIGHTS: Readonly<Record<Language, SpeakerWeights>> = { en: ENGLISH, ja: JAPANESE };
