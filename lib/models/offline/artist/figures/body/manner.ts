// How a pose is done where its name leaves that open and it is told: somebody points at the sky,
// climbs onto a bench, wheels a bicycle.

import { isToldOfSome, toldOf } from "../../camera/figure-told.ts";
import type { Pose } from "../../closed/staging.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import type { FigureTold } from "../../closed/told.ts";
import { handAt, limb, touching } from "./pose-spec.ts";
import type { Stance } from "./stance-sets.ts";

export type Manner = NonNullable<FigureTold["manner"]> | "ground" | "afoot";

/** Whether somebody in a picture does what they do so. */
export const isDoneSo = (picture: Pick<Picture, "told" | "figures">, manner: Manner): boolean =>
  isToldOfSome(picture, (told) => told.manner === manner);

/** Whether somebody is on the back of an animal, or of somebody. */
export const isOnBack = (picture: Pick<Picture, "told">, figure: Pick<Figure, "character">): boolean =>
  /^(?:astride|pickaback)$/u.test(toldOf(picture, figure).manner ?? "");

/** A foot up, and a hand on its knee. */
const STEPPING: Stance = {
  ...{ lean: 16, nod: -6, nearArm: limb(30, 170, 34, 120), farArm: touching("knee") },
  ...{ nearHand: "open", farHand: "flat", acting: "both" },
};

/** On the rungs: a hand over the head, a knee up, off the ground. */
const ON_RUNGS: Stance = {
  ...{ lean: 2, nod: -14, lift: 0.9, nearHand: "grip", farHand: "grip", acting: "both" },
  ...{ nearArm: limb(150, 20, 166, -6), farArm: limb(104, 26, 150, -14) },
};

/** At a piano, seen from behind: both hands out on the keys. */
const AT_KEYS: Stance = {
  ...{ lean: 4, nod: 8, nearArm: handAt([-64, -22], -70), farArm: handAt([64, -22], -110) },
  ...{ nearHand: "flat", farHand: "flat", acting: "both" },
};

/** Lying on the air, legs trailing: whoever has no weight is on no ground. */
const DRIFTING: Stance = {
  ...{ turn: 50, lean: 6, nod: -34, arch: 12, lift: 2.4, tilt: -5, hip: 4 },
  ...{ nearArm: limb(58, 12, 84, -6), farArm: limb(96, 30, 128, 20) },
  ...{ nearLeg: limb(12, 0, 58, 180), farLeg: limb(22, 180, 44, 180) },
  ...{ nearHand: "open", farHand: "open", acting: "none" },
};

/** On the bare ground: one knee up, the other leg stretched out. */
const ON_GROUND: Stance = {
  ...{ lean: -6, arch: -8, nod: 6, nearLeg: limb(136, 6, 30, 180), farLeg: limb(93, 10, 85, 4) },
  ...{ nearArm: touching("knee"), farArm: limb(40, 172, 52, 176), farHand: "flat" },
};

/** Whoever eats with no table stands to it. */
const STANDING_UP: Stance = {
  ...{ lean: 2, nearLeg: limb(4, 80, 3, 100), farLeg: limb(5, 70, 1, 90), support: undefined },
};

/** Knees at an animal's flanks, the reins in both hands; from the side one leg hides the other. */
const ASTRIDE_SEAT: Stance = {
  ...{ lean: 3, nod: -2, arch: 4 },
  ...{ nearArm: limb(20, 6, 66, -6), farArm: limb(24, 6, 70, -6) },
  ...{ nearLeg: limb(50, 8, 4, 180), farLeg: limb(50, 8, 4, 180) },
  ...{ nearHand: "fist", farHand: "fist", acting: "both" },
};

/** Bent under somebody on one's back, a hand under their knee. */
const BEARING: Stance = {
  ...{ lean: 20, nod: -14, nearArm: limb(22, 172, 58, 0), farArm: limb(22, 172, 58, 0) },
  ...{ nearHand: "fist", farHand: "fist", acting: "none" },
};

/** Arms round a neck, knees at somebody's sides. */
const ON_BACK: Stance = {
  ...{ lean: 22, nod: -12, arch: 6, support: undefined },
  ...{ nearArm: limb(58, 6, 84, -6), farArm: limb(64, 6, 88, -6) },
  ...{ nearLeg: limb(72, 8, 26, 180), farLeg: limb(72, 8, 26, 180) },
  ...{ nearHand: "relaxed", farHand: "relaxed", acting: "none" },
};

/** What each manner changes of a pose. */
export const MANNERS: Readonly<Record<Manner, Readonly<Partial<Record<Pose, Stance>>>>> = {
  up: {
    stand: { nod: -24, lean: -6, arch: 8 },
    point: { lean: -4, nod: -22, arch: 8, farArm: limb(146, 22, 152, 12) },
  },
  onto: { climb: STEPPING },
  rail: { climb: STEPPING },
  ladder: { climb: ON_RUNGS },
  keys: { sit: AT_KEYS },
  ground: { sit: ON_GROUND, eat: STANDING_UP },
  afoot: { eat: STANDING_UP },
  astride: { ride: ASTRIDE_SEAT },
  pickaback: { walk: BEARING, ride: ON_BACK },
  afloat: { jump: DRIFTING, walk: DRIFTING, run: DRIFTING, hold: DRIFTING, carry: DRIFTING },
};
