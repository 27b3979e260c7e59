// Other ways of the commonest poses, from moment to moment, and what a feeling does to a body that is busy with something.
import type { Expression, Pose } from "../../closed/staging.ts";
import { limb, type PoseSpec, touching } from "./pose-spec.ts";
import type { Stance } from "./stance-sets.ts";

/** What each way changes of the pose; the first is the pose itself. */
export const VARIANTS: Readonly<Partial<Record<Pose, readonly Stance[]>>> = {
  sit: [
    {},
    { lean: 15, nod: 4, arch: -12, nearArm: touching("knee"), farArm: touching("chin"), farHand: "fist" },
    { lean: -9, nod: -2, arch: -4, nearArm: limb(24, 172, 8, 176), farArm: limb(20, 20, 64, -24) },
    { lean: 5, tilt: 4, farArm: touching("knee"), farLeg: limb(84, 14, 34, 180) },
    { lean: 20, nod: 12, arch: -14, nearArm: limb(46, 10, 62, -20), farArm: limb(46, 10, 62, -26) },
  ],
  hold: [
    {},
    {
      ...{ lean: 4, twist: 9, tilt: -6, hip: -8, arch: 6, nearArm: limb(34, 16, 92, -12) },
      ...{ nearLeg: limb(15, 70, 5, 170), farLeg: limb(2, 80, 1, 100) },
    },
    {
      ...{ lean: 3, nod: 4, twist: -7, tilt: 7, hip: 9, arch: 6, farArm: touching("hip"), farHand: "fist" },
      ...{ nearLeg: limb(3, 80, 2, 100), farLeg: limb(19, 60, 6, 175) },
    },
    {
      ...{ lean: -2, tilt: 4, hip: 6, nearArm: limb(20, 24, 112, -22), farArm: limb(20, 110, 16, 50) },
      ...{ nearLeg: limb(12, 90, 5, 90), farLeg: limb(15, 60, 4, 160) },
    },
  ],
  walk: [
    {},
    {
      ...{ lean: 4, twist: 8, tilt: -3, hip: -4 },
      ...{ nearArm: limb(26, 4, 40, 0), farArm: limb(24, 176, 10, 170) },
      ...{ nearLeg: limb(18, 180, 46, 180), farLeg: limb(28, 0, 4, 180) },
    },
    {
      ...{ lean: 3, twist: -6, nearArm: limb(18, 170, 12, 10), farArm: limb(16, 10, 36, 0) },
      ...{ nearLeg: limb(8, 0, 4, 180), farLeg: limb(20, 0, 62, 180) },
    },
    { lean: 2, nearArm: touching("pocket"), farArm: limb(20, 8, 30, 0) },
  ],
  run: [
    {},
    {
      ...{ twist: 16, tilt: 6, nearArm: limb(56, 6, 132, -10), farArm: limb(74, 176, 36, 24) },
      ...{ nearLeg: limb(42, 180, 96, 180), farLeg: limb(88, 0, 14, 180) },
    },
  ],
  "look-up": [
    {},
    { lean: -5, nearArm: touching("chest"), nearHand: "fist", tilt: 4, hip: 5 },
    {
      ...{ lean: -6, arch: 8, nearHand: "open", farHand: "open" },
      ...{ nearArm: limb(26, 110, 40, 60), farArm: limb(28, 80, 44, 40) },
    },
    { tilt: -4, hip: -5, nearArm: touching("hip"), nearHand: "fist", farArm: limb(14, 60, 26, 0) },
  ],
  "look-down": [
    {},
    { nearArm: touching("chest"), nearHand: "fist" },
    { lean: 12, nearArm: touching("knee"), farArm: limb(14, 40, 20, 0) },
    { tilt: 4, hip: 5, farArm: touching("hip"), farHand: "fist" },
  ],
  "look-back": [
    {},
    { tilt: 5, nearArm: limb(26, 150, 30, 120), farArm: limb(30, 20, 90, -10), farHand: "open" },
    { lean: 4, nearArm: touching("hip"), nearHand: "fist" },
  ],
};

/** What a feeling does to a body that is busy otherwise: what it adds to how far it leans, bows and arches. */
export const BORNE: Readonly<Partial<Record<Expression, Pick<PoseSpec, "lean" | "nod" | "arch">>>> = {
  sad: { lean: 4, nod: 11, arch: -7 },
  cry: { lean: 6, nod: 13, arch: -9 },
  tired: { lean: 5, nod: 10, arch: -8 },
  worried: { lean: 2, nod: 6, arch: -4 },
  shy: { lean: 2, nod: 8, arch: -4 },
  smug: { lean: -4, nod: -6, arch: 4 },
  grin: { lean: -3, nod: -5, arch: 4 },
  laugh: { lean: -5, nod: -8, arch: 5 },
  surprised: { lean: -5, nod: -3, arch: -3 },
  shocked: { lean: -7, nod: -3, arch: -4 },
  angry: { lean: 4, nod: -4, arch: -2 },
  furious: { lean: 6, nod: -5, arch: -3 },
};
