// Near shots: how near the camera comes to a figure that the panel crops, and what must stay in the frame: both hands, the face.
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

/** Poses whose raised or outstretched hand is the subject of the picture. */
export const HELD_OUT = /^(?:wave|point|offer)$/u;

/** Poses with outstretched arms: the camera moves back, so that the frame does not crop them at the elbow. */
const STRETCHED = /^(?:wave|point|offer|reach|fight|throw|push|arms-up)$/u;

/** Scales by which the crop varies between moments, so that successive busts are not cropped at the same height. */
const CROPS = measuresOf<Shot, { crops?: readonly number[] }>("shots");

export function cropOf(people: readonly Person[], { shot, room }: Picture): number {
  const [one] = people;
  const { crops } = CROPS[shot];
  // A rider is shown as far down as the handlebars.
  if (one?.figure.pose === "ride" && one.seen.mount) return 0.86;
  if (!one || !crops || people.length > 1 || one.figure.holds || one.design.kind !== "human") return 1;
  const crop = crops[(one.seen.moment >> 3) % crops.length] ?? 1;
  return room > 1 ? Math.min(crop, 1.05) : crop;
}

/**
 * The scale factor, for a lone figure, that keeps a hand in the frame if it is the subject or holds something. A panel much taller than
 * wide allows a smaller figure, because it has room above and below.
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
 * The x at which a figure that fits the panel shows both hands, and an animal its whole head. If it does not
 * fit, the hand that holds something has priority over the back, as long as the face stays inside.
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

/** A listener seen from behind in the foreground, cropped by the frame. */
export const isTurnedAway = ({ figure: { view }, design }: Person): boolean =>
  view === "back" && design.kind === "human";

/** Replaces an outstretched hand by a hand on the own body, if it would reach across a neighbour or be cropped by the panel. */
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

/** Whether the panel's edge crops an outstretched hand. */
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

/** Least size of a hand, as a share of the panel's shorter side; a thing that would need a smaller hand is cropped. */
const LEAST_HAND = 0.17;

/** A detail of somebody who holds a thing: the hand with the whole thing, unless the thing is as long as an arm. */
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
  // Moves at most so far that the frame does not crop the subject.
  const spareX = Math.max(0, width * 0.48 - ((right - left) / 2) * scale);
  const spareY = Math.max(0, (free - (low - high) * scale) / 2);
  const up = Math.min(overFrame(standing, height), spareY);
  const raised = standAt(person, { ...standing, groundY: standing.groundY - up });
  return standAt(person, { ...raised, x: raised.x + clamp(outOfFrame(raised, size), -spareX, spareX) });
}

/** A box as the figure's sway moves it. */
function swayedBox([left, high, right, low]: Extent, sway: Lens): Extent {
  const middle = { x: (left + right) / 2, y: (high + low) / 2 };
  const before = middle.x;
  sway(middle);
  return [left + middle.x - before, high, right + middle.x - before, low];
}

/** How far up a hand moves to bring the chin above it out of the frame; 0 if that is too far. */
function overFrame({ face: [, y], scale }: Standing, height: number): number {
  const shown = y + 62 * scale;
  return shown > 0 && shown < height * 0.24 ? shown : 0;
}

/** How far sideways a face moves that the frame would crop in half: a detail of a hand must not show half a face. */
function outOfFrame({ face: [x, y], scale }: Standing, { width, height }: Size): number {
  const half = 56 * scale;
  if (y < -half || y > height) return 0;
  const most = width * 0.2;
  if (x < width / 2) return x + half > 0 && x < half ? -Math.min(most, x + half) : 0;
  return x - half < width && x > width - half ? Math.min(most, width - x + half) : 0;
}

/** Whether a detail of a figure shows the feet instead of the eyes: it walks, or looks down. */
export const isOnFoot = ({ figure, design }: Person): boolean =>
  design.kind === "human" && isFootwork(figure);

export const isFootwork = ({ pose, holds }: Figure): boolean =>
  holds === null && (pose === "walk" || pose === "look-down");

/** A detail of a walking figure: the feet, from the knees down. */
export function feetFirst(person: Person, { width, height }: Size): Standing {
  const { figure, design, seen } = person;
  const { legs } = bodyOf({ figure, design, seen });
  const feet = [legs.near, legs.far].map(({ ankle }) => ankle.p[0]);
  const middle = (Math.min(...feet) + Math.max(...feet)) / 2;
  const apart = Math.max(...feet) - Math.min(...feet) + 130;
  const knees = -Math.min(legs.near.knee.p[1], legs.far.knee.p[1]);
  const scale = (width * 0.9) / apart;
  // A stride that fits a narrow panel would show the coat above it, so the figure stands still there, with its feet side by side.
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

/** A detail of a shoe, so near that the hand under it is as large as a face. */
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
