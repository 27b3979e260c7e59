// Details of people: the hand with what it holds, the feet.

import type { Figure, Picture } from "../closed/storyboard.ts";
import { skeletonOf } from "../figures/body/skeleton.ts";
import { bodyOf, posed } from "../figures/body/stances.ts";
import { swayIn } from "../figures/figure.ts";
import { holdsWith } from "../figures/hands/both-hands.ts";
import { boxOfHand } from "../figures/hands/hands.ts";
import { clamp } from "../pen/curves.ts";
import type { Extent } from "../pen/extent.ts";
import type { Lens } from "../pen/lens.ts";
import type { Person } from "./person.ts";
import { flipOf, type Standing, standAt } from "./standing.ts";
import type { Size } from "./word-room.ts";

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
