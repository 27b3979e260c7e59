// The space that a person or an animal needs: what the composition knows of a figure before it is drawn.

import { animalMeasures } from "../animals/animals.ts";
import type { Pose, Prop } from "../closed/staging.ts";
import { type Figure, inHandsOf } from "../closed/storyboard.ts";
import type { PoseSpec } from "../figures/body/poses.ts";
import { skeletonOf } from "../figures/body/skeleton.ts";
import { posed } from "../figures/body/stances.ts";
import type { Seen } from "../figures/figure-job.ts";
import { oneScale } from "../figures/hands/hands.ts";
import { HATS } from "../figures/head/head.ts";
import { reachOf, roomOf } from "../figures/wheeled.ts";
import { apply, boxed, clamp, type Pt, placed } from "../pen/curves.ts";
import { sizeOf } from "../things/props.ts";
import type { Design } from "./design.ts";

/** Measures of a figure in its own space: face, hands and feet. `faceX` is the x of the head before the figure is mirrored. */
export interface Person {
  figure: Figure;
  design: Design;
  seen: Seen;
  /** Height from the ground to the top of the head. */
  tall: number;
  /** Height from the centre of the head to its top. */
  crown: number;
  faceX: number;
  left: number;
  right: number;
  /** Highest point above the ground, hands included. */
  top: number;
}

/** How far a thing extends beyond the hand: its own length ahead, within fixed limits. */
const beyondHand = (prop: Prop, hand: number): number =>
  clamp(sizeOf(prop).extent[2] * oneScale(prop, hand), HELD, HELD * 2);
const HELD = 60;

/** How far the equipment of a pose (oars, wheels, a table) extends beyond hands and feet. */
const BEFORE: Readonly<Partial<Record<Pose, number>>> = { row: 130, ride: 90, eat: 60, write: 60 };

/** How far a thing held overhead extends above the head. */
const OVERHEAD = 70;

/** How far an umbrella extends above the head. */
const CANOPY = 150;

/** Height from the centre of a head to the top of its hair or hat. */
function crownOf({ hair, clothes }: Design): number {
  if (HATS[clothes.hat].tall) return 80;
  return hair.style === "spiky" || hair.style === "messy" || hair.style === "curly" || hair.style === "bun"
    ? 78
    : 66;
}

/** Extent of a thing carried in both hands, relative to the hips. */
function borneBox({ borne }: PoseSpec, holds: Prop | null, [hx, hy]: Pt) {
  if (!borne || holds === null) return { xs: [], ys: [] };
  const [left, high, right, low] = sizeOf(holds).extent;
  const there = placed(hx + borne.at[0], hy + borne.at[1], borne.turn, borne.k);
  const corners = boxed([left, high], [right, low]).map((p) => apply(there, p));
  return { xs: corners.map(([x]) => x), ys: corners.map(([, y]) => y) };
}

/** `seen` is how the figure is drawn; see `posed`. */
export function personOf(figure: Figure, design: Design, seen: Person["seen"]): Person {
  const { kind } = design;
  if (kind === "ghost")
    return { figure, design, seen, tall: 420, crown: 88, faceX: 6, left: -120, right: 150, top: 420 };
  const animal = animalMeasures(design, figure.pose, figure.holds);
  if (animal) {
    const { x, y, crown, left, right } = animal;
    return { figure, design, seen, tall: crown - y, crown, faceX: x, left, right, top: crown - y };
  }
  const pose = posed({ ...figure, design, ...seen });
  const { head, arms, legs, measures, hips } = skeletonOf(design, pose, figure.view);
  const borne = borneBox(pose, figure.holds, hips);
  const pad = measures.hand * 1.1;
  const joints = [arms.near, arms.far].flatMap(({ elbow, wrist }) => [elbow.p, wrist.p]);
  const feet = [legs.near, legs.far].flatMap(({ knee, ankle }) => [knee.p, ankle.p]);
  const xs = [
    head[0] - 56,
    head[0] + 56,
    ...joints.map(([x]) => x - pad),
    ...joints.map(([x]) => x + pad),
    ...feet.flatMap(([x]) => [x - 50, x + 50]),
    ...borne.xs,
  ];
  const crown = kind === "human" ? crownOf(design) : 84;
  const tall = crown - head[1];
  const rolls = seen.wheels && figure.holds === seen.wheels ? seen.wheels : undefined;
  const [behind, wheeled] = rolls ? roomOf(rolls, { design }) : [0, 0];
  const extra = BEFORE[figure.pose] ?? 0;
  return {
    ...{ figure, design, seen, tall, crown, faceX: head[0] },
    left: Math.min(...xs, -behind) - extra,
    right:
      Math.max(...xs, wheeled, seen.mount && figure.pose === "ride" ? reachOf(seen.mount, design) + 50 : 0) +
      extra +
      (figure.holds && !rolls && !pose.lifted && !pose.borne ? beyondHand(figure.holds, measures.hand) : 0),
    top: Math.max(
      tall + (inHandsOf(figure).includes("umbrella") && figure.pose !== "offer" ? CANOPY : 0),
      tall + (pose.lifted === "over" ? OVERHEAD : 0),
      ...joints.map(([, y]) => pad - y),
      ...borne.ys.map((y) => 12 - y),
    ),
  };
}
