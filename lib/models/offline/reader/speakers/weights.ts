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

const FIRST: SpeakerWeights = {
  worth: {
    saysAfter: 6,
    saysOpen: 6,
    saysBefore: 3,
    saysNear: 1.5,
    pronounTag: 3,
    actsAfter: 2,
    actsOpen: 4,
    actsBefore: 2.5,
    actsNear: 1,
    actsEarlier: 0.3,
    actsAfterNear: 0.3,
    entersNear: 1,
    entersAfterNear: 0.6,
    answersNear: 0.5,
    silent: -1,
    told: -2.5,
    calls: -3,
    names: -1,
    label: 9,
    tagAgrees: 1,
    tagClashes: -3,
    seenJust: 1.5,
    seenLately: 1,
    seenLong: 0.3,
    seenSoon: 0.5,
    speaksHere: 0.8,
    seldom: 0.2,
    toldOf: -2,
    group: -1.5,
    beast: -1,
    narrator: 0.5,
    nobody: -2.5,
    nobodyTagged: 3,
    calledBefore: 1.5,
    toldBefore: 1,
    mannerAgrees: 0.7,
    mannerClashes: -1.2,
    mannerLike: 1,
  },
  turns: {
    same: { joined: 3, beside: 4, next: -2.5, told: -0.5, far: 0 },
    back: { joined: 0, beside: 0, next: 1.2, told: 0.8, far: 0.5 },
    sameAfterQuestion: -1,
    sameAnswers: -1,
    sameLike: 0.5,
    backLike: 0.5,
  },
};

const JAPANESE: SpeakerWeights = {
  worth: {
    saysAfter: 3.84,
    saysOpen: 6,
    saysBefore: 0.47,
    saysNear: 3.99,
    actsAfter: 0.98,
    actsOpen: 2.34,
    actsBefore: 2.5,
    actsNear: 0.99,
    actsEarlier: -0.46,
    actsAfterNear: 0.31,
    entersNear: 1.04,
    entersAfterNear: 2.6,
    answersNear: -0.22,
    silent: -0.49,
    told: -2.55,
    calls: -1.96,
    names: -1.03,
    label: 9,
    tagAgrees: 1.01,
    tagClashes: -3.23,
    seenJust: 1.86,
    seenLately: 0.95,
    seenLong: 0.28,
    seenSoon: 0.44,
    speaksHere: 0.19,
    seldom: 0.08,
    toldOf: -0.81,
    group: -0.78,
    beast: -1.32,
    narrator: 0.3,
    nobody: 0.3,
    nobodyTagged: 0.29,
    calledBefore: 1.88,
    toldBefore: 1.76,
    mannerAgrees: 1.08,
    mannerClashes: -0.87,
    mannerLike: -0.35,
    pronounTag: 3,
  },
  turns: {
    same: {
      joined: 3,
      beside: 1.92,
      next: -2.15,
      told: -1.85,
      far: 0.78,
    },
    back: {
      joined: 0,
      beside: 2.47,
      next: 1.14,
      told: 1,
      far: 0.62,
    },
    sameAfterQuestion: -0.06,
    sameAnswers: 0.44,
    sameLike: 1.73,
    backLike: 1.27,
  },
};

export const SPEAKER_WEIGHTS: Readonly<Record<Language, SpeakerWeights>> = { en: FIRST, ja: JAPANESE };
