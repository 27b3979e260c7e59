// How near the camera comes to somebody whom the panel cuts off, and what of them it must keep: both hands, the face.
import { measuresOf } from "../closed/measures.ts";
import type { Shot } from "../closed/staging.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { skeletonOf } from "../figures/body/skeleton.ts";
import { bodyOf, isHeldOut, posed } from "../figures/body/stances.ts";
import { swayIn } from "../figures/figure.ts";
import { holdsWith } from "../figures/hands/both-hands.ts";
import { boxOfHand } from "../figures/hands/hands.ts";
import { clamp } from "../pen/curves.ts";
import type { Extent } from "../pen/extent.ts";
import type { Lens } from "../pen/lens.ts";
import { type Person, personOf } from "./person.ts";
import { flipOf, type Standing, standAt } from "./standing.ts";
import type { Size } from "./word-room.ts";

/** Poses of a hand that the picture is of. */
export const HELD_OUT = /^(?:wave|point|offer)$/u;

/** Poses of arms that would be cut off at the elbow: the camera steps back for their hands. */
const STRETCHED = /^(?:wave|point|offer|reach|fight|throw|push|arms-up)$/u;

/** How much nearer the camera is from moment to moment, or one bust after another would be cut at the same button. */
const CROPS = measuresOf<Shot, { crops?: readonly number[] }>("shots");

export function cropOf(people: readonly Person[], { shot, room }: Picture): number {
  const [one] = people;
  const { crops } = CROPS[shot];
  // What somebody rides is in the picture as far as its handlebars.
  if (one?.figure.pose === "ride" && one.seen.mount) return 0.86;
  if (!one || !crops || people.length > 1 || one.figure.holds || one.design.kind !== "human") return 1;
  const crop = crops[(one.seen.moment >> 3) % crops.length] ?? 1;
  return room > 1 ? Math.min(crop, 1.05) : crop;
}

/**
 * How much smaller whoever is alone is for a hand that the picture is of, or that has something, to be in it. In a panel that is far
 * taller than wide there is room above and below for that.
 */
export function handRoom(
  people: readonly Person[],
  shot: Shot,
  { heads, tall }: { heads: number; tall: number },
): number {
  const [one] = people;
  if (people.length !== 1 || !one) return 1;
  const { holds, pose } = one.figure;
  const upright = tall > 1.5;
  const shows =
    shot === "half"
      ? holds !== null || STRETCHED.test(pose)
      : shot === "bust" && !holds && (upright ? STRETCHED : HELD_OUT).test(pose);
  if (!shows || one.design.kind === "ghost") return 1;
  const least = upright ? 0.56 : shot === "half" ? 0.74 : 0.8;
  return clamp(98 / ((one.right - one.left) * heads), least, 1);
}

/**
 * Where somebody whom the panel has room for is seen with both hands, and an animal not cut off behind its head. Without the room
 * the back gives way to a hand that holds something, as far as the face stays.
 */
export function within(
  { left, right, faceX, figure }: Person,
  { x, scale }: { x: number; scale: number },
  width: number,
): number {
  const flip = flipOf(figure);
  const [behind, ahead] = [left * flip * scale, right * flip * scale];
  const [from, to] = [Math.min(behind, ahead), Math.max(behind, ahead)];
  if (to - from <= width * 0.98) return clamp(x, width * 0.01 - from, width * 0.99 - to);
  if (!figure.holds && figure.pose !== "ride" && !STRETCHED.test(figure.pose)) return x;
  const shown = flip === 1 ? Math.min(x, width * 0.98 - to) : Math.max(x, width * 0.02 - from);
  return clamp(shown, width * 0.3 - faceX * flip * scale, width * 0.7 - faceX * flip * scale);
}

/** A listener before the speaker, seen from behind and cut by the frame. */
export const isTurnedAway = ({ figure: { view }, design }: Person): boolean =>
  view === "back" && design.kind === "human";

/** Whoever would reach across a neighbour, or with half a hand out of the panel, says what they say with a hand on themselves. */
export function apart(
  standing: Standing,
  person: Person | undefined,
  { all, size }: { all: readonly Standing[]; size: Size },
): Standing {
  const { figure, design, x, scale } = standing;
  if (!person || figure.pose !== "stand" || design.kind !== "human") return standing;
  const flip = flipOf(figure);
  const blocks = all.some((other) => {
    const ahead = (other.x - x) * flip;
    return ahead > 0 && ahead - 70 * other.scale < person.right * scale;
  });
  if (!blocks && !cutsHand(standing, person, size)) return standing;
  const closer = personOf(figure, design, { ...person.seen, tight: true });
  return { ...standAt(closer, standing), tight: true };
}

/** Whether a hand that is held out lies across the panel's edge: a few fingers in a corner are nobody's. */
function cutsHand(
  { figure, design, x, groundY, scale }: Standing,
  { seen }: Person,
  { width, height }: Size,
): boolean {
  const pose = posed({ ...figure, design, ...seen });
  const { arms, measures } = skeletonOf(design, pose, figure.view);
  const reach = measures.hand * scale;
  return (["near", "far"] as const).some((side) => {
    if (!isHeldOut(side === "near" ? pose.nearArm : pose.farArm)) return false;
    const [wx, wy] = arms[side].wrist.p;
    const [left, low] = [x + wx * flipOf(figure) * scale, groundY + wy * scale];
    const out = Math.max(-left, left - width, low - height);
    return out > -reach * 0.9 && out < reach;
  });
}

