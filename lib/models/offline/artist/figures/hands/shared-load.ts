// A large load that two figures carry between them, each at one end.

import { isFar } from "../../camera/far-shots.ts";
import { toldOf } from "../../camera/figure-told.ts";
import type { Standing } from "../../camera/standing.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import type { Prop } from "../../closed/staging.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import { clamp, ellipse, type Matrix, type Pt, placed, rowsOf, through } from "../../pen/curves.ts";
import type { Extent } from "../../pen/extent.ts";
import type { Pen } from "../../pen/pen.ts";
import { drawProp, sizeOf } from "../../things/props.ts";
import { isPose } from "../body/poses.ts";
import { bodyIn } from "../body/stances.ts";
import { onwards } from "../body/torso.ts";
import { drawShared, movedTo } from "../crew.ts";
import { FIGURE_METRE, handledOf } from "./hands.ts";

/** Whether a thing can be such a load. */
const isLoad = (prop: Prop): boolean => handledOf(prop).load !== undefined;

interface Load {
  prop: Prop;
  /** The two bearers, from left to right. */
  bearers: readonly [Figure, Figure];
  /** The picture in which both hold the load and it stands nowhere else. */
  picture: Picture;
}

/** The load that two figures of a picture carry; undefined if there is none. */
export function loadIn(picture: Picture, cast: readonly CharacterDesign[]): Load | undefined {
  const { figures, props, shot } = picture;
  if (!isFar(shot)) return undefined;
  const people = figures
    .filter(({ character }) => cast.find(({ id }) => id === character)?.kind === "human")
    .toSorted((a, b) => a.at - b.at);
  const [left, right] = people;
  const carries = people.flatMap((figure) => toldOf(picture, figure).carries ?? []);
  if (people.length !== 2 || !left || !right || carries.length === 0) return undefined;
  const share = people.every(({ pose }) => pose === "carry") || carries.includes("together");
  const able = people.every(({ pose, holds }) => isPose("shares", pose) && (holds === null || isLoad(holds)));
  if (!share || !able) return undefined;
  const [prop] = [...people.flatMap(({ holds }) => holds ?? []), ...props]
    .filter(isLoad)
    .toSorted((a, b) => widthOf(b) - widthOf(a));
  if (prop === undefined) return undefined;
  const depth = Math.min(left.depth, right.depth);
  const bear = ({ alsoHolds: _, ...one }: Figure, facing: Figure["facing"]): Figure => ({
    ...{ ...one, pose: "carry", holds: null, facing, depth },
    view: one.view === "profile" ? "profile" : "three-quarter",
  });
  const bearers = [bear(left, "right"), bear(right, "left")] as const;
  return {
    ...{ prop, bearers },
    picture: {
      ...picture,
      props: props.filter((one) => one !== prop),
      figures: figures.map((one) => (one === left ? bearers[0] : one === right ? bearers[1] : one)),
    },
  };
}

/** Things taller than people are carried lying. */
const lies = (prop: Prop): boolean => prop === "ladder" || prop === "christmas-tree";

/** Size in metres of the load as it is carried. */
function boxOf(prop: Prop): { wide: number; high: number; extent: Extent } {
  const { extent, metres } = sizeOf(prop);
  const across = (metres * (extent[2] - extent[0])) / (extent[3] - extent[1]);
  return lies(prop) ? { wide: metres, high: across, extent } : { wide: across, high: metres, extent };
}
const widthOf = (prop: Prop): number => boxOf(prop).wide;

interface Borne {
  standing: Standing[];
  /** Draws the load before its bearers, so that their hands are on it; returns a box that lettering should keep free. */
  draw(pen: Pen): Pt[];
}

/** Greatest tilt in degrees. */
const MOST_TILTED = 12;

/** Figure units by which hands overlap the load's end, and that a bearer's back needs to the panel's side. */
const [OVER, BACK] = [26, 74];

/** Moves the two bearers to the ends of the load, and returns how to draw it. */
export function bearLoad(all: readonly Standing[], { prop, bearers, picture }: Load, width: number): Borne {
  const [a, b] = bearers.map((one) => all.find(({ figure }) => figure === one));
  if (!a || !b) return { standing: [...all], draw: () => [] };
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [handOf(a, picture), handOf(b, picture)];
  const { wide, high, extent } = boxOf(prop);
  const metre = FIGURE_METRE * scale;
  const free = width - (left[0] + right[0]) - (BACK * 2 - OVER * 2) * scale;
  const across = clamp(wide * metre, 90 * scale, Math.max(90 * scale, free));
  // A load longer than the panel allows is drawn smaller, at the same height.
  const k = across / wide;
  const reach = across / 2 - OVER * scale;
  const [low, most] = [reach + left[0] + BACK * scale, width - reach - right[0] - BACK * scale];
  const middle = clamp((a.x + b.x) / 2, Math.min(low, most), Math.max(low, most));
  // A child's end is lower.
  const [from, end] = [a.groundY + left[1], b.groundY + right[1]];
  const tilt = clamp((Math.atan2(end - from, reach * 2) * 180) / Math.PI, -MOST_TILTED, MOST_TILTED);
  const down = (0.5 - (handledOf(prop).load ?? 0.5)) * high * k;
  const moved = new Map(
    rowsOf([a, movedTo(a, middle - reach - left[0])], [b, movedTo(b, middle + reach + right[0])]),
  );
  return {
    standing: all.map((one) => moved.get(one) ?? one),
    draw(pen) {
      const groundY = Math.max(a.groundY, b.groundY);
      pen.fill(ellipse(middle, groundY, across * 0.46, scale * 20, 14), { veil: 0.3 });
      const own = k * (high / (lies(prop) ? extent[2] - extent[0] : extent[3] - extent[1]));
      const between = placed(middle, (from + end) / 2, tilt);
      drawShared(pen, picture, scale, 0.4, (p) =>
        drawProp(p.at(between).at(spotOf(prop, [0, down], own)), prop),
      );
      const y = (from + end) / 2 + down;
      return through([middle - across / 2, y - (high * k) / 2], [middle + across / 2, y + (high * k) / 2]);
    },
  };
}

/** The matrix that puts a thing's middle at a point. */
function spotOf(prop: Prop, [x, y]: Pt, k: number): Matrix {
  const [left, high, right, low] = sizeOf(prop).extent;
  const [cx, cy] = [((left + right) / 2) * k, ((high + low) / 2) * k];
  return lies(prop) ? placed(x + cy, y - cx, 90, k) : placed(x - cx, y - cy, 0, k);
}

/** How far the middle of a figure's hands is ahead of the hips, and below the ground under them. */
function handOf({ figure, design, scale }: Standing, picture: Picture): Pt {
  const { arms, measures } = bodyIn(picture, { figure, design });
  const ends = [arms.near, arms.far].map(({ wrist, elbow }) =>
    onwards(elbow.p, wrist.p, measures.hand * 0.6),
  );
  const x = Math.max(...ends.map(([one]) => one));
  const y = ends.reduce((sum, [, one]) => sum + one, 0) / ends.length;
  return [x * scale, y * scale];
}
