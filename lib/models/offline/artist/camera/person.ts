// How much room a figure needs: what a composition knows of a person or an animal before it is drawn.

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

/** A figure's measures in its own space: face, hands and feet. `faceX` is where the head is, before it is turned to a side. */
export interface Person {
  figure: Figure;
  design: Design;
  seen: Seen;
  /** From the ground to the top of the head. */
  tall: number;
  /** From the middle of the head to its top. */
  crown: number;
  faceX: number;
  left: number;
  right: number;
  /** Highest part, hands included, above the ground. */
  top: number;
}

/** How far a thing reaches beyond the hand: most alike, what is long ahead of it as far as that goes. */
const beyondHand = (prop: Prop, hand: number): number =>
  clamp(sizeOf(prop).extent[2] * oneScale(prop, hand), HELD, HELD * 2);
const HELD = 60;

/** How far what a pose has before it reaches beyond hands and feet, and is out behind: oars, wheels, a table. */
const BEFORE: Readonly<Partial<Record<Pose, number>>> = { row: 130, ride: 90, eat: 60, write: 60 };

/** How far a thing that is held over a head stands out above it. */
const OVERHEAD = 70;

/** How far an umbrella reaches over the head of whoever is under it. */
const CANOPY = 150;

/** From the middle of a head to the top of what is on it. */
function crownOf({ hair, clothes }: Design): number {
  if (HATS[clothes.hat].tall) return 80;
  return hair.style === "spiky" || hair.style === "messy" || hair.style === "curly" || hair.style === "bun"
    ? 78
    : 66;
}

/** How far before and over the hips what both hands have reaches, and how far behind them. */
function borneBox({ borne }: PoseSpec, holds: Prop | null, [hx, hy]: Pt) {
  if (!borne || holds === null) return { xs: [], ys: [] };
  const [left, high, right, low] = sizeOf(holds).extent;
  const there = placed(hx + borne.at[0], hy + borne.at[1], borne.turn, borne.k);
  const corners = boxed([left, high], [right, low]).map((p) => apply(there, p));
  return { xs: corners.map(([x]) => x), ys: corners.map(([, y]) => y) };
}

/** `seen`: as the figure is drawn, see `posed`. */
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