/** The least that a hand is of a panel's shorter side: of what would make it smaller not all is seen. */
const LEAST_HAND = 0.17;

/** A detail of somebody who holds a thing is the hand with all of the thing in it, as far as that is no thing of a whole arm's length. */
export function handFirst(person: Person, picture: Pick<Picture, "room">, size: Size): Standing {
  const { figure, design, seen } = person;
  const { width, height } = size;
  const pose = posed({ ...figure, design, ...seen });
  const body = skeletonOf(design, pose, figure.view);
  const holds = figure.holds ?? "letter";
  const still = boxOfHand({ pose, body }, holdsWith(pose), holds);
  const sway = swayIn({ ...figure, design, near: true, moment: seen.moment }, pose, body);
  const [left, high, right, low] = sway ? swayedBox(still, sway) : still;
  const side = Math.min(width, height);
  const { hand } = body.measures;
  const top = height * (0.06 + picture.room * 0.05);
  const free = height * 0.94 - top;
  const whole = Math.min((side * 0.38) / hand, (width * 0.84) / (right - left), free / (low - high));
  const scale = Math.max(whole, (side * LEAST_HAND) / hand);
  const standing = standAt(person, {
    x: width * 0.5 - ((left + right) / 2) * flipOf(figure) * scale,
    groundY: top + free / 2 - ((high + low) / 2) * scale,
    scale,
  });
  // Not so far that the frame cuts what the picture is of.
  const spareX = Math.max(0, width * 0.48 - ((right - left) / 2) * scale);
  const spareY = Math.max(0, (free - (low - high) * scale) / 2);
  const up = Math.min(overFrame(standing, height), spareY);
  const raised = standAt(person, { ...standing, groundY: standing.groundY - up });
  return standAt(person, { ...raised, x: raised.x + clamp(outOfFrame(raised, size), -spareX, spareX) });
}

/** A box as the sway of its owner moves it. */
function swayedBox([left, high, right, low]: Extent, sway: Lens): Extent {
  const middle = { x: (left + right) / 2, y: (high + low) / 2 };
  const before = middle.x;
  sway(middle);
  return [left + middle.x - before, high, right + middle.x - before, low];
}

/** How far up a hand moves for the chin over it to leave the frame, if that is not far. */
function overFrame({ face: [, y], scale }: Standing, height: number): number {
  const shown = y + 62 * scale;
  return shown > 0 && shown < height * 0.24 ? shown : 0;
}

/** How far to the side a face moves that the frame would cut in two: a hand is no picture of half a face. */
function outOfFrame({ face: [x, y], scale }: Standing, { width, height }: Size): number {
  const half = 56 * scale;
  if (y < -half || y > height) return 0;
  const most = width * 0.2;
  if (x < width / 2) return x + half > 0 && x < half ? -Math.min(most, x + half) : 0;
  return x - half < width && x > width - half ? Math.min(most, width - x + half) : 0;
}

/** Whose feet a detail shows, not their eyes: who walks, or looks down at them. */
export const isOnFoot = ({ figure, design }: Person): boolean =>
  design.kind === "human" && isFootwork(figure);

export const isFootwork = ({ pose, holds }: Figure): boolean =>
  holds === null && (pose === "walk" || pose === "look-down");

/** A detail of somebody on foot is the feet, from the knees down. */
export function feetFirst(person: Person, { width, height }: Size): Standing {
  const { figure, design, seen } = person;
  const { legs } = bodyOf({ figure, design, seen });
  const feet = [legs.near, legs.far].map(({ ankle }) => ankle.p[0]);
  const middle = (Math.min(...feet) + Math.max(...feet)) / 2;
  const apart = Math.max(...feet) - Math.min(...feet) + 130;
  const knees = -Math.min(legs.near.knee.p[1], legs.far.knee.p[1]);
  const scale = (width * 0.9) / apart;
  // A stride as wide as a narrow panel would show the coat over it: there one stands, and not with one foot behind the other.
  if (figure.pose === "walk" && height > knees * scale * 2)
    return feetFirst(standingStill(person), { width, height });
  const near = Math.min(scale, (height * 0.86) / (knees * 0.9));
  return standAt(person, {
    x: width * 0.5 - middle * flipOf(figure) * near,
    groundY: height * 0.9,
    scale: near,
  });
}

const standingStill = (person: Person): Person => ({
  ...person,
  figure: { ...person.figure, pose: "look-down", view: "three-quarter" },
});

/** A shoe from so near that the hand under it is as large as a face. */
export function shoeFirst(person: Person, { width, height }: Size): Standing {
  const { figure, design, seen } = person;
  const { legs } = bodyOf({ figure, design, seen });
  const scale = Math.min(width / 240, height / 108);
  return standAt(person, {
    x: width * 0.46 - legs.near.ankle.p[0] * flipOf(figure) * scale,
    groundY: height * 0.74,
    scale,
  });
}
