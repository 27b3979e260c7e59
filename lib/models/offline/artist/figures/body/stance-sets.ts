// The ways in which people merely stand, by what they feel; `stances.ts` chooses among them.
import type { Expression } from "../../closed/staging.ts";
import { limb, type PoseSpec, touching } from "./pose-spec.ts";
import { POSES } from "./poses.ts";

export type Stance = Partial<PoseSpec>;
type Stances = readonly [Stance, ...Stance[]];

const WEIGHT_ON_ONE_LEG = { nearLeg: limb(3, 80, 2, 100), farLeg: limb(17, 60, 5, 175) } as const;
const APART = { nearLeg: limb(11, 90, 5, 90), farLeg: limb(12, 85, 5, 90) } as const;
const TOGETHER = { nearLeg: limb(2, 80, 3, 180), farLeg: limb(3, 60, 2, 180) } as const;

const ON_ONE: Stance = { ...WEIGHT_ON_ONE_LEG, tilt: 7, hip: 9, arch: 7 };
const ON_OTHER: Stance = {
  nearLeg: limb(15, 70, 5, 170),
  farLeg: limb(2, 80, 1, 100),
  tilt: -7,
  hip: -9,
  arch: 6,
};

const EASY: Stances = [
  { ...ON_ONE, twist: 5, farArm: touching("hip"), farHand: "fist" },
  { ...ON_ONE, nearArm: touching("behind"), farArm: touching("behind"), lean: -1 },
  { ...ON_OTHER, twist: -6, lean: -2, nearArm: limb(13, 60, 26, -10) },
  { ...ON_ONE, lean: -1, nod: 3 },
  { ...ON_OTHER, twist: 4, farArm: limb(12, 60, 34, -20) },
  { ...ON_ONE, lean: -3, nearArm: touching("pocket"), farArm: limb(11, 70, 16, 10) },
  { ...ON_OTHER, lean: -3, nearArm: touching("pocket"), farArm: touching("pocket") },
  { ...APART, lean: 2, nearArm: limb(15, 85, 15, 60), farArm: limb(14, 85, 14, 60) },
  { ...ON_OTHER, nod: 2, nearArm: limb(12, 60, 14, 20), farArm: touching("behind") },
  { ...ON_ONE, twist: -5, nearArm: limb(22, 150, 10, 20), farArm: limb(18, 20, 26, -6) },
  { ...ON_OTHER, twist: 6, nearArm: limb(12, 70, 20, 30), farArm: limb(12, 50, 24, -14) },
  { ...ON_ONE, tilt: 3, nod: -2, nearArm: limb(12, 80, 15, 30), farArm: limb(13, 70, 19, 0) },
  { ...ON_OTHER, lean: -2, nearArm: touching("hip"), farArm: limb(14, 60, 24, -10), nearHand: "fist" },
  { ...ON_OTHER, nod: 3, nearArm: touching("clasp"), farArm: touching("clasp") },
  { ...ON_ONE, twist: 4, nearArm: touching("hip"), farArm: touching("behind"), nearHand: "fist" },
  {
    ...ON_OTHER,
    twist: -4,
    nod: 2,
    nearArm: limb(11, 60, 16, 10),
    farArm: touching("chest"),
    farHand: "fist",
  },
];
/** Of whoever says something without much feeling: a hand goes with the words. */
export const TELLING: Stances = [
  { ...ON_OTHER, lean: 4, nod: 2, farArm: limb(34, 30, 104, 16), farHand: "flat" },
  { ...ON_ONE, lean: 5, nearArm: limb(26, 50, 118, 30), nearHand: "open" },
  {
    ...ON_OTHER,
    lean: 3,
    nearArm: limb(24, 60, 84, 24),
    farArm: limb(28, 44, 92, 14),
    nearHand: "flat",
    farHand: "flat",
  },
  { ...ON_ONE, nod: -3, farArm: limb(24, 46, 142, -8), farHand: "point" },
  { ...ON_OTHER, lean: 2, nearArm: touching("chest"), nearHand: "flat", farArm: limb(14, 60, 24, 10) },
  { ...ON_ONE, lean: 6, twist: 6, nearArm: touching("hip"), farArm: limb(38, 40, 96, 24), farHand: "open" },
  { ...ON_OTHER, lean: -3, nod: 3, nearArm: touching("hip"), nearHand: "fist" },
  { ...ON_ONE, lean: 3, nod: 4 },
];

