// Told animals outside the cast: their number, size and action, and where they are: on the ground, in the
// air, on a wire, on arms, on a rope, or under a rider.

import { animalOf, type Design } from "../../camera/design.ts";
import type { Standing } from "../../camera/standing.ts";
import type { Composition, PanelView } from "../../camera/view.ts";
import { type Animal, beingOf } from "../../closed/animals.ts";
import type { Fill } from "../../closed/cast.ts";
import type { Expression, Pose } from "../../closed/staging.ts";
import type { Picture } from "../../closed/storyboard.ts";
import type { AnimalTold, Perch } from "../../closed/told.ts";
import { FIGURE_METRE } from "../../figures/hands/hands.ts";
import { type Chance, hashOf } from "../../pen/chance.ts";
import type { Named } from "../../pen/pen.ts";
import { animalMeasures } from "../animals.ts";
import type { AnimalMeasures } from "../beast-poses.ts";
import { BIRDS } from "../birds.ts";
import { SMALL } from "../smalls.ts";

export interface Sight {
  told: AnimalTold;
  /** A design for each animal, so that several of a species differ. */
  designs: readonly Design[];
  pose: Pose;
  expression: Expression;
  perch: Perch;
  /** In the distance, and drawn small. */
  far: boolean;
}

const WINGED: ReadonlySet<Animal> = new Set(["butterfly", "dragonfly", "bee", "firefly", "bat"]);

export const isBird = (animal: Animal): boolean => beingOf(animal) === "bird";

const FILLS: readonly [Fill, ...Fill[]] = ["mid", "white", "black", "light", "dark"];

/** Greatest number drawn; larger groups are drawn as this many. */
const MOST = 5;

/** The animals of a picture outside the cast. */
export function sightsIn({ told, scene }: Pick<Picture, "told" | "scene">): Sight[] {
  const counts = new Map<Animal, number>();
  return told.animals.map((one) => {
    const { animal, count } = one;
    const before = counts.get(animal) ?? 0;
    const seen = animal === "firefly" && count > 1 ? MOST : Math.min(MOST, count);
    counts.set(animal, before + seen);
    return sightOf(one, scene, { before, seen });
  });
}

function sightOf(
  told: AnimalTold,
  { look = 0 }: Picture["scene"],
  { before, seen }: { before: number; seen: number },
): Sight {
  const { animal } = told;
  const perch = perchOf(told);
  const pose = poseOf(perch, animal, told.pose);
  return {
    told,
    perch,
    pose,
    expression: pose === "sleep" ? "asleep" : (told.expression ?? "calm"),
    far: told.far === true && perch !== "arms" && perch !== "lead" && perch !== "ridden",
    designs: Array.from({ length: seen }, (_, i) =>
      designOf(told, hashOf(look, animal) + (before + i) * 7, before + i),
    ),
  };
}

const LARGE: ReadonlySet<Animal> = new Set(["horse", "donkey", "cow", "bear", "lion", "tiger"]);
const MOUNTS: ReadonlySet<Animal> = new Set(["horse", "donkey", "cow"]);

/** The perch of an animal, corrected for what its species can do: nobody carries a horse or rides a cat, and insects fly. */
function perchOf({ animal, perch: said }: AnimalTold): Perch {
  if (said === "ridden" && !MOUNTS.has(animal)) return "ground";
  if (said === "lead" && (isBird(animal) || WINGED.has(animal))) return "ground";
  if (said === "arms" && LARGE.has(animal)) return "ground";
  if (said === "air" && !isBird(animal) && !WINGED.has(animal)) return "ground";
  if ((said === "wire" || said === "shoulder") && !isBird(animal) && LARGE.has(animal)) return "ground";
  if (animal === "fish") return "water";
  return said ?? (WINGED.has(animal) ? "air" : "ground");
}

function poseOf(perch: Perch, animal: Animal, said: Pose | undefined): Pose {
  const bird = isBird(animal);
  switch (perch) {
    case "air":
      return "run";
    case "water":
      return bird ? "row" : "run";
    case "ridden":
    case "lead":
      return said === "run" || said === "jump" ? said : "walk";
    case "arms":
    case "shoulder":
    case "wire":
    case "branch":
      return said === "sleep" && !bird ? "sleep" : "sit";
    default:
      // A running bird would be drawn in flight, so on the ground it walks.
      return bird && (said === "run" || said === "jump") ? "walk" : (said ?? "stand");
  }
}

function designOf(told: AnimalTold, look: number, index: number): Design {
  const { animal, young, coat, oddEar, hornless, calf } = told;
  return {
    ...{ id: `stray-${animal}-${index + 1}`, name: animal, kind: beingOf(animal), age: "adult" },
    ...{ gender: "unknown", build: "average", beard: "none", glasses: false, look: look % 1000 },
    description: animal,
    hair: { style: "short", fill: coat ?? FILLS[look % FILLS.length] ?? "mid" },
    clothes: { top: "shirt", topFill: "white", bottom: "trousers", bottomFill: "white", hat: "none" },
    told: { animal, young, coat, oddEar, hornless, calf },
  };
}

export interface SightSpot {
  sight: Sight;
  design: Design;
  x: number;
  y: number;
  /** Units in one of a figure's own. */
  scale: number;
  flip: 1 | -1;
  /** Behind the people, or in front of them. */
  layer: "behind" | "before";
  /** The figure whose arms or shoulder it is on. */
  by?: Standing;
}

/** True heights in metres of animals whose drawings as characters are oversized. */
const METRES: Readonly<Partial<Record<Animal, { metres: number }>>> = { ...BIRDS, ...SMALL };

export const tallOf = (design: Design, sight: Sight): { measures: AnimalMeasures; tall: number } => {
  const measures = animalMeasures(design, sight.pose) ?? { x: 0, y: -60, crown: 40, left: -60, right: 60 };
  const standing = animalMeasures(design, "stand") ?? measures;
  return { measures, tall: standing.crown - standing.y };
};

/** Metres of a figure unit, for animals drawn at true scale and for oversized ones. */
export function perUnit(design: Design, sight: Sight): number {
  const animal = animalOf(design);
  const metres = animal && METRES[animal]?.metres;
  return metres === undefined ? 1 / FIGURE_METRE : metres / tallOf(design, sight).tall;
}

/** Least height of an animal as a share of the panel's, so that it stays recognisable. */
export const LEAST = 0.055;

/** The input of finding spots. */
export interface Layout {
  view: PanelView;
  plan: Composition;
  named: readonly Named[];
  taken: number[];
  rng: Chance;
}
