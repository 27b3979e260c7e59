// What those who are no people do in a pose, how they bear themselves in a feeling (with tail, head, back and ears they show what people show
// with their hands), the colour of their coats, and how much room they need.

import type { Paint } from "../../../../manga/drawing.ts";
import { animalOf, type Design } from "../camera/design.ts";
import type { Animal } from "../closed/animals.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Expression, Pose } from "../closed/staging.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";

/** The animal of a table that somebody is drawn as; undefined for who is none of them. */
export const drawnAmong =
  <A extends Animal>(table: Readonly<Record<A, unknown>>) =>
  (design: Design): A | undefined => {
    const animal = animalOf(design);
    return animal && animal in table ? (animal as A) : undefined;
  };

export type Gait = "stand" | "walk" | "graze" | "gallop" | "rear" | "rest" | "sleep";

/** Where a ghost's arm points, in degrees (0 ahead, −90 up), and how far its hand droops. */
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

/** The paint of the one ear that is unlike the rest of an animal. */
export const oddEarOf = ({ told }: Design): Paint | undefined => told?.oddEar && paintOf(told.oddEar);

/** The word of a coat in drawings: what its paint is called. */
export const coatWord = (paint: Paint): "black" | "white" | "grey" =>
  typeof paint === "string" ? paint : "grey";

/** Where an animal's head is, how high it reaches above its middle, and how far the animal reaches to either side. */
export type AnimalMeasures = Record<"x" | "y" | "crown" | "left" | "right", number>;
