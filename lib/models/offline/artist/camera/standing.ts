// Somebody who has a place in a picture: where, how large, and where their face comes to lie.
import type { Figure } from "../closed/storyboard.ts";
import type { Pt } from "../pen/curves.ts";
import type { Design } from "./design.ts";
import type { Person } from "./person.ts";

export interface Standing {
  figure: Figure;
  design: Design;
  /** Where the ground under the hips lies, in units. */
  x: number;
  groundY: number;
  /** Units in one unit of figure space. */
  scale: number;
  /** The middle of the head. */
  face: Pt;
  /** Of an animal, from its one end to the other. */
  span?: readonly [left: number, right: number];
  /** Sits on somebody's arms: no ground is under it. */
  borne?: true;
  /** Sits on a seat that is drawn already, with others. */
  seated?: true;
  /** A neighbour is where a hand would be that says something. */
  tight?: true;
}

export const flipOf = ({ facing }: Figure): 1 | -1 => (facing === "left" ? -1 : 1);

export function standAt(
  person: Person,
  { x, groundY, scale }: Pick<Standing, "x" | "groundY" | "scale">,
): Standing {
  const { figure, design, faceX, tall, crown } = person;
  const face: Pt = [x + faceX * scale * flipOf(figure), groundY - (tall - crown) * scale];
  if (design.kind === "human") return { figure, design, x, groundY, scale, face };
  const ends = [person.left, person.right].map((end) => x + end * scale * flipOf(figure));
  return { figure, design, x, groundY, scale, face, span: [Math.min(...ends), Math.max(...ends)] };
}
