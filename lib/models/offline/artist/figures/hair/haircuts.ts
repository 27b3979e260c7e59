// Haircuts (`assets/measures/haircuts.tsv` and `fringes.tsv`): the fringe's locks, the sides, the crown and what hangs behind. Angles are degrees round the head
// from the middle of the face (negative: the near side), heights are head space.

import type { CharacterDesign } from "../../closed/cast.ts";
import { listsOf, measuresOf } from "../../closed/measures.ts";
import { hashOf } from "../../pen/chance.ts";

/** A point of the hairline; `tip` is where a lock ends. */
type Lock = readonly [phi: number, y: number, tip?: 1];

export interface Haircut {
  fringe: readonly Lock[];
  /** How far the locks before the ears hang. */
  side: number;
  /** Whether the sides hide the ears. */
  covers: boolean;
  volume: number;
  crown: "smooth" | "spiky" | "messy" | "curly" | "quiff" | "brush";
  /** Where the hair ends at the nape. */
  nape: number;
  /** Hair behind the shoulders: how far it hangs, how wide it is, how it ends. */
  back?: { length: number; width: number; hem: "straight" | "points" | "curls" };
  extra?: "ponytail" | "twin-tails" | "bun";
}

type Fringe = "straight" | "parted" | "middle" | "jagged" | "swept" | "back" | "bristle" | "tufts" | "curls";

const FRINGES = listsOf<Fringe, readonly Lock[]>("fringes");

interface Style extends Omit<Haircut, "fringe"> {
  fringes: readonly [Fringe, ...Fringe[]];
}

const STYLES: Readonly<Record<Exclude<CharacterDesign["hair"]["style"], "bald">, Style>> =
  measuresOf("haircuts");

/** Null for a bald head. */
export function haircut(design: CharacterDesign): Haircut | null {
  const { style } = design.hair;
  if (style === "bald") return null;
  const { fringes, ...rest } = STYLES[style];
  const fringe = fringes[hashOf(design.look, design.id, "fringe") % fringes.length] ?? fringes[0];
  return { ...rest, fringe: FRINGES[fringe] };
}
