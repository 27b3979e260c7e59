// Poses of animals and beings, their bearing by expression (tail, head, back and ears take the part of human
// gestures), the paint of their coats, and the room they need.

import type { Paint } from "../../../../manga/drawing.ts";
import { animalOf, type Design } from "../camera/design.ts";
import type { Animal } from "../closed/animals.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Expression, Pose } from "../closed/staging.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";

/** The animal of a table that a design is drawn as; undefined if it is none of them. */
export const drawnAmong =
  <A extends Animal>(table: Readonly<Record<A, unknown>>) =>
  (design: Design): A | undefined => {
    const animal = animalOf(design);
    return animal && animal in table ? (animal as A) : undefined;
  };

export type Gait = "stand" | "walk" | "graze" | "gallop" | "rear" | "rest" | "sleep";

/** Direction of a ghost's arm in degrees (0 ahead, −90 up), and the droop of its hand. */
type Reach = readonly [degrees: number, droop: number];

type BeastPose = {
  bends: number;
  posture: "sit" | "walk" | "run" | "sleep";
  gait: Gait;
  near: Reach;
  far: Reach;
  does: readonly ("paws" | "washes" | "bows" | "spreads" | "moves")[];
};

export const BEAST_POSES: Readonly<Record<Pose, BeastPose>> = measuresOf("beast-poses");

export const does = (pose: Pose, what: BeastPose["does"][number]): boolean =>
  BEAST_POSES[pose].does.includes(what);

type Bearing = Record<"tail" | "nod" | "tall" | "ears", number>;

export const PLAIN: Bearing = { tail: 0, nod: 0, tall: 1, ears: 0 };
const BEARINGS: Partial<Readonly<Record<Expression, Bearing>>> = measuresOf("bearings");

export const bearingOf = (expression: Expression): Bearing => BEARINGS[expression] ?? PLAIN;

export const coatOf = ({ told, hair }: Design): Paint => paintOf(told?.coat ?? hair.fill);

/** The paint of the one ear that differs. */
export const oddEarOf = ({ told }: Design): Paint | undefined => told?.oddEar && paintOf(told.oddEar);

/** The condition word of a coat's paint in parts. */
export const coatWord = (paint: Paint): "black" | "white" | "grey" =>
  typeof paint === "string" ? paint : "grey";

/** Position of an animal's head, height above its middle, and horizontal extent. */
export type AnimalMeasures = Record<"x" | "y" | "crown" | "left" | "right", number>;
