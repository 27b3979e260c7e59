// Heads of animals with paws, three-quarters to the right: what `assets/parts/animals` has of them, in the paints of a coat.
// Head space: the skull is about 84 wide, its middle is (0, 0).
import type { Paint } from "../../../../manga/drawing.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Pt } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { drawPart } from "../things/parts.ts";
import { type BeastFace, inkOn } from "./beast-face.ts";
import type { Species } from "./breeds.ts";
import { coatWord } from "./coats.ts";

interface BeastHead extends Omit<BeastFace, "ink"> {
  /** Of `coat` it is what shows on that. */
  ink: BeastFace["ink"] | "coat";
  nose: readonly Pt[];
  /** Half the head and its crown without ears, for the box of the face. */
  box: readonly [left: number, top: number, right: number, bottom: number];
}

export const HEADS: Readonly<Record<Species, BeastHead>> = measuresOf("heads");

const innerOf = (paint: Paint): Paint => (paint === "black" ? { tone: 0.5 } : { tone: 0.3 });

/** A dog's ears are darker than its coat. */
function earOf(species: Species, paint: Paint): Paint {
  if (species !== "dog" || paint === "black") return paint;
  return { tone: paint === "white" ? 0.5 : 0.66 };
}

/**
 * Draws everything but the features; `ears` are the degrees by which a feeling lowers them (negative: pricks them up),
 * `odd` what one ear has of its own: its right one, the near one where it looks to the right.
 */
export function drawBeastHead(
  p: Pen,
  species: Species,
  { paint, ears, odd }: { paint: Paint; ears: number; odd: Paint | undefined },
): void {
  const ear = earOf(species, paint);
  const [near, far] = odd === undefined ? [ear, ear] : p.matrix[0] < 0 ? [ear, odd] : [odd, ear];
  drawPart(p, `animals/${species}-head`, {
    paints: {
      ...{ coat: paint, inner: innerOf(paint) },
      ...{ "near-ear": near, "near-inner": innerOf(near), "far-ear": far },
    },
    is: [coatWord(paint), `near-${coatWord(near)}`, `far-${coatWord(far)}`],
    // What hangs at rest flies up with joy or alarm, and presses to the head in grief.
    turns: { ears, lift: ears < 0 ? -ears * 2.6 : -ears * 0.3 },
  });
}

export const faceOf = (species: Species, paint: Paint): BeastFace => {
  const head = HEADS[species];
  return { ...head, ink: head.ink === "coat" ? inkOn(paint) : head.ink };
};
