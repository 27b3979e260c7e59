// Every pose as the angles of a body: limbs point at [elevation, azimuth] degrees, elevation 0 hangs down, 90 is level,
// 180 points up; azimuth 0 is forwards, 90 away from the body, −90 across it, 180 backwards.
import type { Pose } from "../../../manga/staging.ts";

export type Aim = readonly [elevation: number, azimuth: number];
export type HandShape = "relaxed" | "fist" | "open" | "point" | "flat";

export interface Limb {
  upper: Aim;
  lower: Aim;
}
export interface PoseSpec {
  /** Degrees the back leans forwards. */
  lean: number;
  /** Degrees the head bows. */
  nod: number;
  /** Degrees the shoulders turn: positive brings the near one forwards. */
  twist: number;
  nearArm: Limb;
  farArm: Limb;
  nearLeg: Limb;
  farLeg: Limb;
  /** Degrees the whole figure turns, clockwise. */
  turn: number;
  /** Heads between the lowest point and the ground. */
  lift: number;
  nearHand: HandShape;
  farHand: HandShape;
  /** The hand that holds a prop, and the one that must stay visible. */
  acting: "near" | "far" | "both" | "none";
  headTurn?: "back";
  /** What the body needs under it. */
  support?: "seat" | "bed";
}

export const limb = (ue: number, ua: number, le: number, la: number): Limb => ({
  upper: [ue, ua],
  lower: [le, la],
});

const STAND: PoseSpec = {
  lean: 1,
  nod: 0,
  twist: 0,
  nearArm: limb(10, 75, 12, 10),
  farArm: limb(10, 70, 14, 20),
  nearLeg: limb(4, 80, 3, 100),
  farLeg: limb(5, 70, 1, 90),
  turn: 0,
  lift: 0,
  nearHand: "relaxed",
  farHand: "relaxed",
  acting: "none",
};
const pose = (change: Partial<PoseSpec>): PoseSpec => ({ ...STAND, ...change });
const SEATED = { nearLeg: limb(86, 10, 6, 0), farLeg: limb(84, 14, 10, 180), support: "seat" } as const;
const STRIDE = { nearLeg: limb(22, 180, 34, 180), farLeg: limb(34, 0, 4, 180) } as const;
const LYING = pose({
  turn: -86,
  nearArm: limb(22, 20, 62, -20),
  farArm: limb(14, 30, 10, 10),
  nearLeg: limb(14, 0, 8, 180),
  farLeg: limb(5, 20, 2, 0),
  support: "bed",
});