const CLOSED: Stances = [
  // One arm held by the other hand: scratching one's neck would be a joke where something is wrong.
  { ...ON_ONE, nod: 8, arch: -6, nearArm: touching("across"), farArm: limb(9, 50, 12, 10) },
  { ...TOGETHER, nod: 12, arch: -9, lean: 4, nearArm: limb(8, 40, 10, 0), farArm: limb(9, 40, 12, 0) },
  {
    ...TOGETHER,
    nod: 9,
    arch: -8,
    nearArm: touching("chest"),
    farArm: limb(10, 50, 14, 0),
    nearHand: "fist",
  },
  { ...ON_OTHER, nod: 10, arch: -6, nearArm: touching("behind"), farArm: limb(9, 50, 14, 0) },
  {
    ...TOGETHER,
    nod: 9,
    arch: -7,
    nearArm: limb(14, 60, 30, -20),
    farArm: touching("chest"),
    nearHand: "fist",
    farHand: "fist",
  },
  { ...TOGETHER, nod: 8, arch: -7, nearArm: limb(10, 30, 34, -52), farArm: limb(10, 30, 36, -48) },
  { ...ON_ONE, nod: 8, arch: -6, nearArm: touching("across"), farArm: limb(9, 50, 14, 0) },
];
const HARD: Stances = [
  {
    ...APART,
    lean: 6,
    arch: -4,
    nearArm: limb(22, 100, 12, 40),
    farArm: limb(22, 95, 14, 40),
    nearHand: "fist",
    farHand: "fist",
  },
  {
    ...APART,
    lean: 13,
    nod: -9,
    tilt: 4,
    arch: -4,
    nearArm: limb(38, 165, 20, 10),
    farArm: limb(34, 40, 120, 10),
    nearHand: "fist",
    farHand: "fist",
  },
  { ...APART, lean: 4, nearArm: touching("hip"), farArm: touching("hip"), nearHand: "fist", farHand: "fist" },
  {
    ...APART,
    lean: 12,
    nod: -8,
    tilt: -4,
    nearArm: touching("hip"),
    farArm: limb(76, 20, 92, 6),
    nearHand: "fist",
    farHand: "point",
  },
];
const STARTLED: Stances = [
  {
    lean: -13,
    nod: -4,
    arch: -8,
    nearArm: limb(34, 60, 112, 20),
    farArm: limb(40, 50, 118, 10),
    nearHand: "open",
    farHand: "open",
    ...APART,
  },
  {
    lean: -8,
    arch: -6,
    nearArm: touching("cheek"),
    farArm: limb(30, 90, 40, 40),
    nearHand: "cup",
    farHand: "open",
  },
  {
    ...ON_OTHER,
    lean: -10,
    arch: -4,
    nearArm: limb(30, 120, 44, 60),
    farArm: limb(34, 80, 70, 40),
    nearHand: "open",
    farHand: "open",
  },
];
const FEARFUL: Stances = [
  {
    lean: 6,
    nod: 4,
    arch: -14,
    ...TOGETHER,
    nearArm: touching("chest"),
    farArm: touching("chest"),
    nearHand: "fist",
    farHand: "fist",
  },
  {
    lean: -12,
    nod: 2,
    arch: -12,
    nearArm: limb(40, 30, 120, 10),
    farArm: limb(50, 30, 110, 0),
    nearHand: "open",
    farHand: "open",
  },
];
const PROUD: Stances = [
  { ...ON_ONE, lean: -5, nod: -6, nearArm: touching("hip"), farArm: limb(12, 70, 14, 20), nearHand: "fist" },
  { ...APART, lean: -4, nod: -4, arch: 5, nearArm: touching("across"), farArm: touching("across") },
  { ...ON_ONE, lean: -6, nod: -5, nearArm: touching("pocket"), farArm: touching("hip"), farHand: "fist" },
  {
    ...ON_OTHER,
    lean: -4,
    nod: -5,
    nearArm: limb(14, 60, 20, 10),
    farArm: limb(40, 40, 140, -10),
    farHand: "point",
  },
];
const MERRY: Stances = [
  { lean: 9, nod: 8, arch: -6, nearArm: touching("belly"), farArm: limb(14, 80, 18, 20) },
  { ...ON_ONE, lean: -7, nod: -10, nearArm: touching("nape"), farArm: limb(16, 60, 24, 0) },
  {
    ...ON_OTHER,
    lean: -4,
    nod: -6,
    nearArm: limb(60, 90, 140, 60),
    farArm: limb(60, 80, 140, 50),
    nearHand: "fist",
    farHand: "fist",
  },
];
const SHY: Stances = [
  { ...TOGETHER, nod: 9, arch: -5, nearArm: touching("nape"), farArm: limb(10, 60, 16, 10) },
  { ...ON_ONE, nod: 10, arch: -4, nearArm: touching("behind"), farArm: touching("behind") },
  { ...TOGETHER, nod: 8, arch: -6, nearArm: limb(12, 50, 18, 0), farArm: touching("cheek"), farHand: "cup" },
];

