// How somebody merely stands or sits: nobody waits like a post. The feeling and the person choose the stance,
// so that it stays the same whoever asks, and a hand that holds something is brought up.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Expression, Pose, Prop, View } from "../../../manga/staging.ts";
import { hashOf } from "./chance.ts";
import { limb, POSES, type PoseSpec } from "./poses.ts";

type Stance = Partial<PoseSpec>;
type Stances = readonly [Stance, ...Stance[]];

const WEIGHT_ON_ONE_LEG = { nearLeg: limb(3, 80, 2, 100), farLeg: limb(17, 60, 5, 175) } as const;
const APART = { nearLeg: limb(11, 90, 5, 90), farLeg: limb(12, 85, 5, 90) } as const;
const TOGETHER = { nearLeg: limb(2, 80, 3, 180), farLeg: limb(3, 60, 2, 180) } as const;

const EASY: Stances = [
  {
    ...WEIGHT_ON_ONE_LEG,
    twist: 5,
    nearArm: limb(12, 70, 16, 10),
    farArm: limb(40, 104, 38, -68),
    farHand: "fist",
  },
  { ...WEIGHT_ON_ONE_LEG, nearArm: limb(24, 160, 30, -120), farArm: limb(22, 160, 28, -120) },
  { twist: -6, lean: -2, nearArm: limb(14, 40, 58, -48), farArm: limb(13, 60, 18, 20) },
  { ...WEIGHT_ON_ONE_LEG, lean: -1, nod: 3 },
];
const CLOSED: Stances = [
  {
    ...TOGETHER,
    nod: 8,
    nearArm: limb(14, 34, 52, -52),
    farArm: limb(14, 34, 52, -52),
    nearHand: "fist",
    farHand: "flat",
  },
  { ...TOGETHER, nod: 10, nearArm: limb(12, 50, 18, 0), farArm: limb(18, 20, 84, -76), farHand: "fist" },
];
const HARD: Stances = [
  {
    ...APART,
    lean: 5,
    nearArm: limb(18, 100, 12, 40),
    farArm: limb(18, 95, 14, 40),
    nearHand: "fist",
    farHand: "fist",
  },
  {
    ...APART,
    lean: 8,
    nod: -6,
    nearArm: limb(34, 165, 14, 10),
    farArm: limb(30, 150, 16, 20),
    nearHand: "fist",
    farHand: "fist",
  },
  {
    ...APART,
    nearArm: limb(42, 112, 34, -72),
    farArm: limb(42, 104, 34, -72),
    nearHand: "fist",
    farHand: "fist",
  },
];
const STARTLED: Stances = [
  {
    lean: -9,
    nod: -6,
    nearArm: limb(30, 60, 78, 20),
    farArm: limb(34, 50, 84, 10),
    nearHand: "open",
    farHand: "open",
    ...APART,
  },
  { lean: -5, nearArm: limb(20, 30, 104, -62), farArm: limb(26, 90, 30, 40), farHand: "open" },
];
const PROUD: Stances = [
  {
    ...WEIGHT_ON_ONE_LEG,
    lean: -4,
    nod: -5,
    nearArm: limb(42, 112, 34, -72),
    farArm: limb(12, 70, 14, 20),
    nearHand: "fist",
  },
  {
    ...APART,
    lean: -3,
    nod: -4,
    nearArm: limb(20, 40, 84, -62),
    farArm: limb(20, 40, 92, -68),
    nearHand: "fist",
    farHand: "flat",
  },
];
const MERRY: Stances = [
  { lean: 7, nod: 8, nearArm: limb(18, 30, 70, -64), farArm: limb(14, 80, 18, 20), nearHand: "flat" },
  {
    ...WEIGHT_ON_ONE_LEG,
    lean: -5,
    nod: -8,
    nearArm: limb(16, 60, 24, 0),
    farArm: limb(24, 30, 120, -40),
    farHand: "fist",
  },
];

const STANCES: Readonly<Record<Expression, Stances>> = {
  calm: EASY,
  smile: EASY,
  laugh: MERRY,
  grin: PROUD,
  sad: CLOSED,
  cry: CLOSED,
  angry: HARD,
  furious: HARD,
  shout: HARD,
  surprised: STARTLED,
  shocked: STARTLED,
  afraid: STARTLED,
  worried: CLOSED,
  shy: CLOSED,
  determined: HARD,
  tired: [{ lean: 6, nod: 14, nearArm: limb(8, 30, 8, 0), farArm: limb(8, 30, 8, 0) }],
  pain: [
    { lean: 16, nod: 12, nearArm: limb(18, 30, 76, -66), farArm: limb(22, 20, 84, -66), nearHand: "fist" },
  ],
  smug: PROUD,
  thoughtful: [
    POSES.think,
    { nod: 6, nearArm: limb(20, 40, 84, -62), farArm: limb(20, 40, 92, -68), farHand: "flat" },
  ],
  asleep: [{ nod: 22 }],
};

export interface Posing {
  design: CharacterDesign;
  pose: Pose;
  expression: Expression;
  view: View;
  holds: Prop | null;
}

/** The body's angles for a pose: a stance of one's own where the pose leaves it open, a hand up where it holds something. */
export function posed({ design, pose, expression, view, holds }: Posing): PoseSpec {
  const named = POSES[pose];
  const base = pose === "stand" ? { ...named, ...stanceOf(design, expression, view) } : named;
  if (holds === null || base.acting !== "none" || base.support === "bed") return base;
  return { ...base, nearArm: limb(16, 24, 106, -16), nearHand: "fist", acting: "near" };
}

function stanceOf({ id, look, kind, age }: CharacterDesign, expression: Expression, view: View): Stance {
  if (kind !== "human") return {};
  const stances = STANCES[expression];
  const stance = stances[hashOf(id, look, view, expression) % stances.length] ?? stances[0];
  // Arms that are only a stance act for nobody: words may cover them, and a thing may be put in them.
  const { acting: _, ...rest } = stance;
  return age === "child" ? { ...rest, lean: (rest.lean ?? 0) * 0.7 } : rest;
}
