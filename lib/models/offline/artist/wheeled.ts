// What somebody walks with that rolls on the ground: the bicycle beside them, the pram before them, the case behind them.
import type { Prop } from "../closed/staging.ts";
import { inHandsOf, type Picture } from "../closed/storyboard.ts";
import { isFurniture } from "../thing-traits.ts";
import { type Pt, placed, sharp } from "./curves.ts";
import type { FigureSpec } from "./figure-job.ts";
import type { Pen } from "./pen.ts";
import { handAt, limb, type PoseSpec } from "./pose-spec.ts";
import { drawProp, sizeOf } from "./props.ts";
import { pattern } from "./readings.ts";
import { type Measures, measuresOf, type Skeleton, skeletonOf } from "./skeleton.ts";

interface Wheeled {
  words: string;
  /** Its handle, in its own space, and how far down its wheels stand. */
  handle: Pt;
  ground: number;
  /** How its handle is held: level before the hips, with arms that hang, or behind the back by one hand. */
  by: "waist" | "low" | "behind";
  /** A handle that comes out of it, as long as reaches the hand; it is as large as this many units of the figure. */
  rod?: number;
}

const WHEELED = {
  bicycle: { words: "bicycle|bike|handlebars|自転車", handle: [76, -92], ground: 136, by: "waist" },
  motorcycle: { words: "motor ?(?:cycle|bike)|バイク", handle: [34, -78], ground: 114, by: "waist" },
  scooter: { words: "scooter|moped|スクーター|原付", handle: [50, -96], ground: 96, by: "waist" },
  "kick-scooter": {
    ...{ words: "scooter|キックボード|スケーター", handle: [44, -94], ground: 116, by: "waist" },
  },
  pram: {
    ...{ words: "pram|stroller|push ?chair|bugg(?:y|ies)|carriage|乳母車|ベビーカー|バギー" },
    ...{ handle: [-149, -48], ground: 122, by: "waist" },
  },
  wheelchair: { words: "wheelchair|車椅子|車いす", handle: [-84, -96], ground: 101, by: "waist" },
  wheelbarrow: { words: "(?:wheel)?barrow|一輪車|猫車|ねこ車", handle: [-163, -28], ground: 96, by: "low" },
  cart: {
    ...{ words: "cart|trolley|wagon|荷車|台車|カート|ワゴン|リヤカー|手押し車|大八車|屋台" },
    ...{ handle: [246, -20], ground: 129, by: "behind" },
  },
  suitcase: {
    ...{ words: "suitcase|case|trolley|luggage|スーツケース|キャリーケース|トランク|キャリーバッグ" },
    ...{ handle: [0, 2], ground: 132, by: "behind", rod: 1.35 },
  },
} as const satisfies Partial<Record<Prop, Wheeled>>;

export type Rolling = keyof typeof WHEELED;

const isWheeled = (prop: string): prop is Rolling => prop in WHEELED;

const VERBS = "push|wheel|pull|roll|haul|dragg?|steer|trundl|tow";
const GOES =
  "came|comes|coming|ran|running|went|walk(?:ed|ing)|raced|racing|hurried|hurrying|rush(?:ed|ing)|arrived|set off";
const MOVED = "押(?!さえ|し(?:入|倒|やら))|引(?!き(?:出|抜|ちぎ)|っ掛)|ひい|ひき|曳|転が(?!って|り)";

const sayingOf = (prop: Rolling) => {
  const { words } = WHEELED[prop];
  const saying = new RegExp(
    `\\b(?:${VERBS})(?:s|es|ed|ing)? (?:[a-z'’-]+ ){0,4}(?:${words})|\\b(?:${GOES})\\b[^.,;]* with (?:an?|the|his|her|their) (?:[a-z]+ ){0,2}(?:${words})\\b|\\b(?:h[eo]ld|gripp?)(?:s|ing|ed)? (?:[a-z]+ ){1,2}(?=handlebars)(?:${words})|(?:${words})を[^。、]{0,8}(?:${MOVED})`,
    "iu",
  );
  return pattern(`pushed-${prop}`, "action", saying);
};

const SAYINGS = new Map(
  Object.keys(WHEELED)
    .filter(isWheeled)
    .map((prop) => [prop, sayingOf(prop)]),
);

/** Whether words have somebody push or pull it. */
export const isPushed = (prop: Prop, action: string): boolean =>
  isWheeled(prop) && SAYINGS.get(prop)?.test(action) === true;

