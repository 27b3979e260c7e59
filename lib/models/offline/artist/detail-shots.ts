// Details of people: the hand with what it holds, the feet.
import type { Prop } from "../../../manga/staging.ts";
import type { Figure } from "../../../manga/storyboard.ts";
import type { Person } from "./person.ts";
import { isHeldByEdge, sizeOf } from "./props.ts";
import { skeletonOf } from "./skeleton.ts";
import { posed } from "./stances.ts";
import { flipOf, type Standing, standAt } from "./standing.ts";

/** A detail of somebody who holds a thing is the hand with the thing in it. */
export function handFirst(person: Person, { width, height }: { width: number; height: number }): Standing {
  const { figure, design, seen } = person;
  const pose = posed({ ...figure, design, ...seen });
  const { arms, measures } = skeletonOf(design, pose, figure.view);
  const { elbow, wrist } = arms[pose.acting === "far" ? "far" : "near"];
  const side = Math.min(width, height);
  const [dx, dy] = [wrist.p[0] - elbow.p[0], wrist.p[1] - elbow.p[1]];
  const fore = Math.hypot(dx, dy) || 1;
  // What is held by its edge lies beyond the hand: the picture is of both.
  const beyond = isHeldByEdge(figure.holds) && figure.holds ? extentAt(figure.holds, measures.hand) : 0;
  const hung = beyond === 0 && figure.holds ? hangingFrom(figure.holds, measures.hand) : undefined;
  const scale = Math.min(
    (side * 0.38) / measures.hand,
    (side * 0.9) / (beyond + measures.hand),
    hung ? Math.min((width * 0.86) / hung.wide, (height * 0.8) / hung.deep) : Infinity,
  );
  const along =
    beyond > 0 ? (measures.hand * 0.4 + beyond * 0.3) / fore : hung ? (measures.hand * 0.6) / fore : 0.15;
  const [ahead, below] = hung?.middle ?? [0, 0];
  const standing = standAt(person, {
    x: width * 0.52 - (wrist.p[0] + dx * along + ahead) * flipOf(figure) * scale,
    groundY: height * 0.54 - (wrist.p[1] + dy * along + below) * scale,
    scale,
  });
  const raised = standAt(person, { ...standing, groundY: standing.groundY - overFrame(standing, height) });
  return standAt(person, { ...raised, x: raised.x + outOfFrame(raised, { width, height }) });
}

/** The hand and what hangs from it, in the figure's units: its size, and how far its middle is from the hand; undefined where nothing hangs. */
function hangingFrom(
  prop: Prop,
  hand: number,
): { wide: number; deep: number; middle: readonly [number, number] } | undefined {
  const [left, high, right, low] = sizeOf(prop).extent;
  if (high < -24 || low < 66) return undefined;
  const unit = hand / 60;
  const deep = low * unit + hand * 0.6;
  return { wide: (right - left) * unit, deep, middle: [((left + right) / 2) * unit, low * unit - deep / 2] };
}

/** How far up a hand moves for the chin over it to leave the frame, if that is not far. */
function overFrame({ face: [, y], scale }: Standing, height: number): number {
  const shown = y + 62 * scale;
  return shown > 0 && shown < height * 0.24 ? shown : 0;
}

/** How far to the side a face moves that the frame would cut in two: a hand is no picture of half a face. */
function outOfFrame(
  { face: [x, y], scale }: Standing,
  { width, height }: { width: number; height: number },
): number {
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
export function feetFirst(person: Person, { width, height }: { width: number; height: number }): Standing {
  const { figure, design, seen } = person;
  const { legs } = skeletonOf(design, posed({ ...figure, design, ...seen }), figure.view);
  const feet = [legs.near, legs.far].map(({ ankle }) => ankle.p[0]);
  const middle = (Math.min(...feet) + Math.max(...feet)) / 2;
  const apart = Math.max(...feet) - Math.min(...feet) + 130;
  const knees = -Math.min(legs.near.knee.p[1], legs.far.knee.p[1]);
  const scale = (width * 0.9) / apart;
  // A stride as wide as a narrow panel would show the coat over it: there one stands, and not with one foot behind the other.
  if (figure.pose === "walk" && height > knees * scale * 2)
    return feetFirst(
      { ...person, figure: { ...figure, pose: "look-down", view: "three-quarter" } },
      { width, height },
    );
  const near = Math.min(scale, (height * 0.86) / (knees * 0.9));
  return standAt(person, {
    x: width * 0.5 - middle * flipOf(figure) * near,
    groundY: height * 0.9,
    scale: near,
  });
}

/** A shoe from so near that the hand under it is as large as a face. */
export function shoeFirst(person: Person, { width, height }: { width: number; height: number }): Standing {
  const { figure, design, seen } = person;
  const { legs } = skeletonOf(design, posed({ ...figure, design, ...seen }), figure.view);
  const scale = Math.min(width / 240, height / 108);
  return standAt(person, {
    x: width * 0.46 - legs.near.ankle.p[0] * flipOf(figure) * scale,
    groundY: height * 0.74,
    scale,
  });
}

/** The larger side of a thing in a hand of that length, in figure units. */
function extentAt(prop: Prop, hand: number): number {
  const [left, high, right, low] = sizeOf(prop).extent;
  return (Math.max(right - left, low - high) * hand) / 60;
}
