// Things in a hand: their place in it, and what is drawn of them with the arm.

import type { Pose, Prop } from "../../closed/staging.ts";
import { mix, type Pt, placed, pts, rowsOf, through } from "../../pen/curves.ts";
import type { Extent } from "../../pen/extent.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawPart } from "../../things/parts.ts";
import { drawProp, drawVariant, sizeOf } from "../../things/props.ts";
import { isFurniture, traitsOf } from "../../things/thing-traits.ts";
import { isPose, type PoseSpec, type Side, type Slung } from "../body/poses.ts";
import type { Arm, Skeleton } from "../body/skeleton.ts";
import type { FigureSpec, Job } from "../figure-job.ts";
import { holdsWith, isHanging } from "./both-hands.ts";
import { gripOn, type Hand, handledOf, oneScale } from "./hands.ts";

/** Height of an umbrella's rim above its grip, and above the middle of its holder's head. */
const UMBRELLA_RIM = 250;
const RIM_OVER_HEAD = 92;

/** The bounding box of a rolled umbrella. */
const FURLED: Extent = [-26, -212, 26, 204];

/** The thing that is drawn with a hand. */
export function thingIn(side: Side, { holds, alsoHolds, wheels }: FigureSpec, pose: PoseSpec): Prop | null {
  if (pose.lifted !== undefined || pose.borne || pose.slung || (wheels && holds === wheels)) return null;
  const thing = holdsWith(pose) === side ? holds : pose.other ? (alsoHolds ?? null) : null;
  return isFurniture(thing) ? null : thing;
}

/** Whether a thing hangs in front of the arm that holds it up. */
export const hangsOver = (prop: Prop, { elbow, wrist }: Arm): boolean =>
  isHanging(prop) && wrist.p[1] < elbow.p[1] - 30;

/** Draws a thing at its place in the hand. */
export function drawHeld(
  { pen, spec, body, drawn }: Pick<Job, "pen" | "spec" | "body" | "drawn">,
  holds: Prop,
  hand: Hand,
): void {
  // Oars are drawn with the boat.
  if (holds === "oar" && spec.pose === "row") return;
  const k = oneScale(holds, hand.length);
  const furled = holds === "umbrella" && spec.pose === "offer" && spec.furled;
  const [left, high, right, low] = furled ? FURLED : sizeOf(holds).extent;
  const [x, y] = gripOn(hand, holds, [left, high, right, low]);
  const grip: Pt = [x, y + (holds === "umbrella" && !furled ? slide(body, y, k) : 0)];
  const there = pen.at(placed(grip[0], grip[1], 0, k));
  if (holds === "flashlight") drawBeam(there);
  // A telephone at an ear is seen edge-on.
  if (holds === "phone" && spec.pose === "phone")
    there.shape(pts("-9,-50 5,-52 12,-46 13,28 7,34 -5,33"), "black", 0.8);
  else if (furled) drawVariant(there.of(MATERIALS.red), "umbrella.furled");
  else drawProp(there, holds, spec.beside);
  drawn.keep.push([there.where([left, high]), there.where([right, low])]);
}

/** Draws a thing in its own space, and reserves its box from lettering. */
function drawKept({ spec, drawn }: Job, there: Pen, prop: Prop): void {
  const [left, high, right, low] = sizeOf(prop).extent;
  drawProp(there, prop, spec.beside);
  drawn.keep.push([there.where([left, high]), there.where([right, low])]);
}

/** Draws a thing that both hands hold in front of the body. */
export function drawBorne(job: Job): void {
  const { pen, spec, pose, body } = job;
  if (!pose.borne || spec.holds === null) return;
  const { at, turn, k } = pose.borne;
  drawKept(job, pen.at(placed(body.hips[0] + at[0], body.hips[1] + at[1], turn, k)), spec.holds);
}

/** How far an umbrella's stick slides down through the hand, so that the rim is just above the head. */
const slide = ({ head, headSize }: Skeleton, y: number, k: number): number =>
  Math.max(0, head[1] - RIM_OVER_HEAD * headSize - (y - UMBRELLA_RIM * k));

/** The beam of a torch that is held out, in the torch's own space; it is visible in the dark. */
function drawBeam(p: Pen): void {
  const q = p.at(placed(0, 0, -6));
  const from = q.where([66, 0]);
  const round = (v: number) => Math.round(v * 10) / 10;
  q.fill(pts("66,-22! 620,-190! 620,190! 66,22!"), {
    light: {
      type: "radial",
      at: [round(from[0]), round(from[1]), 1, round(q.scale * 560)],
      stops: through([0, 0.85], [0.4, 0.4], [1, 0]),
    },
  });
}

/** Draws a thing raised over the head against rain, or to the eye: after the head and before the hands. */
export function drawLifted(job: Job): void {
  const { pen, spec, pose, body } = job;
  const { holds, view } = spec;
  if (!holds || !pose.lifted) return;
  const over = pose.lifted === "over";
  const k = (body.measures.hand / 60) * (over ? 1.2 : 1);
  const [left, high, right, low] = sizeOf(holds).extent;
  const head = pen.at(placed(body.head[0], body.head[1], body.headTilt, body.headSize));
  const ahead = view === "profile" ? 30 : view === "three-quarter" ? 14 : 0;
  const at: Pt = over
    ? [(-(left + right) / 2) * k, -30 - low * k]
    : [ahead - ((left + right) / 2) * k, 10 - ((high + low) / 2) * k];
  drawKept(job, head.at(placed(at[0], at[1], 0, k)), holds);
}