/** What somebody in a picture pushes or pulls: its words say so, or it is too large to be in a hand for anything else. */
export function wheeledIn({ props, figures, action }: Picture): Rolling | undefined {
  const held = figures.flatMap(inHandsOf);
  return [...props, ...held].find(
    (prop): prop is Rolling =>
      isWheeled(prop) && (isPushed(prop, action) || (isFurniture(prop) && held.includes(prop))),
  );
}

/** How far under the hips the hand is, as a share of the trunk. */
const HELD_AT = { waist: -0.2, low: 0.3, behind: 0.14 } as const;

/** How far ahead of them, as a share of the upper arm. */
const AHEAD = { waist: 0.78, low: 0.5, behind: -0.5 } as const;

/** As large as brings its handle to the hand; the walk lets the hips down by little. */
function sizeFor({ handle, ground, by, rod }: Wheeled, m: Measures): number {
  if (rod) return rod * (m.hand / 60);
  const leg = m.thigh + m.shin + m.foot;
  return (leg - HELD_AT[by] * m.torso) / (ground - handle[1]);
}

/** The arms of whoever walks with it. */
export function wheeling(base: PoseSpec, prop: Rolling, m: Measures): PoseSpec {
  const { by }: Wheeled = WHEELED[prop];
  const [ahead, up] = [m.upperArm * AHEAD[by], m.torso * HELD_AT[by]];
  if (by === "behind")
    return {
      ...base,
      ...{ nearArm: handAt([ahead, up], 120), farArm: limb(16, 20, 30, 0) },
      ...{ nearHand: "grip", farHand: "relaxed", acting: "near", lean: base.lean + 5 },
    };
  const low = by === "low";
  return {
    ...base,
    ...{ nearArm: handAt([ahead, up], low ? 52 : 10), farArm: handAt([ahead + 10, up - 6], low ? 52 : 10) },
    ...{ nearHand: "grip", farHand: "grip", acting: "none", lean: base.lean + (low ? 10 : 5) },
  };
}

/** Draws it under the hand that has it; the ground is y = 0. */
export function drawWheeled(pen: Pen, spec: FigureSpec, prop: Rolling, pose: PoseSpec): void {
  const wheeled: Wheeled = WHEELED[prop];
  const { handle, ground, rod } = wheeled;
  const body = skeletonOf(spec.design, pose, spec.view);
  const { measures } = body;
  const [x, y] = gripOf(body);
  if (!rod) {
    const k = -y / (ground - handle[1]);
    drawProp(pen.at(placed(x - handle[0] * k, -ground * k, 0, k)), prop);
    return;
  }
  const k = sizeFor(wheeled, measures);
  const top: Pt = [x - 70 * k, (handle[1] - ground) * k];
  for (const aside of [-7, 7])
    pen.stroke(
      sharp([
        [x + aside, y],
        [top[0] + aside, top[1] + 8],
      ]),
      "black",
      1.6,
    );
  drawProp(pen.at(placed(top[0] - handle[0] * k, -ground * k, 0, k)), prop);
}

/** Where a point of it is, in the space of whoever pushes it. */
export function pointOn(body: Skeleton, prop: Rolling, [px, py]: Pt): Pt {
  const { handle, ground }: Wheeled = WHEELED[prop];
  const [x, y] = gripOf(body);
  const k = -y / (ground - handle[1]);
  return [x + (px - handle[0]) * k, (py - ground) * k];
}

/** The middle of the hand that has it. */
function gripOf({ arms, measures }: Skeleton): Pt {
  const { wrist, heel } = arms.near;
  const [dx, dy] = [wrist.p[0] - heel[0], wrist.p[1] - heel[1]];
  const grip = (measures.hand * 0.5) / (Math.hypot(dx, dy) || 1);
  return [wrist.p[0] + dx * grip, wrist.p[1] + dy * grip];
}

/** How far ahead of the hips it reaches, and how far behind them. */
export function roomOf(prop: Rolling, spec: Pick<FigureSpec, "design">): [behind: number, ahead: number] {
  const wheeled: Wheeled = WHEELED[prop];
  const m = measuresOf(spec.design);
  const k = sizeFor(wheeled, m);
  const [left, , right] = sizeOf(prop).extent;
  const at = m.upperArm * AHEAD[wheeled.by] - (wheeled.rod ? 70 * k : 0) - wheeled.handle[0] * k;
  return [-(at + left * k), at + right * k];
}