/** Of whoever shows nothing where it is eerie: they are only there, upright, arms hanging, and look. */
export const UNCANNY: Stances = [
  { ...TOGETHER, nod: 7, nearArm: limb(6, 70, 7, 20), farArm: limb(6, 70, 7, 20) },
  { ...TOGETHER, nod: 3, lean: -1, nearArm: limb(7, 60, 10, -20), farArm: limb(7, 60, 10, -20) },
];

export const STANCES: Readonly<Record<Expression, Stances>> = {
  calm: EASY,
  smile: EASY,
  laugh: MERRY,
  grin: PROUD,
  sad: CLOSED,
  cry: [
    { lean: 8, nod: 12, arch: -12, nearArm: touching("eyes"), farArm: limb(10, 30, 12, 0), nearHand: "fist" },
    {
      lean: 9,
      nod: 14,
      arch: -12,
      nearArm: touching("chest"),
      farArm: touching("eyes"),
      nearHand: "fist",
      farHand: "fist",
    },
    { lean: 4, nod: 10, arch: -10, nearArm: limb(9, 40, 12, -10), farArm: limb(9, 40, 12, -10) },
    { lean: 6, nod: 12, arch: -12, nearArm: touching("clasp"), farArm: touching("clasp"), nearHand: "fist" },
  ],
  angry: HARD,
  furious: HARD,
  shout: HARD,
  surprised: STARTLED,
  shocked: STARTLED,
  afraid: FEARFUL,
  worried: CLOSED,
  shy: SHY,
  determined: HARD,
  tired: [
    { lean: 8, nod: 14, arch: -14, nearArm: limb(8, 30, 8, 0), farArm: limb(8, 30, 8, 0) },
    { lean: 4, nod: 10, arch: -10, nearArm: touching("nape"), farArm: limb(8, 30, 8, 0) },
  ],
  pain: [
    { lean: 18, nod: 12, arch: -12, nearArm: touching("belly"), farArm: touching("belly"), nearHand: "fist" },
  ],
  smug: PROUD,
  thoughtful: [
    POSES.think,
    { ...ON_ONE, nod: 6, nearArm: touching("across"), farArm: touching("across") },
    { ...ON_OTHER, nod: 4, nearArm: touching("chin"), farArm: touching("behind"), nearHand: "relaxed" },
  ],
  terrified: [
    {
      lean: -16,
      nod: -6,
      arch: -10,
      ...APART,
      // Beside the face, or the hands would hide the mouth that screams.
      nearArm: limb(48, 96, 128, 112),
      farArm: limb(52, 84, 124, 72),
      nearHand: "open",
      farHand: "open",
    },
    {
      lean: -10,
      nod: -8,
      arch: -12,
      ...ON_OTHER,
      nearArm: touching("cheek"),
      farArm: touching("cheek"),
      nearHand: "cup",
      farHand: "cup",
    },
    {
      lean: -18,
      nod: -2,
      arch: -12,
      nearLeg: limb(26, 0, 2, 180),
      farLeg: limb(22, 170, 12, 180),
      nearArm: limb(76, 20, 104, -10),
      farArm: limb(70, 30, 110, 0),
      nearHand: "open",
      farHand: "open",
    },
  ],
  asleep: [{ nod: 22 }],
};
