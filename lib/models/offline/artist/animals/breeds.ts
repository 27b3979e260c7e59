// The pawed animal that a design is drawn as, by kind and species, and what distinguishes breeds: size, limbs, tail, markings.

import type { Paint } from "../../../../manga/drawing.ts";
import { type Design, isYoung } from "../camera/design.ts";
import type { Pawed } from "../closed/animals.ts";
import type { Fill } from "../closed/cast.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Pose } from "../closed/staging.ts";
import { paintOf } from "../figures/hair/hair-ink.ts";
import type { Pt } from "../pen/curves.ts";
import { BEAST_POSES, coatOf, does, drawnAmong } from "./beast-poses.ts";

export type Breed = Record<"size" | "crown", number> & {
  species: Pawed;
  /** Body form; breeds of the same form share trunk and postures. */
  form: "lithe" | "hunched" | "heavy";
  legs: readonly [number, number, number];
  tail: readonly Pt[];
  tailTip?: readonly Pt[];
  reach: readonly [back: number, front: number];
  coats?: readonly [Fill, ...Fill[]];
  tailSits?: number;
};

const BREEDS: Readonly<Record<Pawed, Breed>> = measuresOf("breeds");

/** The pawed animal that a design is drawn as. */
export const speciesOf = drawnAmong(BREEDS);

/** Scale of a young animal. */
const YOUNG = 0.7;

export function breedOf(species: Pawed, design: Design): Breed {
  const breed = BREEDS[species];
  return isYoung(design) ? { ...breed, size: breed.size * YOUNG } : breed;
}

export function furOf(design: Design, species: Pawed): Paint {
  const { coats } = BREEDS[species];
  if (!coats) return coatOf(design);
  return paintOf(coats.includes(design.hair.fill) ? design.hair.fill : coats[0]);
}

export type PawedPosture = Partial<Record<"turn" | "tailUp", number>> & {
  tilt: number;
  move?: Pt;
  lifts?: true;
  tail?: Pt;
  far?: readonly Pt[];
  near?: readonly Pt[];
  head: Pt;
};

export const POSTURES: Readonly<Partial<Record<string, PawedPosture>>> = measuresOf("pawed-postures");

/** Height of a jump. */
export const liftOf = (pose: Pose): number => (pose === "jump" ? -46 : 0);

/** The name of a body in a posture: one of the lithe form only, or a common one. */
export function bodyIn({ form }: Breed, pose: Pose, arched = false): string {
  if (arched) return `${form}-arched`;
  const act = form === "lithe" && (pose === "jump" ? "leap" : pose === "crouch" && "crouch");
  return `${form}-${act || BEAST_POSES[pose].posture}`;
}

/** Position and tilt of the head, in the breed's own space. */
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
