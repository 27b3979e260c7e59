// The ways in which people merely stand, by what they feel; `stances.ts` chooses among them.
import { groupsOf } from "../../closed/measures.ts";
import type { Expression } from "../../closed/staging.ts";
import type { PoseSpec } from "./pose-spec.ts";

export type Stance = Partial<PoseSpec>;
type Stances = readonly [Stance, ...Stance[]];

const SETS = groupsOf<
  | ("easy" | "telling" | "closed" | "hard" | "merry" | "proud" | "startled" | "fearful" | "shy" | "uncanny")
  | ("cry" | "tired" | "pain" | "thoughtful" | "terrified" | "asleep"),
  Stances
>("stances");

/** Of whoever says something without much feeling: a hand goes with the words. */
export const TELLING = SETS.telling;

/** Of whoever shows nothing where it is eerie: they are only there, upright, arms hanging, and look. */
export const UNCANNY = SETS.uncanny;

export const STANCES: Readonly<Record<Expression, Stances>> = {
  ...{ calm: SETS.easy, smile: SETS.easy, laugh: SETS.merry, grin: SETS.proud, smug: SETS.proud },
  ...{ sad: SETS.closed, worried: SETS.closed, cry: SETS.cry, shy: SETS.shy, tired: SETS.tired },
  ...{ angry: SETS.hard, furious: SETS.hard, shout: SETS.hard, determined: SETS.hard, pain: SETS.pain },
  ...{ surprised: SETS.startled, shocked: SETS.startled, afraid: SETS.fearful, terrified: SETS.terrified },
  ...{ thoughtful: SETS.thoughtful, asleep: SETS.asleep },
};