/** How a figure wears a thing: as told; or a backpack on the back, if the hands do not use it. */
export function wornBy(holds: Prop | null, pose: Pose, told: Slung | undefined): Slung | undefined {
  if (holds === null || isPose("given", pose)) return undefined;
  const { worn } = handledOf(holds);
  if (told === "back") return worn === "pack" ? "back" : undefined;
  // In Japanese one verb covers bags and cloths at a shoulder, so the thing decides.
  if (told) return worn && ({ cloth: "round", bag: "shoulder", pack: "back" } as const)[worn];
  return holds === "backpack" && !isPose("in-hand", pose) ? "back" : undefined;
}

/** The part behind the body; to be drawn before the trunk, or after it in a back view. */
export function drawSlungBehind(job: Job): void {
  const { pose, spec, body, torso } = job;
  if (pose.slung !== "back" || !spec.holds) return;
  const { measures: m } = body;
  const [left, high, right, low] = sizeOf(spec.holds).extent;
  const k = (m.torso * 0.92) / (low - high);
  const turned = { back: 0, front: 0, "three-quarter": -1.15, profile: -1.8 }[spec.view];
  const [x, y] = mix(torso.at(turned, 0.1), torso.at(turned, 0.78), 0.5);
  const there = job.pen.at(
    placed(x - ((left + right) / 2) * k, y - ((high + low) / 2) * k - m.torso * 0.04, 0, k),
  );
  drawProp(there, spec.holds, spec.beside);
}

/** Straps of a backpack, or a bag with its strap: in front of the trunk and under the arms. */
export function drawSlungBefore(job: Job): void {
  const { pose, spec, torso, pen } = job;
  if (!pose.slung || !spec.holds || pose.slung === "round") return;
  const behind = spec.view === "back" ? -1 : 1;
  const hip = torso.at(0.8 * behind, 0.98);
  /** Maps to the trunk; y = −100 is the slope of the shoulders, and y from 200 on is two fifths of the way to the hip. */
  const body = ([u, v]: Pt): Pt => {
    if (v <= -100) return torso.slope((behind * u) / 100);
    const there = torso.at((behind * u) / 100, (v % 200) / 100);
    return v < 200 ? there : mix(there, hip, 0.4);
  };
  if (pose.slung === "back" && behind < 0) drawSlungBehind(job);
  else
    drawPart(pen.of(MATERIALS[traitsOf(spec.holds).made]), `straps/${pose.slung}`, {
      is: [spec.view],
      frames: { body },
    });
  if (pose.slung === "back") return;
  const [left, high, right, low] = sizeOf(spec.holds).extent;
  const k = Math.min((job.body.measures.hand / 60) * 0.9, (job.body.measures.torso * 0.62) / (low - high));
  drawKept(job, pen.at(placed(hip[0] - ((left + right) / 2) * k, hip[1] - high * k - 6, 0, k)), spec.holds);
}

/** A cloth round the shoulders, over the arms and under the head: it falls to the elbows, and its edges meet in front of the chest. */
export function drawRound(job: Job): void {
  const { pose, spec, torso, body, pen } = job;
  if (pose.slung !== "round" || !spec.holds) return;
  const m = body.measures;
  const [near, far] = [body.arms.near.elbow.p, body.arms.far.elbow.p];
  const out = 20 * m.girth;
  const low = Math.max(near[1], far[1]) + m.forearm * 0.3;
  const meet = torso.at(torso.middle < 2 ? torso.middle * 0.8 : 0, 0.52);
  const [a, b] = [torso.slope(-0.34), torso.slope(0.34)];
  const [sl, sr] = [torso.at(-1, 0.1), torso.at(1, 0.1)];
  const left: Pt = [Math.min(near[0], far[0], sl[0]) - out, low];
  const right: Pt = [Math.max(near[0], far[0], sr[0]) + out, low];
  const cloth = pen.of(MATERIALS[traitsOf(spec.holds).made]);
  const under = (x: number): Pt => [x, low];
  /** The part is drawn in zones 1000 apart: neck, hem, where the edges meet, shoulders, along the hem, the right edge, its shade. */
  const spots = [
    ...[a, b, left, right, meet, sl, sr],
    ...[under((left[0] + meet[0]) / 2), under(meet[0]), under((right[0] + meet[0]) / 2), mix(b, right, 0.4)],
    under(right[0] - out * 1.3),
  ];
  const cloak = ([x, y]: Pt): Pt => {
    const spot = Math.round(x / 1000);
    const [sx, sy] = spots[spot] ?? meet;
    return [sx + x - spot * 1000, sy + y];
  };
  drawPart(cloth, "straps/cloak", { is: [spec.view], frames: { cloak } });
  // Folds radiate from the neck.
  for (const [from, to] of rowsOf([a, left], [b, right]))
    for (const t of [0.34, 0.66])
      cloth.line(
        [mix(from, meet, 0.24 + t * 0.2), mix(mix(from, meet, 0.4), mix(to, [meet[0], low], t), 0.9)],
        0.7,
      );
  pen.name(spec.holds, through([left[0], a[1]], [right[0], low]));
}