export const POSES: Readonly<Record<Pose, PoseSpec>> = {
  stand: STAND,
  walk: pose({
    lean: 5,
    twist: -8,
    nearArm: limb(28, 178, 8, 178),
    farArm: limb(30, 8, 52, 0),
    nearLeg: limb(27, 0, 8, 180),
    farLeg: limb(14, 180, 40, 180),
  }),
  run: pose({
    lean: 20,
    nod: -10,
    twist: -14,
    nearArm: limb(62, 172, 48, 20),
    farArm: limb(48, 10, 122, -20),
    nearLeg: limb(78, 0, 22, 180),
    farLeg: limb(30, 180, 84, 180),
    lift: 0.12,
    nearHand: "fist",
    farHand: "fist",
  }),
  sit: pose({ ...SEATED, nearArm: limb(22, 15, 62, -10), farArm: limb(18, 20, 62, -20) }),
  kneel: pose({
    nearArm: limb(26, 10, 66, -20),
    farArm: limb(20, 20, 40, 0),
    nearLeg: limb(4, 20, 92, 180),
    farLeg: limb(84, 10, 2, 180),
  }),
  crouch: pose({
    lean: 34,
    nod: -18,
    nearArm: limb(36, 10, 70, -20),
    farArm: limb(40, 10, 66, -20),
    nearLeg: limb(112, 20, 42, 180),
    farLeg: limb(104, 20, 38, 180),
  }),
  lie: LYING,
  fall: pose({
    turn: -52,
    nod: -14,
    nearArm: limb(142, 30, 120, 10),
    farArm: limb(112, 30, 150, 20),
    nearLeg: limb(82, 10, 36, 0),
    farLeg: limb(50, 20, 12, 180),
    lift: 0.7,
    nearHand: "open",
    farHand: "open",
    acting: "both",
  }),
  jump: pose({
    lean: 6,
    nod: -10,
    nearArm: limb(150, 40, 168, 20),
    farArm: limb(142, 60, 160, 40),
    nearLeg: limb(66, 10, 58, 180),
    farLeg: limb(18, 180, 66, 180),
    lift: 1.2,
    nearHand: "open",
    farHand: "fist",
    acting: "both",
  }),
  climb: pose({
    lean: 8,
    nod: -20,
    nearArm: limb(152, 10, 172, -5),
    farArm: limb(92, 20, 150, -10),
    nearLeg: limb(14, 0, 22, 180),
    farLeg: limb(86, 20, 14, 180),
    nearHand: "fist",
    farHand: "fist",
    acting: "both",
  }),
  point: pose({
    lean: 4,
    twist: 10,
    nearArm: limb(30, 120, 44, -40),
    farArm: limb(86, 12, 92, 6),
    nearLeg: limb(10, 170, 10, 175),
    farLeg: limb(16, 10, 4, 180),
    nearHand: "fist",
    farHand: "point",
    acting: "far",
  }),
  reach: pose({
    ...STRIDE,
    lean: 16,
    nod: -8,
    nearArm: limb(76, 2, 92, 0),
    farArm: limb(88, 14, 98, 8),
    nearHand: "open",
    farHand: "open",
    acting: "both",
  }),
  hold: pose({
    nearArm: limb(24, 12, 98, -28),
    farArm: limb(20, 30, 92, -24),
    nearHand: "fist",
    farHand: "fist",
    acting: "near",
  }),
  carry: pose({
    lean: -5,
    nearArm: limb(18, 20, 88, -12),
    farArm: limb(22, 20, 84, -12),
    nearHand: "flat",
    farHand: "flat",
    acting: "both",
  }),
  offer: pose({
    lean: 10,
    nod: 6,
    nearArm: limb(44, 4, 84, -8),
    farArm: limb(50, 10, 86, -4),
    nearHand: "flat",
    farHand: "flat",
    acting: "far",
  }),
  wave: pose({
    nearArm: limb(12, 90, 16, 30),
    farArm: limb(112, 60, 168, 50),
    farHand: "open",
    acting: "far",
  }),
  "arms-up": pose({
    lean: -4,
    nod: -10,
    nearArm: limb(140, 92, 164, 80),
    farArm: limb(140, 92, 164, 80),
    nearLeg: limb(10, 90, 4, 90),
    farLeg: limb(12, 80, 4, 90),
    nearHand: "open",
    farHand: "open",
    acting: "both",
  }),
  "arms-crossed": pose({
    nearArm: limb(20, 40, 84, -62),
    farArm: limb(20, 40, 92, -68),
    nearHand: "fist",
    farHand: "flat",
  }),
  "hands-on-hips": pose({
    nearArm: limb(42, 112, 34, -72),
    farArm: limb(42, 104, 34, -72),
    nearLeg: limb(9, 90, 4, 90),
    farLeg: limb(10, 80, 4, 90),
    nearHand: "fist",
    farHand: "fist",
  }),
  "hands-on-face": pose({
    lean: 8,
    nod: 14,
    nearArm: limb(48, 20, 152, -34),
    farArm: limb(52, 10, 154, -26),
    nearHand: "flat",
    farHand: "flat",
    acting: "both",
  }),
  think: pose({
    nod: 6,
    nearArm: limb(18, 30, 86, -64),
    farArm: limb(30, 6, 138, -46),
    nearHand: "fist",
    farHand: "fist",
    acting: "far",
  }),
  bow: pose({
    lean: 52,
    nod: 26,
    nearArm: limb(14, 10, 18, 0),
    farArm: limb(14, 10, 18, 0),
    nearHand: "flat",
    farHand: "flat",
  }),
  embrace: pose({
    lean: 8,
    nod: 8,
    nearArm: limb(64, 20, 90, -34),
    farArm: limb(74, 20, 94, -26),
    nearHand: "flat",
    farHand: "flat",
    acting: "both",
  }),
  fight: pose({
    lean: 14,
    twist: -16,
    nearArm: limb(46, 20, 128, -20),
    farArm: limb(82, 14, 96, 0),
    nearLeg: limb(30, 170, 22, 178),
    farLeg: limb(42, 10, 6, 180),
    nearHand: "fist",
    farHand: "fist",
    acting: "both",
  }),
  throw: pose({
    lean: -8,
    twist: 20,
    nearArm: limb(118, 150, 160, 20),
    farArm: limb(84, 20, 90, 10),
    nearLeg: limb(20, 170, 12, 180),
    farLeg: limb(48, 0, 10, 180),
    nearHand: "fist",
    farHand: "open",
    acting: "near",
  }),
  push: pose({
    lean: 26,
    nod: 2,
    nearArm: limb(70, 4, 98, 0),
    farArm: limb(74, 14, 100, 4),
    nearLeg: limb(24, 176, 34, 180),
    farLeg: limb(54, 0, 6, 180),
    nearHand: "flat",
    farHand: "flat",
    acting: "both",
  }),
  row: pose({
    lean: -14,
    nearArm: limb(48, 6, 84, -8),
    farArm: limb(52, 10, 84, -8),
    nearLeg: limb(84, 12, 66, 0),
    farLeg: limb(88, 12, 60, 0),
    nearHand: "fist",
    farHand: "fist",
    acting: "both",
    support: "seat",
  }),
  read: pose({
    nod: 16,
    nearArm: limb(20, 16, 94, -22),
    farArm: limb(16, 26, 92, -16),
    nearHand: "fist",
    farHand: "fist",
    acting: "near",
  }),
  write: pose({
    ...SEATED,
    lean: 18,
    nod: 18,
    nearArm: limb(34, 10, 76, -24),
    farArm: limb(38, 20, 78, -34),
    nearHand: "fist",
    farHand: "flat",
    acting: "near",
  }),
  eat: pose({
    ...SEATED,
    lean: 8,
    nod: 6,
    nearArm: limb(32, 14, 122, -28),
    farArm: limb(26, 14, 78, -24),
    nearHand: "fist",
    farHand: "flat",
    acting: "near",
  }),
  drink: pose({
    nod: -10,
    nearArm: limb(14, 80, 18, 20),
    farArm: limb(44, 20, 146, -34),
    farHand: "fist",
    acting: "far",
  }),
  sleep: { ...LYING, nearLeg: limb(38, 0, 24, 180), farLeg: limb(24, 10, 20, 180), nod: 8 },
  "look-back": pose({
    twist: -12,
    headTurn: "back",
    nearLeg: limb(14, 176, 16, 178),
    farLeg: limb(14, 6, 4, 180),
  }),
  "look-up": pose({ nod: -26, lean: -4 }),
  "look-down": pose({ nod: 26, lean: 5 }),
  shrug: pose({
    nod: -4,
    nearArm: limb(22, 80, 88, 62),
    farArm: limb(22, 70, 88, 58),
    nearHand: "open",
    farHand: "open",
    acting: "both",
  }),
  pray: pose({
    nod: 14,
    nearArm: limb(26, 20, 124, -42),
    farArm: limb(22, 40, 120, -46),
    nearHand: "flat",
    farHand: "flat",
    acting: "both",
  }),
  dance: pose({
    lean: -6,
    nod: -8,
    nearArm: limb(76, 120, 120, 90),
    farArm: limb(132, 50, 160, 20),
    nearLeg: limb(10, 170, 6, 180),
    farLeg: limb(62, 40, 50, 170),
    nearHand: "open",
    farHand: "open",
    acting: "both",
  }),
  phone: pose({
    nearArm: limb(38, 60, 158, -30),
    farArm: limb(14, 70, 20, 20),
    nearHand: "fist",
    acting: "near",
  }),
  ride: pose({
    lean: 16,
    nod: -6,
    nearArm: limb(52, 10, 76, -4),
    farArm: limb(56, 10, 78, -4),
    nearLeg: limb(70, 18, 22, 180),
    farLeg: limb(44, 14, 18, 180),
    nearHand: "fist",
    farHand: "fist",
    acting: "both",
    support: "seat",
  }),
};
