// How a pose is done where its name leaves that open and the words of the picture say it: somebody points at the sky,
// climbs onto a bench, wheels a bicycle.
import type { Pose } from "../closed/staging.ts";
import { handAt, limb, touching } from "./pose-spec.ts";
import { pattern } from "./readings.ts";
import type { Stance } from "./stance-sets.ts";

export type Manner =
  | "pickaback"
  | "up"
  | "onto"
  | "rail"
  | "ladder"
  | "keys"
  | "afloat"
  | "ground"
  | "afoot"
  | "astride";

const UP = pattern(
  "upward",
  "action",
  /\b(?:at|to|towards?) the (?:[a-z]+ )?(?:sky|stars?|moon|clouds?|ceiling|heavens)\b|\boverhead\b|\babove (?:them|him|her|us|me|(?:their|his|her) heads?)\b|(?:空|天|星|月|雲|天井|頭上)[をに][^。、]{0,4}(?:指|仰)|頭上[をでに]/iu,
);

const ONTO = pattern(
  "onto",
  "action",
  /\b(?:on|onto|on to|upon) (?:the|an?|his|her|their) (?:[a-z]+ )?(?:bench|chair|table|crate|box|stool|counter|desk|barrel|platform)\b|(?:台|椅子|いす|机|箱|ベンチ)の?上?[にへ](?:[上登乗]|のぼ)/iu,
);

/** Somebody plays the piano. */
const KEYS = pattern(
  "piano-keys",
  "action",
  /\bplay(?:ed|s|ing)?\b[^.]{0,40}\bpiano\b|\bpiano\b[^.]{0,40}\bplay(?:ed|s|ing)?\b|ピアノを[^。、]{0,6}(?:弾|ひ[いきく])/iu,
);

export const isAtKeys = (action: string): boolean => KEYS.test(action);

const LADDER = pattern("ladder", "action", /\bladders?\b|はしご|梯子/iu);

const RAIL = pattern(
  "rail",
  "action",
  /(?:欄干|手すり|手摺|柵)[にを][^。、]{0,4}(?:足|登|上[がっ]|乗|またい|越え)|\b(?:on|onto|over) the (?:[a-z]+ )?(?:railing|rail|parapet|balustrade|banister)\b/iu,
);

/** Without weight, as aboard a ship in space: nobody stands who is told to float there. */
const AFLOAT = pattern(
  "afloat",
  "action",
  /\b(?:float(?:ed|s|ing)?|drift(?:ed|s|ing)?|hover(?:ed|s|ing)?) (?:slowly |gently |weightless(?:ly)? )?(?:down|along|across|through|over|up|past|towards?|into|out|in (?:mid-?)?(?:the )?air)\b|\bweightless(?:ly)?\b|\bzero gravity\b|宙に浮|無重力|ふわ(?:り|ふわ)と?(?:浮|漂)/iu,
);

/** On somebody's back, and on no animal's. */
const PICKABACK = pattern(
  "pickaback",
  "action",
  /\b(?:carr(?:ied|ies|y|ying)|took|hoisted|lifted|climbed|rode|riding|jumped|scrambled|hung|clung|slept|asleep) [^.]{0,30}\b(?:on(?:to)?|upon) (?:his|her|my|\p{Lu}\p{Ll}+['’]s|the [a-z ]{2,20}['’]s) (?:[a-z]+ )?back\b|\bpiggy-?back\b|おんぶ|おぶ(?:っ|われ|さ)|背中?に(?:負|乗せ|のせ)|を背負[っい]/iu,
);

export const isPickaback = (action: string): boolean => PICKABACK.test(action) && !rides(action);

/** 馬に乗る, `rode the pony`: on an animal's back, and on no bicycle. */
const ASTRIDE = pattern(
  "astride",
  "action",
  /(?:馬|ロバ|牛|ポニー)(?:に|の背中?に)[^。、]{0,6}(?:乗|のっ|のり|またが|跨)|馬を(?:走らせ|駆[っりる])|馬上|騎乗|\b(?:rode|rides?|riding|ridden|mounted|galloped|trotted|climbed)\b(?! (?:his|her|the|a|my|their|our) (?:[a-z]+ )?(?:bi(?:ke|cycle)|bus|train|tram|scooter|motor\w*|lift|elevator|waves?|swing)\b)[^.]*\b(?:horses?|pon(?:y|ies)|mares?|stallions?|donkeys?|mules?|ox|horseback|saddle)\b|\bastride\b|\bin the saddle\b/iu,
);

/** 馬を引く, `led the goat by its rope`. */
const LEADING = pattern(
  "leading",
  "action",
  /(?:馬|牛|犬|ロバ|山羊|ヤギ|ポニー|羊|[ァ-ヴー]{2,6})を(?:引[いきっかく]|ひ[いきっ]て|連れ)|綱を(?:引|握|持|取)|手綱を|リードを|\b(?:led|leading)\b|\bwalk(?:ed|ing|s) (?:his|her|their|the|a|two|my) (?:[a-z]+ )?(?:dogs?|pupp(?:y|ies)|horses?)\b|\bon a (?:[a-z]+ )?(?:leash|lead|rope)\b|\bby (?:the|its|a|his|her) (?:[a-z]+ )?(?:rope|reins?|bridle|halter|collar)\b|\bpulled (?:the|a|his|her) (?:[a-z]+ )?(?:horse|donkey|cow|goat|mule)\b/iu,
);

export const rides = (action: string): boolean => ASTRIDE.test(action);
export const leads = (action: string): boolean => LEADING.test(action);

/** What the words of a picture say of everybody's poses in it. */
export const mannerOf = (action: string): Manner | undefined =>
  rides(action)
    ? "astride"
    : isPickaback(action)
      ? "pickaback"
      : RAIL.test(action)
        ? "rail"
        : AFLOAT.test(action)
          ? "afloat"
          : LADDER.test(action)
            ? "ladder"
            : KEYS.test(action)
              ? "keys"
              : UP.test(action)
                ? "up"
                : ONTO.test(action)
                  ? "onto"
                  : undefined;

const ON_WALL = pattern(
  "on-wall",
  "action",
  /\b(?:lay|lies|lying|sat|sits|sitting|slept|sleeping|crouched|crouching|perched) on (?:top of )?(?:the|an?) (?:[a-z]+ ){0,2}(?:wall|fence)\b|(?:塀|石垣|垣根)の上[でに]/iu,
);

/** Words that are added of somebody who stays where they were: `(lay on the garden wall)`. */
const ADDED = /\([^)]*\)|（[^）]*）/gu;

/** Whether the words have somebody on the top of a wall; of whoever looks up from elsewhere added words do not tell. */
export const isOnWall = (action: string, pose: Pose = "lie"): boolean =>
  ON_WALL.test(STAYS.test(pose) ? action : action.replaceAll(ADDED, ""));

const STAYS = /^(?:lie|sleep|sit|crouch)$/u;

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
