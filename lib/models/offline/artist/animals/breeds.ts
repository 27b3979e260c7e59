// Which four-legged animal somebody is, by kind and by name, and what tells one breed from another: size, limbs, tail, markings.

import type { Paint } from "../../../../manga/drawing.ts";
import { animalOf, type Design, isYoung } from "../camera/design.ts";
import type { Animal, Pawed } from "../closed/animals.ts";
import type { Fill } from "../closed/cast.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Pose } from "../closed/staging.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import type { Pt } from "../pen/curves.ts";
import { BEAST_POSES, does } from "./beast-poses.ts";
import { coatOf } from "./coats.ts";

export type Species = Pawed;

/** A trunk that bodies are drawn by: bodies of one form share their postures. */
type Form = "lithe" | "hunched" | "heavy";

export interface Breed {
  species: Species;
  size: number;
  form: Form;
  /** Half widths of a leg at hip, knee and foot. */
  legs: readonly [number, number, number];
  tail: readonly Pt[];
  /** The tail's own end in another paint, if it has one. */
  tailTip?: readonly Pt[];
  /** How high the head reaches above its middle, and how far it reaches to either side of the hips. */
  crown: number;
  reach: readonly [back: number, front: number];
  /** Degrees that it lifts its tail where it sits. */
  tailSits?: number;
  /** Coats that it can have, another fill becomes the first; absent: any. */
  coats?: readonly [Fill, ...Fill[]];
}

const BREEDS: Readonly<Record<Species, Breed>> = measuresOf("breeds");

const isPawed = (animal: Animal): animal is Pawed => animal in BREEDS;

/** The animal with paws that somebody is drawn as; undefined for who has none. */
export function speciesOf(design: Design): Species | undefined {
  const animal = animalOf(design);
  return animal && isPawed(animal) ? animal : undefined;
}

/** A young one beside a grown one. */
const YOUNG = 0.7;

export function breedOf(species: Species, design: Design): Breed {
  const breed = BREEDS[species];
  return isYoung(design) ? { ...breed, size: breed.size * YOUNG } : breed;
}

export function furOf(design: Design, species: Species): Paint {
  const { coats } = BREEDS[species];
  if (!coats) return coatOf(design);
  return paintOf(coats.includes(design.hair.fill) ? design.hair.fill : coats[0]);
}

export interface PawedPosture {
  /** Where its space is in the breed's own, and degrees that it is turned there; `lifts`: a jump takes it off the ground. */
  move?: Pt;
  turn?: number;
  lifts?: true;
  /** The root of the tail, and degrees that it is raised. */
  tail?: Pt;
  tailUp?: number;
  /** Of each leg where it is rooted and how far it swings; of a leap its root, its bend and its foot. */
  far?: readonly Pt[];
  near?: readonly Pt[];
  head: Pt;
  tilt: number;
}

export const POSTURES: Readonly<Partial<Record<string, PawedPosture>>> = measuresOf("pawed-postures");

/** How far up a jump carries. */
export const liftOf = (pose: Pose): number => (pose === "jump" ? -46 : 0);

/** The posture of a body: what only lithe ones do, or one of those that all have. */
export function bodyIn({ form }: Breed, pose: Pose, arched = false): string {
  if (arched) return `${form}-arched`;
  const act = form === "lithe" && (pose === "jump" ? "leap" : pose === "crouch" && "crouch");
  return `${form}-${act || BEAST_POSES[pose].posture}`;
}

/** Where the head goes, in the breed's own space, and how far it is tilted. */
export function headPlace(breed: Breed, pose: Pose): { at: Pt; tilt: number } {
  const body = bodyIn(breed, pose);
  const {
    head: [x, y],
    tilt,
  } = POSTURES[body] ?? { head: [0, 0], tilt: 0 };
  if (!body.endsWith(BEAST_POSES[pose].posture)) return { at: [x, y], tilt };
  const down = does(pose, "bows");
  return {
    at: [x + (down ? 6 : 0), y + liftOf(pose) + (down ? 16 : 0)],
    tilt: tilt + (down ? 20 : pose === "look-up" ? -22 : 0),
  };
}
