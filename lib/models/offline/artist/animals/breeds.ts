// Which four-legged animal somebody is, by kind and by name, and what tells one breed from another: size, limbs, tail, markings.

import type { Paint } from "../../../../manga/drawing.ts";
import { animalOf, type Design, isYoung } from "../camera/design.ts";
import type { Animal, Pawed } from "../closed/animals.ts";
import type { Fill } from "../closed/cast.ts";
import { listed } from "../closed/listed.ts";
import type { Pose } from "../closed/staging.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import { type Pt, pts } from "../pen/curves.ts";
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

const THIN = [17, 9, 7] as const;
const BRUSH = pts("4,8 -16,2 -34,6 -58,-6 -84,-34 -98,-72! -72,-74 -46,-58 -26,-30 -8,-12");
const BRUSH_TIP = pts("-74,-34! -84,-34 -98,-72! -72,-74 -58,-64! -70,-56 -64,-46! -78,-44");

const BREEDS: Readonly<Record<Species, Breed>> = {
  cat: {
    species: "cat",
    size: 1,
    form: "lithe",
    legs: THIN,
    tail: pts("0,0 -26,-4 -44,-34 -40,-70 -54,-92! -44,-88 -30,-67 -34,-32 -19,2 8,7"),
    crown: 60,
    reach: [130, 140],
  },
  dog: {
    species: "dog",
    size: 1.42,
    form: "lithe",
    legs: [18, 10, 8],
    tail: pts("0,0 -20,-16 -28,-42 -18,-56! -8,-52 -16,-36 -8,-12 10,4"),
    crown: 42,
    reach: [100, 145],
  },
  fox: {
    species: "fox",
    size: 1.16,
    form: "lithe",
    legs: [16, 8, 6],
    tail: BRUSH,
    tailTip: BRUSH_TIP,
    crown: 74,
    reach: [175, 155],
  },
  wolf: {
    species: "wolf",
    size: 1.62,
    form: "lithe",
    legs: [20, 10, 8],
    tail: pts("6,6 -12,-2 -28,10 -44,34 -50,64! -34,58 -28,66! -18,44 -8,24 6,16"),
    crown: 66,
    reach: [130, 160],
  },
  rabbit: {
    species: "rabbit",
    size: 0.84,
    form: "hunched",
    legs: THIN,
    tail: pts("6,4 -6,10 -18,4 -22,-8 -14,-18 0,-16"),
    crown: 116,
    reach: [110, 110],
  },
  mouse: {
    species: "mouse",
    size: 0.44,
    form: "hunched",
    legs: [11, 7, 6],
    tail: pts("8,2 -20,14 -58,10 -92,-10 -128,-6 -150,-26! -128,2 -90,2 -58,22 -18,24 8,12"),
    crown: 62,
    reach: [170, 110],
  },
  squirrel: {
    species: "squirrel",
    size: 0.6,
    form: "hunched",
    legs: [13, 8, 7],
    tail: pts(
      "6,10 -22,16 -48,-4 -62,-46 -56,-94 -30,-128 -2,-130 10,-112! -8,-108 -14,-90 -8,-62 -14,-34 0,-16 12,-4",
    ),
    crown: 70,
    reach: [150, 110],
  },
  monkey: {
    species: "monkey",
    size: 1.06,
    form: "heavy",
    legs: [19, 14, 12],
    tail: pts("8,8 -10,6 -20,-8 -18,-22! -6,-18 8,-8"),
    crown: 58,
    reach: [120, 150],
  },
  raccoon: {
    species: "raccoon",
    size: 1.02,
    form: "heavy",
    legs: [21, 14, 12],
    tail: pts("10,10 -16,16 -48,8 -72,-16 -80,-48! -58,-54 -36,-44 -12,-22 10,-10"),
    tailTip: pts("-62,-28! -74,-20 -80,-48! -62,-54 -52,-50! -56,-42 -52,-36!"),
    crown: 62,
    reach: [170, 150],
  },
  lion: {
    species: "lion",
    size: 1.9,
    form: "lithe",
    legs: [22, 13, 11],
    tail: pts("0,0 -26,-2 -48,-30 -50,-66 -62,-92! -52,-92 -38,-66 -36,-32 -18,4 8,7"),
    tailTip: pts("-50,-74! -70,-88 -74,-114! -60,-104 -50,-112! -44,-90 -40,-74!"),
    crown: 92,
    reach: [130, 160],
  },
  tiger: {
    species: "tiger",
    size: 1.86,
    form: "lithe",
    legs: [22, 13, 11],
    tail: pts("0,0 -26,-4 -44,-34 -40,-70 -54,-92! -44,-88 -30,-67 -34,-32 -19,2 8,7"),
    crown: 54,
    reach: [130, 150],
  },
  bear: {
    species: "bear",
    size: 1.9,
    form: "heavy",
    legs: [30, 22, 19],
    tail: pts("6,8 -6,8 -12,-2 -6,-12 4,-10"),
    crown: 56,
    reach: [135, 160],
  },
};

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
