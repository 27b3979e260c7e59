// How large animals are that are in a picture beside its figures, and what a place for one is.

import type { Composition } from "../../camera/composition.ts";
import { animalOf, type Design } from "../../camera/design.ts";
import type { Standing } from "../../camera/standing.ts";
import type { PanelView } from "../../camera/view.ts";
import type { Animal } from "../../closed/animals.ts";
import { FIGURE_METRE } from "../../figures/hands/held-size.ts";
import type { Chance } from "../../pen/chance.ts";
import type { Named } from "../../pen/pen.ts";
import type { AnimalMeasures } from "../animal-measures.ts";
import { animalMeasures } from "../animals.ts";
import { BIRDS } from "../birds/bird-builds.ts";
import { SMALL } from "../smalls.ts";
import type { Sight } from "./sights.ts";

export interface SightSpot {
  sight: Sight;
  design: Design;
  x: number;
  y: number;
  /** Units in one of a figure's own. */
  scale: number;
  flip: 1 | -1;
  /** Behind the people, before them, or where nothing else is. */
  layer: "behind" | "before";
  /** Whose arms or shoulder it is on. */
  by?: Standing;
}

/** How tall an animal stands, in metres, where it is no figure of a story: those whose drawings are larger than they are. */
const METRES: Readonly<Partial<Record<Animal, { metres: number }>>> = { ...BIRDS, ...SMALL };

export const tallOf = (design: Design, sight: Sight): { measures: AnimalMeasures; tall: number } => {
  const measures = animalMeasures(design, sight.pose) ?? { x: 0, y: -60, crown: 40, left: -60, right: 60 };
  const standing = animalMeasures(design, "stand") ?? measures;
  return { measures, tall: standing.crown - standing.y };
};

/** Units of a figure's own in a metre, for animals whose drawings are true to people's, and for those that are not. */
export function perUnit(design: Design, sight: Sight): number {
  const animal = animalOf(design);
  const metres = animal && METRES[animal]?.metres;
  return metres === undefined ? 1 / FIGURE_METRE : metres / tallOf(design, sight).tall;
}

/** No animal is a speck: it is at least this share of the panel's height. */
export const LEAST = 0.055;

/** What spots are found in. */
export interface Layout {
  view: PanelView;
  plan: Composition;
  named: readonly Named[];
  taken: number[];
  rng: Chance;
}

export const spot = (sight: Sight, design: Design, at: Omit<SightSpot, "sight" | "design">): SightSpot => ({
  ...{ sight, design, ...at },
});
