// Which four-legged animal somebody is, by kind and by name, and what tells one breed from another: size, limbs, tail, markings.

import type { Paint } from "../../../../manga/drawing.ts";
import { animalOf, type Design, isYoung } from "../camera/design.ts";
import type { Animal, Pawed } from "../closed/animals.ts";
import type { Fill } from "../closed/cast.ts";
import { listed } from "../closed/listed.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Pose } from "../closed/staging.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import type { Pt } from "../pen/curves.ts";
import { coatOf } from "./coats.ts";

export type Species = Pawed;
export type Posture = "sit" | "walk" | "run" | "sleep";

/** A trunk that bodies are drawn by: bodies of one form share their postures. */
export type Form = "lithe" | "hunched" | "heavy";

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

/** Coats that each breed can have; another fill becomes the first. */
const COATS: Readonly<Partial<Record<Species, readonly [Fill, ...Fill[]]>>> = {
  fox: ["mid", "white", "light"],
  wolf: ["dark", "light", "white", "black"],
  bear: ["black", "dark", "mid", "white"],
  mouse: ["light", "mid", "white", "dark"],
  squirrel: ["mid", "dark", "light"],
  monkey: ["mid", "light", "dark"],
  raccoon: ["dark", "mid"],
  lion: ["light", "mid", "white"],
  tiger: ["light", "mid", "white"],
  rabbit: ["white", "light", "mid", "black"],
};

export function furOf(design: Design, species: Species): Paint {
  const coats = COATS[species];
  if (!coats) return coatOf(design);
  return paintOf(coats.includes(design.hair.fill) ? design.hair.fill : coats[0]);
}

const RUNNING: ReadonlySet<Pose> = new Set(["run", "jump", "fall", "fight", "throw", "dance", "climb"]);
const WALKING: ReadonlySet<Pose> = new Set(listed("walk stand push reach carry look-back point bow offer"));

export function postureOf(pose: Pose): Posture {
  if (pose === "lie" || pose === "sleep") return "sleep";
  if (RUNNING.has(pose)) return "run";
  return WALKING.has(pose) ? "walk" : "sit";
}

export interface HeadPlace {
  at: Pt;
  tilt: number;
}

const HEADS: Readonly<Record<Form, Readonly<Record<Posture, HeadPlace>>>> = {
  lithe: {
    sit: { at: [16, -132], tilt: 0 },
    walk: { at: [82, -122], tilt: 2 },
    run: { at: [92, -120], tilt: -4 },
    sleep: { at: [50, -38], tilt: 18 },
  },
  hunched: {
    sit: { at: [26, -106], tilt: 0 },
    walk: { at: [46, -98], tilt: 4 },
    run: { at: [66, -100], tilt: -6 },
    sleep: { at: [44, -40], tilt: 12 },
  },
  heavy: {
    sit: { at: [12, -158], tilt: 0 },
    walk: { at: [92, -110], tilt: 4 },
    run: { at: [100, -112], tilt: -2 },
    sleep: { at: [60, -38], tilt: 14 },
  },
};

/** How far up a jump carries. */
export const liftOf = (pose: Pose): number => (pose === "jump" ? -46 : 0);

/** Where the head of a lithe body goes that leaps, or lies in wait. */
const ACTING: Readonly<Partial<Record<Pose, HeadPlace>>> = {
  jump: { at: [48, -216], tilt: -12 },
  crouch: { at: [88, -74], tilt: 2 },
};

/** Where the head goes, in the breed's own space. */
export function headPlace({ form }: Breed, pose: Pose): HeadPlace {
  const acting = form === "lithe" ? ACTING[pose] : undefined;
  if (acting) return acting;
  const { at, tilt } = HEADS[form][postureOf(pose)];
  const down =
    pose === "bow" || pose === "look-down" || pose === "eat" || pose === "drink" || pose === "hands-on-face";
  const up = pose === "look-up";
  return {
    at: [at[0] + (down ? 6 : 0), at[1] + liftOf(pose) + (down ? 16 : 0)],
    tilt: tilt + (down ? 20 : up ? -22 : 0),
  };
}
